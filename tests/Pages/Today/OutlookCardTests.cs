using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Pages.Today;

namespace ShipBy.Pages.Tests.Today;

/// <summary>What a card says of the chance to miss a deadline, of the working time left and of the rule behind the deadline. The sample's order is due in three hours.</summary>
public sealed class OutlookCardTests
{
    [Theory]
    [InlineData(0.004, "risk of being late <1%", "4", false)]
    [InlineData(0.006, "risk of being late 1%", "4", false)]
    [InlineData(0.494, "risk of being late 49%", "49", false)]
    [InlineData(0.495, "risk of being late 50%", "50", true)]
    [InlineData(0.994, "risk of being late 99%", "99", true)]
    [InlineData(1.0, "risk of being late >99%", "100", true)]
    public async Task TheChance_IsABarAndANumber(double chance, string says, string full, bool likely)
    {
        var summary = (await CardAsync(Sample.Order with { Outlook = Outlook(chance) })).QuerySelector(".why summary")!;

        Assert.Equal(says, Words(summary));
        Assert.Equal(full, summary.QuerySelector(".bar rect:not(.track)")!.GetAttribute("width"));
        Assert.Equal(likely, summary.ClassList.Contains("likely"));
    }

    [Fact]
    public async Task TheChance_IsExplained() => Assert.Equal(
        "Near its deadline a shipment of this shop waits 5 h of working time on average: 0.2 hand-overs per shipment and working hour, counted over 8 shipments."
        + " This one has waited 9 h of working time so far, and 3 h remain until the deadline.",
        Words((await CardAsync(Sample.Order with { Outlook = Outlook(0.3) })).QuerySelector(".why p")!));

    [Fact]
    public async Task WhereLittleIsKnown_TheCardSaysSo_AndDrawsNoBar()
    {
        var card = await CardAsync(Sample.Order with { Outlook = Outlook(0.3) with { Reason = Reason with { OrdersCounted = 1, IsGuess = true } } });

        Assert.Equal("risk: little is known yet", Words(card.QuerySelector(".why summary")!));
        Assert.Null(card.QuerySelector(".bar"));
        Assert.StartsWith("Too few shipments of this shop were followed to their hand-over so far (1 shipment). Until there are more, 5 h", Words(card.QuerySelector(".why p")!), StringComparison.Ordinal);
        Assert.Contains("30%", Words(card.QuerySelector(".why p")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(180, null, "and 3 h remain until the deadline.")]
    [InlineData(91, "1 h 31 min of working time", "and 1 h 31 min remain until the deadline.")]
    [InlineData(90, "1 h 30 min of working time", "Of the 3 h until then it is closed for 1 h 30 min.")]            // closed hours are half of it
    [InlineData(0, "no working time", "and the shop does not work any more before the deadline.")]
    public async Task WorkingTime_IsToldWhereTheClockSaysAnother(int minutes, string? told, string ends)
    {
        var card = await CardAsync(Sample.Order with { Outlook = Outlook(0.3) with { Reason = Reason with { Left = Duration.FromMinutes(minutes) } } });

        Assert.Equal(told, card.QuerySelector(".when > p.soft:not(.by)") is { } working ? Words(working) : null);
        Assert.EndsWith(ends, Words(card.QuerySelector(".why p")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    [InlineData(null, false)]
    public async Task WithoutADeadlineAhead_NothingIsExpected(int? minutes, bool shown)
    {
        Duration? left = minutes is { } some ? Duration.FromMinutes(some) : null;

        Assert.Equal(shown, (await CardAsync(Sample.Order with { Outlook = Outlook(1), ShipBy = Sample.Now + left, Left = left })).QuerySelector(".why") is not null);
        Assert.Null((await CardAsync(Sample.Order with { ShipBy = Sample.Now + left, Left = left })).QuerySelector(".why"));
    }

    [Theory]
    [InlineData(DeadlineRule.PlatformLimit, null, CarrierPickUp.NotPlanned, "Hand over by Fri 27 Nov, 15:00 marketplace's shipment date")]
    [InlineData(DeadlineRule.HandlingTime, "16 working h", CarrierPickUp.LastBeforeLimit, "Hand over by Fri 27 Nov, 15:00 last pick-up before the limit (shop's handling time, 16 working h)")]
    public async Task TheRule_StandsBesideTheDeadline(DeadlineRule kind, string? detail, CarrierPickUp pickUp, string expected)
    {
        var order = Sample.Order with { ShipByRule = new ShipByRule(kind, Sample.Now, detail, pickUp) };

        Assert.Equal(expected, Words((await CardAsync(order)).QuerySelector(".by")!));
        Assert.Null((await CardAsync(Sample.Order)).QuerySelector(".rule"));
    }

    [Theory]
    [InlineData(CarrierPickUp.NoneLeft, 0, true)]
    [InlineData(CarrierPickUp.NoneLeft, -1, false)]                 // too late for that
    [InlineData(CarrierPickUp.LastBeforeLimit, 0, false)]
    public async Task ThatNoPickUpIsLeft_IsSaidAsSomethingToDo(CarrierPickUp pickUp, int minutes, bool said)
    {
        var card = await CardAsync(Sample.Order with { Left = Duration.FromMinutes(minutes), ShipByRule = new ShipByRule(DeadlineRule.PlatformLimit, Sample.Now, PickUp: pickUp) });

        Assert.Equal(said ? "No pick-up is left before the deadline: bring it to the delivery service" : null, card.QuerySelector(".flaw")?.TextContent);
    }

    private static OutlookReason Reason { get; } = new(Duration.FromHours(5), 8, IsGuess: false, Duration.FromHours(9), Duration.FromHours(3));

    private static OrderOutlook Outlook(double chance) => new(chance, null, Reason);

    private static async Task<IElement> CardAsync(TodayOrder order)
    {
        var model = TodayModel.Of(Sample.Frame(), Sample.View(order), Sample.Guard(), gone: false);
        return new HtmlParser().ParseDocument(await Sample.Press.PrintAsync<TodayPage>(model)).QuerySelector("article")!;
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Replace('\u00A0', ' ').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
