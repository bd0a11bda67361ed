using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Today;

namespace ShipBy.Pages.Tests.Today;

public class TodayPageTests
{
    [Fact]
    public async Task Orders_StandByUrgency_InTheOrderOfTheDesk()
    {
        var page = await PageAsync(Sample.View(
            Due("late", Duration.FromMinutes(-35)), Due("now", Duration.Zero), Due("day", Duration.FromHours(24)), Due("later", Duration.FromHours(24) + Duration.Epsilon), Due("never", null)));

        Assert.Equal(["late", "now", "day", "later", "never"], [.. page.QuerySelectorAll("article").Select(card => card.GetAttribute("aria-label")!)]);
        Assert.Equal(["Overdue 1", "Next 24 hours 2", "Later 1", "No deadline set 1"], [.. page.QuerySelectorAll("#orders h2").Select(heading => Words(heading.TextContent))]);
        Assert.Equal(["35 min overdue", "0 s left", "1 d left", "1 d left", "no deadline set"], [.. page.QuerySelectorAll(".left").Select(left => Words(left.TextContent))]);
    }

    [Fact]
    public async Task ACard_TellsWhatAnybodyNeedsToAct()
    {
        var order = Sample.Order with
        {
            State = OrderState.OutOfStock,
            MissingUnits = 2,
            Warned = [new RungNote("24h", RungFate.Covered, Sample.Now - Duration.FromDays(1)), new RungNote("6h", RungFate.Named, Sample.Now)],
        };

        var card = (await PageAsync(Sample.View(order))).GetElementById(OrderAnchor.Of(order.Key))!;
        card.QuerySelector("details")!.Remove();

        Assert.Equal(
            "3 h left Hand over by Fri 27 Nov, 15:00 0100200300-0007-1 main Кружка × 2 · 1,530 ₽ out of stock: 2 missing Awaiting packaging"
            + " Delivery service: Ozon Логистика Warnings: 24 h before Thu 26 Nov, 12:00 6 h before 12:00 I am on it",
            Words(card.TextContent));
        Assert.Equal("2026-11-27T12:00:00Z", card.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task WhatIsSetAside_TellsItsReason_AndStillHasItsButton()
    {
        var card = (await PageAsync(Sample.View(Sample.Order with { State = OrderState.SetAside, RawStatus = "a_new_word", Flaw = "quantity is 0" }))).QuerySelector("article")!;

        Assert.Contains("Reason: quantity is 0", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("a_new_word", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("form button"));
    }

    [Fact]
    public async Task WhatIsAcknowledged_TellsByWhomAndUntilWhen_InsteadOfTheButton()
    {
        var order = Sample.Order with { Acknowledged = new Acknowledgement("Anna", Sample.Now, Sample.Now + Duration.FromHours(1)) };

        var card = (await PageAsync(Sample.View(order))).QuerySelector("article")!;

        Assert.Contains("Anna: on it. Silent until 13:00", card.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("form[action$=acknowledge] button"));
    }

    [Theory]
    [InlineData(60, 0, "Anna: later. Silent until 13:00")]
    [InlineData(0, 0, null)]                                        // reminded of since
    public async Task WhatIsPutOff_TellsUntilWhen_AndMayBeAcknowledged(int minutes, int said, string? expected)
    {
        var order = Sample.Order with { Acknowledged = new Acknowledgement("Anna", Sample.Now - Duration.FromMinutes(said), Sample.Now + Duration.FromMinutes(minutes), RemindsAtEnd: true) };

        var card = (await PageAsync(Sample.View(order))).QuerySelector("article")!;

        Assert.Equal(expected, card.QuerySelector(".on-it")?.TextContent.Trim());
        Assert.NotNull(card.QuerySelector("form[action$=acknowledge] button"));
    }

    [Fact]
    public async Task AnAcknowledgementThatIsOver_GivesTheButtonBack()
    {
        var order = Sample.Order with { Acknowledged = new Acknowledgement("Anna", Sample.Now - Duration.FromHours(9), Sample.Now) };

        var card = (await PageAsync(Sample.View(order))).QuerySelector("article")!;

        Assert.Null(card.QuerySelector(".on-it"));
        Assert.NotNull(card.QuerySelector("form[action$=acknowledge] button"));
    }

    [Theory]
    [InlineData("Boris", "Owner: Boris")]
    [InlineData("Anna", null)]                                      // said already
    [InlineData(null, null)]
    public async Task TheOwner_IsNamed_AndCanBeChanged(string? owner, string? expected)
    {
        var order = Sample.Order with { Owner = owner, Acknowledged = new Acknowledgement("Anna", Sample.Now, Sample.Now + Duration.FromHours(1)) };

        var card = (await PageAsync(Sample.View(order))).QuerySelector("article")!;

        Assert.Equal(expected, card.QuerySelector(".act > .soft")?.TextContent.Trim());
        Assert.Equal(owner ?? "", card.QuerySelector("input[name=owner]")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task ASecondContact_IsNamedBesideTheRung()
    {
        var order = Sample.Order with { Warned = [new RungNote("2h", RungFate.Named, Sample.Now, EscalatedAt: Sample.Now + Duration.FromMinutes(30))] };

        var card = (await PageAsync(Sample.View(order))).QuerySelector("article")!;

        Assert.Equal(["2 h before 12:00", "second contact told 12:30"], card.QuerySelectorAll(".rung").Select(rung => Words(rung.TextContent)));
    }

    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(0.0, 0)]
    [InlineData(-1.0, 0)]
    [InlineData(null, 0)]
    public async Task WhatHasADeadlineAhead_CanBePutOff(double? hours, int buttons)
    {
        var card = (await PageAsync(Sample.View(Due("P-1", hours is { } some ? Duration.FromHours(some) : null)))).QuerySelector("article")!;

        Assert.Equal(buttons, card.QuerySelectorAll("button[formaction$=snooze]").Length);
        Assert.All(card.QuerySelectorAll("button[formaction$=snooze]"), button => Assert.Equal(card.QuerySelector("form[action$=acknowledge]")!.Id, button.GetAttribute("form")));
    }

    [Fact]
    public async Task CountsProblemsAndShops_AreShown()
    {
        var page = await PageAsync(Sample.View() with
        {
            Counts = new TodayCounts(5, 1, 2, 3, 4, 6),
            Problems = [new TodayProblem(Sample.Now, "main", "The key runs out; renew it.")],
            Shops = [new TodayShop("main", Sample.Now - Duration.FromMinutes(12)), new TodayShop("new", null), new TodayShop("ahead", Sample.Now + Duration.FromSeconds(1))],
        });

        Assert.Equal(["5", "1", "2", "3", "4", "6"], [.. page.QuerySelectorAll(".counts dd").Select(count => count.TextContent)]);
        Assert.Equal("main Fri 27 Nov, 12:00The key runs out; renew it.", Words(page.QuerySelector(".problems li")!.TextContent));
        Assert.Equal(
            ["main read Fri 27 Nov, 11:48 (12 min ago)", "new not read yet", "ahead read Fri 27 Nov, 12:00 (0 s ago)"],
            [.. page.QuerySelectorAll(".shops li").Select(shop => Words(shop.TextContent))]);
        Assert.StartsWith("(1) Today", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Открытых отправлений нет")]
    [InlineData("zh-CN", "没有待处理的货件")]
    [InlineData("en", "No open shipments")]
    public async Task AnEmptyDay_SaysSo_InTheSellersLanguage(string language, string said)
    {
        var page = await PageAsync(Sample.View(), language);

        Assert.Equal(said, page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task NothingFromOutside_BecomesMarkup()
    {
        const string Bad = "\"><script>x</script><img src=x onerror=y>";
        var order = Sample.Order with { Key = new OrderKey(Bad, Bad), Goods = Bad, RawStatus = Bad, Flaw = Bad, Carrier = Bad, Warned = [new RungNote(Bad, RungFate.Named, Sample.Now)] };

        var page = await PageAsync(Sample.View(order) with { Problems = [new TodayProblem(Sample.Now, Bad, Bad)], Shops = [new TodayShop(Bad, null)] });

        Assert.Single(page.Scripts);
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
        Assert.Equal(Bad, page.QuerySelector("article input[name=number]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task OrdersBeyondTheBound_AreCounted()
    {
        var page = await PageAsync(Sample.View([.. Enumerable.Range(0, 403).Select(number => Due($"P-{number}", Duration.FromHours(1)))]));

        Assert.Equal(400, page.QuerySelectorAll("article").Length);
        Assert.Contains("And 3 shipments more with a later deadline.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAContact_ThePageSaysThatNobodyIsWrittenTo()
    {
        var guard = Sample.Guard();
        guard.Contact = " ";

        var model = TodayModel.Of(Sample.Frame(), Sample.View(), guard, gone: false);

        Assert.Contains("ShipBy__Contact", await Sample.Press.PrintAsync<TodayPage>(model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TroubleWithShipBy_StandsOnThePage_WithItsRemedy()
    {
        var alert = new OperationalAlert
        {
            Kind = OperationalAlertKind.KeyRefused,
            Subject = "main",
            Severity = Severity.Critical,
            Facts = new AlertFacts(Sample.Now, Duration.FromMinutes(20), Detail: "no"),
            Since = Sample.Now,
        };

        var section = (await PageAsync(Sample.View() with { Alerts = [alert] })).GetElementById("trouble")!;

        Assert.Contains("The shop's key is not accepted: main", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("Shops__main__ApiKey", section.TextContent, StringComparison.Ordinal);
    }

    private static TodayOrder Due(string number, Duration? left) => Sample.Order with { Key = new OrderKey("main", number), ShipBy = left is { } some ? Sample.Now + some : null, Left = left };

    private static async Task<IHtmlDocument> PageAsync(TodayView view, string language = "en")
    {
        var model = TodayModel.Of(Sample.Frame(language), view, Sample.Guard(language), gone: false);
        return new HtmlParser().ParseDocument((await Sample.Press.PrintAsync<TodayPage>(model)).Replace("</p>", " </p>", StringComparison.Ordinal));
    }

    private static string Words(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
