using System.Net;
using AngleSharp.Html.Dom;
using ShipBy.Application.Batches;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Orders;

namespace ShipBy.Pages.Tests.Batches;

/// <summary>Shipping many orders at one go, used as a person uses it.</summary>
public sealed class BatchPagesTests
{
    private static readonly Recipient Anna = new() { Name = "Анна Бойко", City = "Казань", Address = "ул. Ленина, 1" };

    [Fact]
    public async Task FiftyOrders_WithContinuedNumbers_AndTwoMergedParcels_AreNotedOnce()
    {
        await using var desk = await StartAsync([.. Enumerable.Range(1, 50).Select(number => Posting(number) with { Recipient = number is 3 or 7 ? Anna : number is 11 or 12 ? Anna with { City = "Пермь" } : null })]);
        using var browser = await desk.EnterAsync("Boris", "a-packers-key-for-tests");
        var choose = (await browser.ReadAsync("/api/desk/ship?all=1")).Forms.Single();

        var plan = await Browser.ParseAsync(await PressAsync(browser, choose, ("first", "10100001000010"), ("rule", "RussianPost"), ("carrier", "POST")));
        Assert.Equal(48, plan.QuerySelectorAll("tbody tr").Length);
        var started = await PressAsync(browser, plan.Forms.Single());
        var again = await PressAsync(browser, plan.Forms.Single());

        Assert.Equal(started.Headers.Location, again.Headers.Location);
        var orders = (await desk.World.OrdersAsync()).Values.ToList();
        Assert.All(orders, order => Assert.Single(order.Journal, entry => entry.What == JournalEvent.Instructed));
        Assert.Equal(48, orders.Select(order => order.Instruction!.Ship!.TrackingNumber).Distinct().Count());
        Assert.Equal(orders.Single(order => order.Key.Number == "P-3").Instruction!.Ship!.TrackingNumber, orders.Single(order => order.Key.Number == "P-7").Instruction!.Ship!.TrackingNumber);
        var progress = await browser.ReadAsync("/api/" + started.Headers.Location!.OriginalString.Replace("../", "", StringComparison.Ordinal));
        Assert.Equal(50, progress.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("every 2s", progress.QuerySelector("#progress")!.GetAttribute("hx-trigger"), StringComparison.Ordinal);
        Assert.Contains("100", (await browser.ReadAsync(Link(progress, "a[href*=pick-list]"))).QuerySelector("td.number")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANumberChangedInThePlan_StartsANewRow_AndAMergedParcelIsTakenApart()
    {
        await using var desk = await StartAsync(Posting(1) with { Recipient = Anna }, Posting(2) with { Recipient = Anna }, Posting(3));
        using var browser = await desk.EnterAsync();
        var plan = await Browser.ParseAsync(await PressAsync(browser, (await browser.ReadAsync("/api/desk/ship?all=1")).Forms.Single(), ("first", "100"), ("rule", "Counter")));
        Assert.Equal(["100", "101"], NumbersIn(plan));

        plan = await Browser.ParseAsync(await browser.PostAsync("/api/desk/ship/plan", [.. Browser.FieldsOf(plan.Forms.Single()).Where(field => field.Name is not ("apart" or "number:1")), ("apart", "shop/P-2"), ("number:1", "500")]));

        Assert.Equal(["100", "101", "500"], NumbersIn(plan));
        Assert.Single(plan.QuerySelectorAll("input[name=apart]").OfType<IHtmlInputElement>(), box => box.IsChecked);
        await PressAsync(browser, plan.Forms.Single(), ("apart", "shop/P-2"));
        Assert.Equal("500", (await desk.World.OrderAsync("P-3")).Instruction!.Ship!.TrackingNumber);
    }

    [Fact]
    public async Task WhatMustNotShip_IsNamed_AndAPlanThatChangedIsShownAgainFirst()
    {
        await using var desk = await StartAsync(Posting(1), Posting(2), Posting(3) with { Lines = [TestKit.Sample.TwoMugs with { Quantity = 900 }] });
        using var browser = await desk.EnterAsync();
        var form = (await browser.ReadAsync("/api/desk/ship?all=1")).Forms.Single();
        var plan = await Browser.ParseAsync(await browser.PostAsync("/api/desk/ship/plan", [.. Browser.FieldsOf(form).Where(field => field.Name is not ("order" or "")), .. Enumerable.Range(1, 4).Select(number => ("order", $"shop/P-{number}"))]));
        Assert.Contains("P-3 shop: its stock is not held", plan.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("P-4 shop: there is no such order any more", plan.Body.TextContent, StringComparison.Ordinal);

        desk.World.Marketplace.Show(Posting(2) with { Status = PostingStatus.Cancelled });
        await desk.World.RoundAsync();
        var answer = await PressAsync(browser, plan.Forms.Single());

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("cancelled: do not send it", (await Browser.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await desk.World.OrderAsync("P-1")).Instruction);
    }

    [Fact]
    public async Task ABatchThatWasBrokenOff_IsOnTheFirstPage_UntilSomebodyGoesOn()
    {
        await using var desk = await StartAsync(Posting(1));
        var id = Guid.NewGuid();
        var wish = new BatchWish { Orders = [Posting(1).Key] };
        await desk.World.Of<ShipBatch>().StartAsync(id, wish, await desk.World.Of<PlanBatch>().RunAsync(wish, default), "Anna", default);
        using var browser = await desk.EnterAsync();

        var batch = await browser.ReadAsync(Link(await browser.ReadAsync("/api/today"), ".notice a"));
        await PressAsync(browser, batch.Forms.Single(form => form.GetAttribute("action")!.EndsWith("carry-on", StringComparison.Ordinal)));

        Assert.Empty((await browser.ReadAsync("/api/today")).QuerySelectorAll(".notice a"));
        Assert.NotNull((await desk.World.OrderAsync("P-1")).Instruction);
    }

    [Fact]
    public async Task AllCanBeTickedWithoutAScript_AndPrintingTheListIsNoted()
    {
        await using var desk = await StartAsync(Posting(1), Posting(2));
        using var browser = await desk.EnterAsync();
        var all = await browser.ReadAsync(Link(await browser.ReadAsync("/api/desk/ship"), "thead a"));
        Assert.All(all.QuerySelectorAll("input[name=order]").OfType<IHtmlInputElement>(), box => Assert.True(box.IsChecked));
        Assert.DoesNotContain((await browser.ReadAsync(Link(all, "thead a"))).QuerySelectorAll("input[name=order]").OfType<IHtmlInputElement>(), box => box.IsChecked);

        var plan = await Browser.ParseAsync(await PressAsync(browser, all.Forms.Single()));
        var started = await PressAsync(browser, plan.Forms.Single());
        var list = await browser.ReadAsync(Link(await browser.ReadAsync("/api/" + started.Headers.Location!.OriginalString.Replace("../", "", StringComparison.Ordinal)), "a[href*=pick-list]"));
        Assert.All((await desk.World.OrdersAsync()).Values, order => Assert.Null(order.Preparation?.PrintedAt));
        await PressAsync(browser, list.Forms.Single());

        Assert.All((await desk.World.OrdersAsync()).Values, order => Assert.NotNull(order.Preparation?.PrintedAt));
    }

    [Theory]
    [InlineData("10100001000011", "RussianPost", "It would be 10100001000010")]
    [InlineData("SF1", "FromTheCarrier", "gives each number by itself")]
    [InlineData("99", "Counter", "is used up")]
    public async Task NumbersThatCannotGoOn_StopThePlan(string first, string rule, string said)
    {
        await using var desk = await StartAsync(Posting(1), Posting(2));
        using var browser = await desk.EnterAsync();

        var plan = await Browser.ParseAsync(await PressAsync(browser, (await browser.ReadAsync("/api/desk/ship?all=1")).Forms.Single(), ("first", first), ("rule", rule)));

        Assert.Contains(said, plan.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(plan.QuerySelectorAll("form button:not([formaction])"));
    }

    private static async Task<WorldDesk> StartAsync(params Posting[] postings)
    {
        var desk = await WorldDesk.StartAsync();
        desk.World.Marketplace.Show(postings);
        await desk.World.RoundAsync();
        return desk;
    }

    private static Posting Posting(int number) => TestKit.Sample.Posting with { Key = new OrderKey("shop", $"P-{number}"), ShipBy = TestKit.Sample.Noon + NodaTime.Duration.FromHours(30) + NodaTime.Duration.FromMinutes(number) };

    private static IEnumerable<string> NumbersIn(IHtmlDocument plan) => plan.QuerySelectorAll("input[name^='number:']").Select(field => field.GetAttribute("value")!);

    private static string Link(IHtmlDocument page, string selector) => "/api/" + page.QuerySelector(selector)!.GetAttribute("href")!.Replace("../", "", StringComparison.Ordinal);

    /// <summary>All orders are ticked.</summary>
    private static Task<HttpResponseMessage> PressAsync(Browser browser, IHtmlFormElement form, params (string Name, string Value)[] fields) => browser.PostAsync(
        "/api/" + form.GetAttribute("action")!.Replace("../", "", StringComparison.Ordinal),
        [.. Browser.FieldsOf(form).Where(field => field.Name is { Length: > 0 } and not ("handed" or "apart" or "stock") && fields.All(other => other.Name != field.Name)), .. fields]);
}
