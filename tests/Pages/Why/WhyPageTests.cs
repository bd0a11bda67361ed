using System.Net;
using AngleSharp.Html.Dom;
using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Quality;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Tests.Letters;
using ShipBy.Pages.Tests.Orders;
using ShipBy.Pages.Why;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Why;

/// <summary>An order of Monday noon that had thirty hours.</summary>
public sealed class WhyPageTests(Pictures pictures) : IClassFixture<Pictures>
{
    private const string Page = "/api/desk/why";

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Fact]
    public async Task WhereNothingWentWrong_ThePageSaysSo()
    {
        await using var desk = await WorldDesk.StartAsync();
        using var browser = await desk.EnterAsync();

        Assert.Contains("Nothing was late or cancelled", (await browser.ReadAsync(Page)).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Page + "?only=elsewhere")).StatusCode);
    }

    [Fact]
    public async Task AProposedCause_IsConfirmedByOnePress_AndPressingAgainChangesNothing()
    {
        await using var desk = await LateAsync();
        using var browser = await desk.EnterAsync();
        var page = await browser.ReadAsync(Page);
        Assert.Contains("1\u00A0h late and still with you", page.QuerySelector("main .state")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Probably", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var press = (IHtmlButtonElement)page.QuerySelector("main form[method=post] button[name=cause]")!;

        var first = await PressAsync(browser, press.Form!, press.Value);
        var said = (await desk.World.OrderAsync("P-1")).Cause!;
        desk.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await PressAsync(browser, press.Form!, press.Value);

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.StartsWith("desk/why?days=30#o-", first.Headers.Location!.OriginalString[first.Headers.Location.OriginalString.IndexOf("desk/", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal((press.Value, "Anna"), (said.Kind.ToString(), said.By));
        Assert.Equal(said, (await desk.World.OrderAsync("P-1")).Cause);
        var after = await browser.ReadAsync(Page);
        Assert.Contains("said Anna", after.QuerySelector(".kept")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "0"], after.QuerySelectorAll(".causes td.number").Select(cell => cell.TextContent));
        Assert.Empty(after.QuerySelectorAll("button[name=cause]"));
    }

    [Fact]
    public async Task AnOrderOfTheHistory_IsShownAndJudgedTheSame()
    {
        await using var desk = await LateAsync();
        desk.World.Marketplace.Show(Posting with { Status = PostingStatus.HandedOver, RawStatus = "delivering" });
        await desk.World.RoundAsync();
        desk.World.Clock.Advance(TimeSpan.FromHours(13));
        await desk.World.Of<MoveClosed>().RunAsync(TestKit.Sample.Pool, TestContext.Current.CancellationToken);
        Assert.Empty(await desk.World.OrdersAsync());
        using var browser = await desk.EnterAsync();
        var page = await browser.ReadAsync(Page);
        Assert.Contains("handed over 1\u00A0h late", page.QuerySelector("main .state")!.TextContent, StringComparison.Ordinal);

        await PressAsync(browser, ((IHtmlSelectElement)page.QuerySelector("select[name=cause]")!).Form!, "Buyer");

        var after = await browser.ReadAsync(Page + "?days=7&only=shop");
        Assert.Contains("buyer", after.QuerySelector(".kept")!.TextContent, StringComparison.Ordinal);
        Assert.Single(after.QuerySelectorAll(".causes tbody tr"));
    }

    [Theory]
    [InlineData("Anna", "", "Stock", HttpStatusCode.BadRequest)]
    [InlineData("Anna", "P-1", "99", HttpStatusCode.BadRequest)]
    [InlineData("Anna", "P-1", "fate", HttpStatusCode.BadRequest)]
    [InlineData("Anna", "P-9", "Stock", HttpStatusCode.NotFound)]
    [InlineData(null, "P-1", "Stock", HttpStatusCode.Forbidden)]
    public async Task WhatIsNoAnswer_ChangesNothing(string? owner, string number, string cause, HttpStatusCode expected)
    {
        await using var desk = await LateAsync();
        using var one = await desk.EnterAsync();
        var token = ((IHtmlInputElement)(await one.ReadAsync(Page)).QuerySelector("input[name=token]")!).Value;
        using var packer = await desk.EnterAsync("Boris", "a-packers-key-for-tests");

        var answer = await (owner is null ? packer : one).PostAsync(Page + "/cause", ("token", token), ("shop", "shop"), ("number", number), ("cause", cause));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Null((await desk.World.OrderAsync("P-1")).Cause);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ThePage_CanBeRead(string language)
    {
        await using var desk = await LateAsync(language);
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(desk.Address, Page).AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/desk/why");
        var frame = Sample.Frame(language, "desk/why");
        var html = await Sample.Press.PrintAsync<WhyPage>(new WhyModel(frame, Many(), 30, new ShopClock(DateTimeZone.Utc, frame.Words.Time, TestKit.Sample.Noon), IsBusy: true));
        // The desk's own style sheet stays; what it shows is the sample's.
        await page.EvaluateAsync("html => { document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML; }", html);
        await Pictures.TakeAsync(page, $"why/many.{language}");
        await page.CloseAsync();
    }

    private static CauseSheet Many()
    {
        var now = TestKit.Sample.Noon;
        var reasons = Enum.GetValues<CauseReason>();
        var orders = reasons.Select((reason, index) => new TroubledOrder
        {
            Key = new OrderKey(index % 2 == 0 ? "shop" : "tea", $"0137{index:D4}-0001-1"),
            OrderedAt = now - Duration.FromHours(30 + 11 * index),
            Products = index % 2 == 0 ? [TestKit.Sample.Mug] : [Sku.Parse($"KIT-{index}")],
            Carrier = index % 3 == 0 ? "中通快递" : "СДЭК",
            Region = index % 4 == 0 ? "Пермский край" : null,
            Value = Money.Of(1_250, "RUB"),
            Limit = now - Duration.FromHours(20 + 9 * index),
            ShippedAt = index % 3 == 1 ? now - Duration.FromHours(3) : null,
            CancelledAt = index % 3 == 2 ? now - Duration.FromHours(3 + 8 * index) : null,
            WasCancelled = index % 3 == 2,
            CancelledBy = index % 3 == 2 ? (Canceller)(index % 5) : null,
            CancelReason = index % 6 == 2 ? "Товар закончился" : null,
            Defects = DefectKinds.Late,
            Proposed = reason,
            ProposedAt = index % 2 == 0 ? now - Duration.FromHours(40) : null,
            Cause = index % 4 == 3 ? new ConfirmedCause((CauseKind)(index % 7), "Анна", now, "a note") : null,
        });
        return new CauseSheet(new LocalDate(2026, 2, 1), new LocalDate(2026, 3, 2), DateTimeZone.Utc, now, ["shop", "tea"], null, [.. orders.Select(order => CauseCase.Of(order, SampleCosts.Table, now))]);
    }

    private static Posting Posting => TestKit.Sample.Posting with { Key = new("shop", "P-1") };

    private static async Task<WorldDesk> LateAsync(string language = "en")
    {
        var desk = await WorldDesk.StartAsync(language);
        desk.World.Marketplace.Show(Posting);
        await desk.World.RoundAsync();
        desk.World.Clock.Advance(TimeSpan.FromHours(31));
        return desk;
    }

    private static Task<HttpResponseMessage> PressAsync(Browser browser, IHtmlFormElement form, string cause) => browser.PostAsync(Page + "/cause", [.. Browser.FieldsOf(form), ("cause", cause)]);
}
