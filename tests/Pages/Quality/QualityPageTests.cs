using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Quality;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Quality;
using ShipBy.Pages.Quality;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Tests.Orders;
using ShipBy.Pages.Wording;
using static ShipBy.Domain.Quality.QualityMeasure;

namespace ShipBy.Pages.Tests.Quality;

public sealed class QualityPageTests(Pictures pictures) : IClassFixture<Pictures>
{
    private static readonly LocalDate Today = new(2026, 11, 25);

    private static readonly FigureThresholds Thresholds = new(
    [
        new("*", FigureName.LateRate, 0.032m, 0.04m, Today, "Amazon"),
        new("*", FigureName.CancelRate, 0.02m, 0.025m, Today, "Amazon"),
        new("*", FigureName.CarrierOnTime, 0.97m, 0.95m, Today, "Amazon"),
    ]);

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Fact]
    public async Task BeforeTheFirstOrder_ThePageSaysSo()
    {
        await using var desk = await WorldDesk.StartAsync();
        using var browser = await desk.EnterAsync();

        var page = await browser.ReadAsync("/api/desk/quality");

        Assert.Contains("No orders have been counted yet", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task AnOrderThatIsLate_ShowsInItsFigures_WithWhatIsNotKnownLeftOpen()
    {
        await using var desk = await WorldDesk.StartAsync();
        desk.World.Marketplace.Show(TestKit.Sample.Posting with { Key = new("shop", "P-1") });
        await desk.World.RoundAsync();
        desk.World.Clock.Advance(TimeSpan.FromHours(31));
        using var browser = await desk.EnterAsync();

        var rows = (await browser.ReadAsync("/api/desk/quality")).QuerySelectorAll(".figures tbody tr").ToDictionary(row => row.QuerySelector("th")!.FirstChild!.TextContent.Trim(), row => row.QuerySelectorAll("td")[0].TextContent.Trim());

        Assert.Equal(("100%1 of 1", "100%1 of 1", "0%0 of 1", "not available"), (rows["Late shipment rate (of orders due)"], rows["Order defect rate"], rows["Cancelled by you"], rows["Delivered on time"]));
        Assert.Equal(Enum.GetValues<FigureName>().Length, rows.Count);
    }

    [Fact]
    public async Task WhatWasWrong_AndWhy_IsEnteredByHand_AndTakenBack()
    {
        await using var desk = await WorldDesk.StartAsync();
        desk.World.Marketplace.Show(TestKit.Sample.Posting with { Key = new("shop", "P-1") });
        await desk.World.RoundAsync();
        using var browser = await desk.EnterAsync();

        var noted = await SayAsync(browser, "desk/quality/defect", ("shop", "shop"), ("number", "P-1"), ("kind", "WrongItem"), ("note", "blue"));
        await SayAsync(browser, "desk/quality/cause", ("shop", "shop"), ("number", "P-1"), ("cause", "Staff"));
        var unknown = await SayAsync(browser, "desk/quality/defect", ("shop", "shop"), ("number", "P-9"), ("kind", "WrongItem"));

        Assert.Contains("said=Written", noted, StringComparison.Ordinal);
        Assert.Contains("said=Unknown", unknown, StringComparison.Ordinal);
        var order = await desk.World.OrderAsync("P-1");
        Assert.Equal((DefectKind.WrongItem, "Anna", "blue", CauseKind.Staff), (order.Defects[0].Kind, order.Defects[0].By, order.Defects[0].Note, order.Cause!.Kind));

        await SayAsync(browser, "desk/quality/defect", ("shop", "shop"), ("number", "P-1"), ("kind", "WrongItem"), ("back", "1"));
        Assert.False((await desk.World.OrderAsync("P-1")).Defects[0].Stands);
    }

    [Fact]
    public async Task TheMarketplacesIndex_StandsBesideOurs_WithTheOrdersThatMakeTheDifference()
    {
        await using var desk = await WorldDesk.StartAsync();
        desk.World.Marketplace.Show(TestKit.Sample.Posting with { Key = new("shop", "P-1") });
        await desk.World.RoundAsync();
        desk.World.Clock.Advance(TimeSpan.FromHours(31));
        desk.World.Marketplace.Health = new AccountHealth(2.5m, [], [new OrderDefect("P-7", "SELLER_DELAY", null, null, IsForgiven: false)]);
        using var browser = await desk.EnterAsync();

        var page = (await browser.ReadAsync("/api/desk/quality/index?shop=shop")).QuerySelector("main")!;

        Assert.Equal(["2.5%", "100%"], page.QuerySelectorAll("dd").Select(value => value.TextContent));
        Assert.Equal(["P-7 SELLER_DELAY", "P-1 late hand-over"], page.QuerySelectorAll("li").Select(order => order.TextContent));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync("/api/desk/quality/index?shop=elsewhere")).StatusCode);
    }

    [Fact]
    public async Task APacker_HasNoBusinessHere()
    {
        await using var desk = await WorldDesk.StartAsync();
        using var browser = await desk.EnterAsync("Boris", "a-packers-key-for-tests");

        Assert.Empty((await browser.ReadAsync("/api/desk/quality")).QuerySelectorAll("table, .empty"));
    }

    /// <summary>A year of two shops, the one good and the other bad; beneath it what one order and no data look like.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ThePage_CanBeRead(string language)
    {
        await using var desk = await WorldDesk.StartAsync(language);
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(desk.Address, "/api/desk/quality").AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/desk/quality");
        await Pictures.TakeAsync(page, $"quality/none.{language}");
        foreach (var (name, sheet) in new[] { ("one", One()), ("year", Year()) })
        {
            // The desk's own style sheet stays; what it shows is the sample's.
            var html = await Sample.Press.PrintAsync<QualityPage>(new QualityModel(Sample.Frame(language, "desk/quality"), sheet, null, ["shop"]));
            await page.EvaluateAsync("html => { document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML; }", html);
            await Pictures.TakeAsync(page, $"quality/{name}.{language}");
        }

        await page.CloseAsync();
    }

    /// <returns>Where the browser is led.</returns>
    private static async Task<string> SayAsync(Browser browser, string form, params (string Name, string Value)[] fields)
    {
        var token = (await browser.ReadAsync("/api/desk/quality")).QuerySelector("input[name=token]")!.GetAttribute("value")!;
        return (await browser.PostAsync("/api/" + form, [("token", token), .. fields])).Headers.Location?.ToString() ?? "";
    }

    private static QualitySheet One() => Sheet(("shop", new Dictionary<LocalDate, QualityTally>
    {
        [Today] = QualityTally.Of([(Ordered, 1), (Due, 1), (QualityMeasure.Late, 1), (Shipped, 1), (Timed, 1), (MinutesTaken, 90)], DefectKinds.Late, HandlingTimes.Of(Duration.FromMinutes(90))),
    }));

    private static QualitySheet Year() => Sheet(("shop", Days(badness: 1)), ("tea", Days(badness: 4)));

    private static Dictionary<LocalDate, QualityTally> Days(int badness) => Enumerable.Range(0, 365).ToDictionary(day => Today.PlusDays(-day), day => QualityTally.Sum(
    [
        QualityTally.Of(
            [(Ordered, 40), (CancelledBySeller, day % 7 < badness ? 1 : 0), (Reserved, 40), (FilledAtOnce, 38), (UnitsReserved, 60), (UnitsFilledAtOnce, 57), (Reviewed, 10), (Stars, 45), (Satisfied, 9), (Due, 40), (QualityMeasure.Late, day % 5 == 0 ? badness : 0), (Shipped, 39), (Timed, 39), (MinutesTaken, 39 * 500), (Delivered, 30), (DeliveredInTime, 29), (Warned, 5), (WarnedAndSaved, 4)],
            took: HandlingTimes.Of(Duration.FromHours(8 + day % 4))),
        .. Enumerable.Repeat(QualityTally.Of([], DefectKinds.Late), day % 5 == 0 ? badness : 0),
        .. Enumerable.Repeat(QualityTally.Of([], DefectKinds.BadReview | DefectKinds.Damaged), day < 7 ? 1 : 0),
    ]));

    private static QualitySheet Sheet(params (string Shop, Dictionary<LocalDate, QualityTally> Days)[] shops) => new(
        Today, DateTimeZone.Utc, [.. shops.Select(shop => new Shop(shop.Shop, "fake", TestKit.Sample.Pool))], shops.ToDictionary(shop => shop.Shop, shop => new QualityBook(shop.Days, [])), Thresholds, DefectKinds.All);
}
