using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Reporting;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Reporting;

/// <summary>Rungs 24, 12, 6 and 2 s before the limit, and overdue; seconds since the run's start.</summary>
public sealed class WarningsDueTests
{
    private static readonly Ladder Ladder = Ladder.Parse("24h,12h,6h,2h", 1.0 / 3600);

    [Theory]
    [InlineData(0, 100, 75, "")]
    [InlineData(0, 100, 78, "")]                              // open for two sweeps after 24h, not for more
    [InlineData(0, 100, 78.001, "24h")]
    [InlineData(0, 100, 100, "24h 12h 6h")]                   // 2h was reached at 98: two sweeps, not more
    [InlineData(0, 100, 103, "24h 12h 6h 2h overdue")]
    [InlineData(76, 100, 79, "24h")]                          // came with the rung
    [InlineData(77, 100, 79, "")]                             // came after it, left at once
    [InlineData(77, 100, 80, "24h")]
    [InlineData(90, 100, 93, "12h")]                          // the latest passed, and not those before
    [InlineData(90, 100, 103, "12h 6h 2h overdue")]
    [InlineData(110, 100, 113, "overdue")]
    [InlineData(110, 100, 112, "")]
    public void Of_OwesWhatTheOrderOutlived(double appears, double limit, double closed, string owed) =>
        Assert.Equal(owed, Owed(Order(appears, limit), closed));

    [Theory]
    [InlineData(91, 200, 103, "24h 12h")]                     // moved away: what was reached stays owed, the rest is not
    [InlineData(77, 200, 203, "24h 12h 6h 2h overdue")]       // 24h was reached for 1 s only before the move, and is owed for the new limit
    [InlineData(50, 55, 53, "6h")]                            // moved close: the latest passed of the new limit
    [InlineData(50, 55, 52, "")]
    [InlineData(91, 102, 93, "24h 12h")]                      // 12h was passed for the new limit too, but known already
    public void Of_ReplacesTheRungsNotYetReached_WhenTheLimitMoves(double at, double to, double closed, string owed) =>
        Assert.Equal(owed, Owed(Order(0, 100) with { Moves = [new CutoffMove(At(at), At(to))] }, closed));

    [Fact]
    public void Of_OwesTheSameRungAgain_ForAnotherDeadline()
    {
        var order = new OrderTrack(Order(0, 100) with { Moves = [new CutoffMove(At(80), At(200))] });
        var due = new WarningsDue(Ladder, []).Of(order, At(180)).ToArray();

        Assert.Equal([("24h", At(100).ToUnixTimeSeconds()), ("24h", At(200).ToUnixTimeSeconds())], due.Select(warning => (warning.Rung, warning.Deadline)));
    }

    [Fact]
    public void Of_OwesNothing_WhileTheLimitIsEmpty() =>
        Assert.Equal("", Owed(Order(0, 100) with { Moves = [new CutoffMove(At(70), null)] }, 150));

    [Theory]
    [InlineData(76, 80, 81, "")]               // one second was left after the gap
    [InlineData(76, 80, 82.001, "24h")]
    [InlineData(75, 80, 90.001, "24h 12h")]
    [InlineData(85, 95, 94, "24h")]            // closed while nobody could watch
    public void Of_DoesNotCountTheTimeNobodyCouldWatch(double from, double to, double closed, string owed) =>
        Assert.Equal(owed, Owed(Order(0, 100), closed, new Gap(At(from), At(to))));

    [Theory]
    [InlineData(80, 96, "24h 2h overdue")]
    [InlineData(89, 96, "24h 2h overdue")]           // 12h, at 88, came two sweeps or less before the report showed it
    [InlineData(91, 96, "12h 24h 2h overdue")]
    [InlineData(80, 200, "24h overdue")]
    public void Of_DoesNotOweWhatWasAcknowledged_ExceptOverdue(double seen, double until, string owed)
    {
        var order = new OrderTrack(Order(0, 100))
        {
            App = new AppOrder { Order = "o", AcknowledgedUntil = At(until) },
            AcknowledgedSeenAt = At(seen),
        };
        var due = new WarningsDue(Ladder, []).Of(order, At(150)).Select(warning => warning.Rung).Order(StringComparer.Ordinal);

        Assert.Equal(owed, string.Join(' ', due));
    }

    [Theory]
    [InlineData(0, 200, 103, "24h 12h 6h 2h overdue")]
    [InlineData(90, 200, 93, "12h")]                 // told late: the latest passed by then, and not those before
    [InlineData(90, 200, 92, "")]
    [InlineData(-1, 200, 103, "")]                   // not told at all: that is complained of elsewhere
    [InlineData(0, 100, 112, "24h 12h 6h 6h 2h")]    // moved at 100 to 110, and told at once
    [InlineData(0, 109, 112.001, "24h 12h 6h overdue")]
    [InlineData(0, 111, 112, "24h 12h 6h")]          // the move was told late too
    public void Of_OwesForAShopThatTellsByItself_FromWhenItHasTold(double created, double moved, double closed, string owed)
    {
        var order = new OrderTrack(Order(0, 100) with { Channel = Channel.Webhook, Moves = moved == 200 ? [] : [new CutoffMove(At(100), At(110))] });
        foreach (var (message, at) in new[] { ("msg_1_created", created), ("msg_1_moved0", moved) })
        {
            if (at >= 0)
            {
                order.MessagesTaken[message] = At(at);
            }
        }

        Assert.Equal(owed, string.Join(' ', new WarningsDue(Ladder, []).Of(order, At(closed)).Select(warning => warning.Rung)));
    }

    private static string Owed(PlannedOrder plan, double closed, params Gap[] gaps) =>
        string.Join(' ', new WarningsDue(Ladder, gaps).Of(new OrderTrack(plan), At(closed)).Select(warning => warning.Rung));

    private static PlannedOrder Order(double appears, double limit) => new()
    {
        Number = "o",
        OrderId = 1,
        OrderNumber = "o",
        Appears = At(appears),
        Limit = At(limit),
        Lines = [],
    };

    private static DateTimeOffset At(double second) => TestRun.Start.AddSeconds(second);
}
