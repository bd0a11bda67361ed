using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Deadlines;

public sealed class DeadlinePolicyTests
{
    private static readonly Ladder Ladder = Ladder.Parse("24h,6h,2h");

    private static readonly Order Order = Sample.Order with
    {
        SeenFrom = At("2026-03-01T00:00"),
        ShipBy = At("2026-03-02T20:00"),
    };

    [Theory]
    [InlineData("2026-03-01T19:59:59.999", "wait until 2026-03-01T20:00:00Z")]
    [InlineData("2026-03-01T20:00", "warn 24h")]                                 // the rung's instant itself belongs to the rung
    [InlineData("2026-03-02T13:59:59", "warn 24h")]
    [InlineData("2026-03-02T14:00", "warn 24h+6h")]                              // after a gap: one warning that names both
    [InlineData("2026-03-02T18:00", "warn 24h+6h+2h")]
    [InlineData("2026-03-02T20:00", "warn 24h+6h+2h")]                           // the deadline itself is still on time
    [InlineData("2026-03-02T20:00:00.001", "warn 24h+6h+2h+overdue")]
    public void Decide_FollowsTheClock_WhileTheOrderIsOpen(string now, string expected) =>
        Assert.Equal(expected, Words(DeadlinePolicy.Decide(Order, Ladder, At(now))));

    [Theory]
    [InlineData("24h", "2026-03-02T13:59:59", "wait until 2026-03-02T14:00:00Z")]
    [InlineData("24h", "2026-03-02T14:00", "warn 6h")]
    [InlineData("24h 6h 2h", "2026-03-02T19:00", "wait until 2026-03-02T20:00:00.0000001Z")]
    [InlineData("24h 6h 2h overdue", "2026-03-09T00:00", "wait for ever")]
    public void Decide_NeverWarnsTwiceOfARung(string warned, string now, string expected)
    {
        var order = Order with { Warned = [.. warned.Split(' ').Select(rung => new RungNote(rung, RungFate.Named, Sample.Noon))] };

        Assert.Equal(expected, Words(DeadlinePolicy.Decide(order, Ladder, At(now))));
    }

    [Theory]
    [InlineData("2026-03-01T20:00", "2026-03-01T20:00", "warn 24h")]
    [InlineData("2026-03-02T15:00", "2026-03-02T15:00", "warn 6h (24h)")]                // arrived inside the ladder: the latest passed speaks for all
    [InlineData("2026-03-02T15:00", "2026-03-02T18:30", "warn 6h+2h (24h)")]             // and a rung passed since then is named beside it
    [InlineData("2026-03-05T00:00", "2026-03-05T00:00", "warn overdue (24h+6h+2h)")]     // a limit that is past on arrival
    public void Decide_OwesTheLatestRungPassed_WhenTheOrderArrivesInsideTheLadder(string seenFrom, string now, string expected) =>
        Assert.Equal(expected, Words(DeadlinePolicy.Decide(Order with { SeenFrom = At(seenFrom) }, Ladder, At(now))));

    [Theory]
    [InlineData(OrderState.Pending, "warn")]
    [InlineData(OrderState.Held, "warn")]
    [InlineData(OrderState.OutOfStock, "warn")]
    [InlineData(OrderState.SetAside, "warn")]
    [InlineData(OrderState.Shipped, "stop")]
    [InlineData(OrderState.Cancelled, "stop")]
    public void Decide_WatchesEveryOpenOrder_AndNoClosedOne(OrderState state, string expected) =>
        Assert.StartsWith(expected, Words(DeadlinePolicy.Decide(Order with { State = state }, Ladder, At("2026-03-02T14:00"))), StringComparison.Ordinal);

    [Fact]
    public void Decide_StopsWatching_WithoutADeadline() =>
        Assert.Equal("stop", Words(DeadlinePolicy.Decide(Order with { ShipBy = null }, Ladder, At("2026-03-02T14:00"))));

    [Theory]
    [InlineData("2026-03-02T14:00", "quiet 6h")]
    [InlineData("2026-03-02T18:00", "warn 2h (6h)")]                                     // the last rung before the deadline comes again
    [InlineData("2026-03-02T20:01", "warn 2h+overdue (6h)")]                             // overdue always comes
    public void Acknowledged_IsQuietUntilTheLastRung(string now, string expected)
    {
        var warned = Order with { Warned = [new RungNote("24h", RungFate.Named, Sample.Noon)] };
        var order = AttentionPolicy.Acknowledge(warned, Ladder, "Anna", null, At("2026-03-01T21:00"));

        Assert.Equal(expected, Words(DeadlinePolicy.Decide(order, Ladder, At(now))));
    }

    [Fact]
    public void Acknowledged_AfterTheLastRung_IsQuietUntilTheDeadline_AndOverdueComes()
    {
        var order = AttentionPolicy.Acknowledge(Order, Ladder, "Anna", null, At("2026-03-02T19:00"));

        Assert.Equal(At("2026-03-02T20:00"), order.Acknowledged?.Until);
        Assert.EndsWith("overdue", Words(DeadlinePolicy.Decide(order, Ladder, At("2026-03-02T20:01"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CarrierPickUp.LastBeforeLimit, "", "2026-03-01T12:00", "wait until 2026-03-01T20:00:00Z")]
    [InlineData(CarrierPickUp.NoneLeft, "", "2026-03-01T12:00", "warn nopickup")]        // as soon as it is so, long before the first rung
    [InlineData(CarrierPickUp.NoneLeft, "nopickup", "2026-03-01T12:00", "wait until 2026-03-01T20:00:00Z")]
    [InlineData(CarrierPickUp.NoneLeft, "", "2026-03-01T20:00", "warn nopickup+24h")]
    [InlineData(CarrierPickUp.NoneLeft, "24h 6h 2h", "2026-03-02T20:00", "warn nopickup")]
    [InlineData(CarrierPickUp.NoneLeft, "24h 6h 2h", "2026-03-02T20:01", "warn overdue")] // nothing can be brought in time any more
    public void ThatNoPickUpIsLeft_IsSaidOnce_BesideTheLadder(CarrierPickUp pickUp, string warned, string now, string expected)
    {
        var order = Order with
        {
            ShipByRule = new ShipByRule(DeadlineRule.PlatformLimit, Order.ShipBy!.Value, null, pickUp),
            Warned = [.. warned.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(rung => new RungNote(rung, RungFate.Named, Sample.Noon))],
        };

        Assert.Equal(expected, Words(DeadlinePolicy.Decide(order, Ladder, At(now))));
    }

    private static string Words(DeadlineAction action) => action switch
    {
        DeadlineAction.Wait(null) => "wait for ever",
        DeadlineAction.Wait(var at) => $"wait until {InstantPattern.ExtendedIso.Format(at.Value)}",
        DeadlineAction.Warn warn => $"warn {string.Join('+', warn.Named)}{Covered(warn.Notes)}",
        DeadlineAction.KeepQuiet(var notes, _) => $"quiet {string.Join('+', notes.Select(note => note.Rung))}",
        DeadlineAction.StopWatching => "stop",
        _ => action.ToString(),
    };

    private static string Covered(IEnumerable<RungNote> notes)
    {
        var covered = string.Join('+', notes.Where(note => note.Fate != RungFate.Named).Select(note => note.Rung));
        return covered is "" ? "" : $" ({covered})";
    }

    private static Instant At(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Parse(text) is { Success: true } minutes
        ? minutes.Value.InUtc().ToInstant()
        : LocalDateTimePattern.ExtendedIso.Parse(text).Value.InUtc().ToInstant();
}
