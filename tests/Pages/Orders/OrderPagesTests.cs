using System.Net;
using AngleSharp.Html.Dom;
using ShipBy.Application.Preparing;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Tests.Access;

namespace ShipBy.Pages.Tests.Orders;

/// <summary>One order's page, used as a person uses it.</summary>
public sealed class OrderPagesTests
{
    private static readonly Recipient Anna = new() { Name = "Анна Бойко", Phone = "+7 900 000-00-01", City = "Казань", Address = "ул. Ленина, 1", Wish = "ring twice" };

    [Fact]
    public async Task ThePage_MasksWhomItGoesTo_UntilSomebodyAsks()
    {
        await using var desk = await StartAsync(Posting(1));
        using var browser = await desk.EnterAsync();

        var page = await browser.ReadAsync("/api/desk/order?shop=shop&number=P-1");
        var shown = await browser.ReadAsync(Link(page, "#recipient a"));

        Assert.DoesNotContain("Бойко", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ленина", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("А*** Б***", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Анна Бойко", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ring twice", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_AreDoneAndTakenBack_ByAPackerToo()
    {
        await using var desk = await StartAsync(Posting(1));
        using var browser = await desk.EnterAsync("Boris", "a-packers-key-for-tests");
        var page = await browser.ReadAsync("/api/desk/order?shop=shop&number=P-1");
        var form = page.Forms.Single(form => Browser.FieldsOf(form).Contains(("step", "Packed")));

        var answer = await PressAsync(browser, form);
        var after = await browser.ReadAsync("/api/" + answer.Headers.Location!.OriginalString.Replace("../", "", StringComparison.Ordinal));
        Assert.Contains("Saved.", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Boris", after.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("a[href*=checklist]"));        // the owner's

        form = after.Forms.Single(form => Browser.FieldsOf(form).Contains(("step", "Packed")));
        await PressAsync(browser, form, ("back", "1"));
        Assert.Empty((await desk.World.OrderAsync("P-1")).Preparation!.Steps);
    }

    [Fact]
    public async Task WhatTheMarketplaceAsksOfTheGoods_IsScannedOnThePage_AndAFlawLosesNothing()
    {
        await using var desk = await StartAsync(Posting(1) with { Remarks = [PostingRemark.MarkMissing, PostingRemark.CountryMissing] });
        using var browser = await desk.EnterAsync();
        var page = await browser.ReadAsync("/api/desk/order?shop=shop&number=P-1");

        var refused = await PressAsync(browser, Form(page, "ship"), ("goods:0:Mark", "0104\u001d91\r\n0105"), ("goods:0:Country", "China"));
        var again = await Browser.ParseAsync(refused);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("two capital letters", again.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0104\u001d91", again.QuerySelector("textarea[name='goods:0:Mark']")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await desk.World.OrderAsync("P-1")).Instruction);

        await PressAsync(browser, Form(page, "ship"), ("goods:0:Mark", "0104\u001d91\r\n0105\r\n"), ("goods:0:Country", "CN"));

        Assert.Equal(
            [("Mark", 1, "0104\u001d91"), ("Mark", 2, "0105"), ("Country", (int?)null, "CN")],
            (await desk.World.OrderAsync("P-1")).Instruction!.Ship!.Goods.Select(datum => (datum.Kind.ToString(), datum.Piece, datum.Value)));
    }

    [Theory]
    [InlineData("0104\n0105\n0106", "more lines than pieces (2)")]
    [InlineData("0104\n0104", "given twice")]
    [InlineData("пачка", "no mark has")]
    public async Task ScannedMarks_AreJudgedBeforeAnythingIsTold(string marks, string said)
    {
        await using var desk = await StartAsync(Posting(1) with { Remarks = [PostingRemark.MarkMissing] });
        using var browser = await desk.EnterAsync();

        var refused = await PressAsync(browser, Form(await browser.ReadAsync("/api/desk/order?shop=shop&number=P-1"), "ship"), ("goods:0:Mark", marks));

        Assert.Contains(said, (await Browser.ParseAsync(refused)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await desk.World.OrderAsync("P-1")).Instruction);
    }

    [Fact]
    public async Task Ticks_Note_AndLabel_AreKept_AndShown()
    {
        await using var desk = await StartAsync(Posting(1));
        using var browser = await desk.EnterAsync();
        var page = await browser.ReadAsync("/api/desk/order?shop=shop&number=P-1");
        var entries = page.QuerySelectorAll("input[name=entry]").Select(entry => entry.GetAttribute("value")!).ToList();

        await PressAsync(browser, Form(page, "ticks"), ("ticked", entries[1]));
        await PressAsync(browser, Form(page, "note"), ("note", "gift <b>"));
        await PressAsync(browser, Form(page, "label"), ("code", "another"));
        page = await browser.ReadAsync("/api/desk/order?shop=shop&number=P-1");

        Assert.Equal([entries[1]], page.QuerySelectorAll("input[name=ticked]").OfType<IHtmlInputElement>().Where(tick => tick.IsChecked).Select(tick => tick.Value));
        Assert.Equal("gift <b>", page.QuerySelector("textarea")!.TextContent);
        Assert.Contains("another order: another", page.QuerySelector(".checks .failed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("gift <b>", (await browser.ReadAsync("/api/today?q=gift")).QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shipping_IsNotedOnce_OrSaysWhyNot()
    {
        await using var desk = await StartAsync(Posting(1), Posting(2) with { Lines = [TestKit.Sample.TwoMugs with { Quantity = 500 }] });
        using var browser = await desk.EnterAsync();

        var held = await PressAsync(browser, Form(await browser.ReadAsync("/api/desk/order?shop=shop&number=P-1"), "ship"), ("tracking", " YT1 "), ("handed", "1"));
        var shortOne = await PressAsync(browser, Form(await browser.ReadAsync("/api/desk/order?shop=shop&number=P-2"), "ship"));

        var ship = (await desk.World.OrderAsync("P-1")).Instruction!;
        Assert.Equal(("YT1", true, "Anna"), (ship.Ship!.TrackingNumber, ship.Ship.IsHandedOver, ship.AskedBy));
        Assert.EndsWith("said=Noted", held.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("said=NoStock", shortOne.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOwner_WritesTheChecklist_ThatEveryOrderOfTheShopShows()
    {
        await using var desk = await StartAsync(Posting(1));
        using var owner = await desk.EnterAsync();
        using var packer = await desk.EnterAsync("Boris", "a-packers-key-for-tests");
        var page = await owner.ReadAsync("/api/desk/checklist?shop=shop");

        await PressAsync(owner, page.Forms.Single(), ("entries", "weigh it\r\nseal it"));

        Assert.Equal(["weigh it", "seal it"], (await desk.World.Of<Checklists>().OfAsync("shop", default))!);
        Assert.Contains("weigh it", (await packer.ReadAsync("/api/desk/order?shop=shop&number=P-1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.GetAsync("/api/desk/checklist?shop=shop")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/api/desk/checklist?shop=elsewhere")).StatusCode);
    }

    [Theory]
    [InlineData("/api/desk/order")]
    [InlineData("/api/desk/order?shop=shop&number=P-9")]
    public async Task AnOrderThatIsNotThere_IsSaidSo(string path)
    {
        await using var desk = await StartAsync(Posting(1));
        using var browser = await desk.EnterAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task AView_IsSavedFromAFilter_AndFiltersAgain()
    {
        await using var desk = await StartAsync(Posting(1), Posting(2) with { Carrier = "СДЭК" });
        using var browser = await desk.EnterAsync();
        var page = await browser.ReadAsync("/api/today?carrier=%D0%A1%D0%94%D0%AD%D0%9A");
        Assert.Equal(["P-2"], page.QuerySelectorAll("article h3 a").Select(link => link.TextContent));

        await PressAsync(browser, page.Forms.Single(form => form.ClassName == "save"), ("name", "CDEK"));
        page = await browser.ReadAsync("/api/today");
        var view = page.QuerySelectorAll(".views a").Single(link => link.TextContent == "CDEK");

        Assert.Equal(2, page.QuerySelectorAll("article").Length);
        Assert.Single((await browser.ReadAsync("/api/" + view.GetAttribute("href"))).QuerySelectorAll("article"));
        await PressAsync(browser, page.Forms.Single(form => form.GetAttribute("action")!.EndsWith("forget", StringComparison.Ordinal)));
        Assert.DoesNotContain((await browser.ReadAsync("/api/today")).QuerySelectorAll(".views a"), link => link.TextContent == "CDEK");
    }

    private static async Task<WorldDesk> StartAsync(params Posting[] postings)
    {
        var desk = await WorldDesk.StartAsync();
        desk.World.Marketplace.Show(postings);
        await desk.World.RoundAsync();
        return desk;
    }

    private static Posting Posting(int number) => TestKit.Sample.Posting with { Key = new OrderKey("shop", $"P-{number}"), Recipient = Anna };

    private static string Link(IHtmlDocument page, string selector) => "/api/" + page.QuerySelector(selector)!.GetAttribute("href")!.Replace("../", "", StringComparison.Ordinal);

    private static IHtmlFormElement Form(IHtmlDocument page, string action) => page.Forms.Single(form => form.GetAttribute("action")!.EndsWith("/" + action, StringComparison.Ordinal));

    private static Task<HttpResponseMessage> PressAsync(Browser browser, IHtmlFormElement form, params (string Name, string Value)[] fields) => browser.PostAsync(
        "/api/" + form.GetAttribute("action")!.Replace("../", "", StringComparison.Ordinal),
        [.. Browser.FieldsOf(form).Where(field => field.Name is not ("ticked" or "handed" or "anyway") && fields.All(other => other.Name != field.Name)), .. fields]);
}
