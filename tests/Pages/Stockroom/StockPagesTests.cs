using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ShipBy.Application.Ledger;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Orders;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Pages.Tests.Stockroom;

/// <summary>The stockroom, used as people use it: look, write cards, count, confirm.</summary>
public sealed class StockPagesTests
{
    private const string PackersKey = "a-packers-key-for-tests";

    private static readonly Sku Mug = TestKit.Sample.Mug;

    private static readonly Sku Cup = Sku.Parse("CUP/1 ж");

    [Fact]
    public async Task TheShelf_ShowsNumbers_FindsProducts_AndMarksLowOnes()
    {
        await using var desk = await StartAsync();
        using var browser = await desk.EnterAsync();
        await desk.World.WriteCardAsync(new ProductCard(Mug) { Name = "Big mug", Zone = "B-2", BarCode = "46001", SafetyStock = 6 });

        var page = await browser.ReadAsync("/api/desk/stock");

        Assert.Equal(["CUP/1 ж|4|4|0||", "Big mug MUG-1 Zone: B-2|5 · low|8|3|6|"], Rows(page));
        Assert.Equal(["Big mug MUG-1 Zone: B-2|5 · low|8|3|6|"], Rows(await browser.ReadAsync("/api/desk/stock?low=1")));
        Assert.Single(Rows(await browser.ReadAsync("/api/desk/stock?q=4600")));
        Assert.Contains("No product fits.", (await browser.ReadAsync("/api/desk/stock?q=plate")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/api/desk/stock?pool=elsewhere")).StatusCode);
    }

    [Fact]
    public async Task Packaging_IsOnTheShelfLikeAnyProduct_AndFound()
    {
        await using var desk = await StartAsync();
        using var owner = await desk.EnterAsync();
        Assert.Null((await owner.ReadAsync("/api/desk/stock")).QuerySelector("input[name=packaging]"));

        await PressAsync(owner, Form(await owner.ReadAsync("/api/desk/stock/product?sku=BOX-S"), "product"), ("name", "Small box"), ("is_packaging", "yes"), ("safety_stock", "5"));

        Assert.Equal(["Small box BOX-S packaging|0 · low|0|0|5|"], Rows(await owner.ReadAsync("/api/desk/stock?packaging=1")));
        Assert.Equal("BOX-S", (await owner.ReadAsync("/api/desk/stock/product?sku=MUG-1")).QuerySelector("datalist option")!.GetAttribute("value"));
        Assert.Contains("Small box", (await owner.ReadAsync("/api/desk/stock/count")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOwner_WritesACard_AndOneBarCodeMeansOneProduct()
    {
        await using var desk = await StartAsync();
        using var owner = await desk.EnterAsync();
        using var packer = await desk.EnterAsync("Boris", PackersKey);
        var address = Link(await owner.ReadAsync("/api/desk/stock"), "tbody a");
        var form = Form(await owner.ReadAsync(address), "product");

        var saved = await PressAsync(owner, form, ("name", "Cup"), ("zone", "A-1"), ("packaging", "BOX-2"), ("per_package", "6"), ("bar_code", "46002"), ("safety_stock", "2"), ("lead_days", "14"), ("supplier", "Kiln"), ("weight_g", "350"));
        Assert.Contains("Saved.", (await FollowAsync(owner, saved)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            new ProductCard(Cup) { Name = "Cup", Zone = "A-1", Packaging = "BOX-2", PerPackage = 6, BarCode = "46002", SafetyStock = 2, LeadDays = 14, Supplier = "Kiln", Weight = 350 },
            (await desk.World.Of<ProductCards>().OfAsync(TestKit.Sample.Pool, [Cup], default))[Cup]);

        var taken = await PressAsync(owner, Form(await owner.ReadAsync("/api/desk/stock/product?sku=MUG-1"), "product"), ("bar_code", "46002"));
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Contains("already means CUP/1 ж", await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var heavy = await PressAsync(owner, Form(await owner.ReadAsync("/api/desk/stock/product?sku=MUG-1"), "product"), ("weight_g", "1000001"), ("name", "Mug"));
        Assert.Equal(HttpStatusCode.BadRequest, heavy.StatusCode);
        var again = (await new HtmlParser().ParseDocumentAsync(await heavy.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)).QuerySelectorAll("input[aria-invalid]");
        Assert.Equal(["weight_g 1000001"], again.Select(input => $"{input.GetAttribute("name")} {input.GetAttribute("value")}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.GetAsync("/api/desk/stock/product?sku=MUG-1")).StatusCode);
        Assert.Null((await packer.ReadAsync("/api/desk/stock")).QuerySelector("tbody a"));
    }

    [Fact]
    public async Task APackerCounts_TheOwnerSeesTheDifferences_AndConfirms_TwiceIsOnce()
    {
        await using var desk = await StartAsync();
        using var owner = await desk.EnterAsync();
        using var packer = await desk.EnterAsync("Boris", PackersKey);
        var form = Form(await packer.ReadAsync("/api/desk/stock/count"), "count");
        var field = form.QuerySelectorAll("input.units").Single(input => input.GetAttribute("aria-label")!.EndsWith("CUP/1 ж", StringComparison.Ordinal)).GetAttribute("name")!;

        var noted = await PressAsync(packer, form, ("lines", "mug-1 2\r\nMUG-1"), (field, " 5 "));
        var page = await FollowAsync(packer, noted);
        Assert.Contains("The owner has to confirm it", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Forms, one => one.GetAttribute("action")!.EndsWith("confirm", StringComparison.Ordinal));
        Assert.Equal((8, 4), (await OnHandAsync(desk, Mug), await OnHandAsync(desk, Cup)));

        page = await FollowAsync(owner, noted);
        Assert.Equal(["CUP/1 ж|4|5|+1|", "MUG-1|8|3|-5|"], Rows(page));
        var confirm = Form(page, "confirm");
        Assert.Equal(HttpStatusCode.Forbidden, (await PressAsync(packer, confirm)).StatusCode);
        var done = await PressAsync(owner, confirm);
        await PressAsync(owner, confirm);

        Assert.Contains("Confirmed by Anna", (await FollowAsync(owner, done)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((3, 5), (await OnHandAsync(desk, Mug), await OnHandAsync(desk, Cup)));
        Assert.Single(await desk.World.Ledger.RangeAsync(TestKit.Sample.Pool, KeyRange.Journal, 10, default));
    }

    [Fact]
    public async Task ACountThatCannotBeRead_IsShownAgain_AndNothingIsNoted()
    {
        await using var desk = await StartAsync();
        using var browser = await desk.EnterAsync();
        var form = Form(await browser.ReadAsync("/api/desk/stock/count"), "count");
        var field = form.QuerySelectorAll("input.units")[0].GetAttribute("name")!;

        var answer = await PressAsync(browser, form, ("lines", "MUG-1 2\nPLATE 3"), (field, "many"));
        var page = await Browser.ParseAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["PLATE 3", "CUP/1 ж many"], page.QuerySelectorAll("[role=alert] li").Select(line => line.TextContent));
        Assert.Equal(("MUG-1 2\nPLATE 3", "many"), (page.QuerySelector("textarea")!.TextContent, page.QuerySelector($"[name='{field}']")!.GetAttribute("value")));
        Assert.Contains("Nothing was counted.", (await Browser.ParseAsync(await PressAsync(browser, form))).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await desk.World.Of<TakeStock>().AllAsync(TestKit.Sample.Pool, default));
    }

    [Fact]
    public async Task ADroppedCount_SaysSo_AndOneThatWouldLeaveTooFew_Warns()
    {
        await using var desk = await StartAsync();
        using var owner = await desk.EnterAsync();
        var noted = await PressAsync(owner, Form(await owner.ReadAsync("/api/desk/stock/count"), "count"), ("lines", "MUG-1 1"));
        var page = await FollowAsync(owner, noted);

        Assert.Equal(["MUG-1|8|1|-7|3 are held: 2 too few"], Rows(page));
        var form = Form(page, "confirm");
        await owner.PostAsync("/api/desk/stock/taking/drop", Browser.FieldsOf(form));

        Assert.Contains("Nothing was changed", (await FollowAsync(owner, noted)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, await OnHandAsync(desk, Mug));
    }

    [Fact]
    public async Task APurchase_IsWrittenDown_ComesInParts_OnceEach()
    {
        await using var desk = await StartAsync();
        using var owner = await desk.EnterAsync();
        using var packer = await desk.EnterAsync("Boris", PackersKey);
        var form = Form(await owner.ReadAsync("/api/desk/stock/purchases"), "purchases");
        Assert.Empty((await packer.ReadAsync("/api/desk/stock/purchases")).Forms);

        var refused = await PressAsync(owner, form, ("number", "Z-7"), ("supplier", ""), ("lines", "MUG-1 5"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("MUG-1 5", (await Browser.ParseAsync(refused)).QuerySelector("textarea")!.TextContent);

        var written = await PressAsync(owner, form, ("number", "Z-7"), ("supplier", "Kiln"), ("expected", "2026-03-20"), ("lines", "MUG-1 5\nBOWL 2"));
        await PressAsync(owner, form, ("number", "Z-7"), ("supplier", "Kiln"), ("expected", "2026-03-20"), ("lines", "MUG-1 5\nBOWL 2"));
        Assert.Equal(["Z-7|Kiln|2026-03-20|7|"], Rows(await packer.ReadAsync("/api/desk/stock/purchases")));
        Assert.Contains("MUG-1|5|8|3||5", Rows(await owner.ReadAsync("/api/desk/stock")));

        var page = await FollowAsync(owner, written);
        form = Form(page, "receive");
        var mugs = form.QuerySelectorAll("input.units").Single(input => input.GetAttribute("aria-label")!.EndsWith("MUG-1", StringComparison.Ordinal)).GetAttribute("name")!;
        var bowls = form.QuerySelectorAll("input.units").Single(input => input.GetAttribute("aria-label")!.EndsWith("BOWL", StringComparison.Ordinal)).GetAttribute("name")!;
        var first = await PressAsync(owner, form, (mugs, "3"), (bowls, ""));
        var second = await PressAsync(owner, form, (mugs, "3"), (bowls, ""));
        Assert.EndsWith("said=In", first.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("said=Before", second.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(11, await OnHandAsync(desk, Mug));
        Assert.Equal(HttpStatusCode.Forbidden, (await PressAsync(packer, form, (mugs, "3"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PressAsync(owner, form, (mugs, "-3"))).StatusCode);

        page = await FollowAsync(owner, written);
        Assert.Equal(["BOWL new product|2|2|0", "MUG-1|2|5|3"], page.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => cell.QuerySelector("input")?.GetAttribute("value") ?? Text(cell)))));
        await owner.PostAsync("/api/desk/stock/purchase/close", Browser.FieldsOf(Form(page, "receive")));
        Assert.Equal(["Z-7|Kiln|2026-03-20|0|closed"], Rows(await owner.ReadAsync("/api/desk/stock/purchases")));
        Assert.Equal(11, await OnHandAsync(desk, Mug));
    }

    [Fact]
    public async Task TheReorderPage_SaysWhatToOrder_WithItsNumbers_OrThatItIsTooEarly()
    {
        await using var desk = await StartAsync();
        using var owner = await desk.EnterAsync();
        using var packer = await desk.EnterAsync("Boris", PackersKey);
        await desk.World.WriteCardAsync(new ProductCard(Mug) { LeadDays = 9 });
        Assert.Contains("only 0 whole days", (await owner.ReadAsync("/api/desk/stock/reorder")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

        for (var day = 1; day <= 20; day++)
        {
            var sold = TestKit.Sample.Order with
            {
                Key = TestKit.Sample.Order.Key with { Number = $"P-{day}" },
                State = OrderState.Shipped,
                ShippedAt = desk.World.Now,
                OrderedAt = desk.World.Now - NodaTime.Duration.FromDays(day),
                Lines = [TestKit.Sample.TwoMugs with { Quantity = day % 2 == 0 ? 2 : 4 }, new OrderLine(Cup, "Cup", 1, null)],
            };
            await desk.World.History.TryCommitAsync(TestKit.Sample.Pool, new CommitSet().With(new RowChange.Insert(new OrderRow(sold))), default);
        }

        desk.World.Clock.Advance(TimeSpan.FromHours(6));
        var page = await owner.ReadAsync("/api/desk/stock/reorder?level=NinetyFive");
        Assert.Equal(["MUG-1|118|33|5|3 × 9 + 1.64 × 1.03 × √9 Sells steadily: worth lying in the marketplace's own warehouse."], Rows(page));
        Assert.Contains("CUP/1 ж", page.QuerySelector("main li a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.GetAsync("/api/desk/stock/reorder")).StatusCode);
    }

    [Theory]
    [InlineData("en", "Stock", "sku,on_hand,held,free,incoming,safety_stock,name,zone\r\nCUP/1 ж,4,0,4,0,,,\r\nMUG-1,8,3,5,0,,'=Mug,\r\n")]
    [InlineData("ru", "Products", "sku;name;zone;packaging;per_package;bar_code;safety_stock;lead_days;supplier;weight_g;is_packaging\r\nCUP/1 ж;;;;;;;;;;\r\nMUG-1;'=Mug;;;;;;;;;\r\n")]
    public async Task Tables_AreDownloaded_AsSpreadsheetsOpenThem(string language, string table, string expected)
    {
        await using var desk = await StartAsync(language);
        using var owner = await desk.EnterAsync();
        using var packer = await desk.EnterAsync("Boris", PackersKey);
        await desk.World.WriteCardAsync(new ProductCard(Mug) { Name = "=Mug" });
        var link = (await owner.ReadAsync("/api/desk/stock")).QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!).Single(href => href.EndsWith($"table={table}", StringComparison.Ordinal));

        var file = await owner.GetAsync("/api/" + link.Replace("../", "", StringComparison.Ordinal));

        Assert.Equal("\uFEFF" + expected, System.Text.Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(("text/csv", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.GetAsync("/api/" + link.Replace("../", "", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/api/desk/stock/table.csv?table=7")).StatusCode);
    }

    internal static async Task<WorldDesk> StartAsync(string language = "en")
    {
        var desk = await WorldDesk.StartAsync(language);
        await desk.World.Ledger.TryCommitAsync(
            TestKit.Sample.Pool, new CommitSet().With(new RowChange.Insert(new StockRow(new StockItem(Mug, 8, 3))), new RowChange.Insert(new StockRow(new StockItem(Cup, 4, 0)))), default);
        return desk;
    }

    private static async Task<int> OnHandAsync(WorldDesk desk, Sku sku) => (await desk.World.StockAsync(sku)).OnHand;

    private static IEnumerable<string> Rows(IHtmlDocument page) => page.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(Text)));

    private static string Text(IElement cell) => string.Join(' ', cell.InnerHtml.Replace("<br>", " ", StringComparison.Ordinal) is var html ? new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : []);

    private static string Link(IHtmlDocument page, string selector) => "/api/" + page.QuerySelector(selector)!.GetAttribute("href")!.Replace("../", "", StringComparison.Ordinal);

    private static IHtmlFormElement Form(IHtmlDocument page, string action) => page.Forms.Single(form => form.GetAttribute("method") == "post" && form.GetAttribute("action")!.EndsWith("/" + action, StringComparison.Ordinal));

    private static async Task<IHtmlDocument> FollowAsync(Browser browser, HttpResponseMessage answer) => await browser.ReadAsync("/api/" + answer.Headers.Location!.OriginalString.Replace("../", "", StringComparison.Ordinal));

    private static Task<HttpResponseMessage> PressAsync(Browser browser, IHtmlFormElement form, params (string Name, string Value)[] fields) => browser.PostAsync(
        "/api/" + form.GetAttribute("action")!.Replace("../", "", StringComparison.Ordinal),
        [.. Browser.FieldsOf(form).Where(field => fields.All(other => other.Name != field.Name)), .. fields]);
}
