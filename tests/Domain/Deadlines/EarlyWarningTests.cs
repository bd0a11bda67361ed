using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Deadlines;

/// <summary>The one additional warning beside the ladder. The order is due on the 5th at 20:00, its first rung is a day before; it is worth an early warning on the 3rd at noon.</summary>
public sealed class EarlyWarningTests
{
    private static readonly Ladder Ladder = Ladder.Parse("24h,2h");

    private static readonly Order Order = Sample.Order with { SeenFrom = At("03-02T08:00"), TakenAt = At("03-02T08:00"), ShipBy = At("03-05T20:00"), EarlyAt = At("03-03T12:00") };

    [Theory]
    [InlineData("03-03T11:59", "wait until 03-03T12:00")]
    [InlineData("03-03T12:00", "warn early, then 03-04T20:00")]
    [InlineData("03-04T19:59", "warn early, then 03-04T20:00")]         // late, and still before the ladder
    [InlineData("03-04T20:00", "warn 24h, then 03-05T18:00")]           // too late: the rung says it
    [InlineData("03-05T18:00", "warn 24h+2h, then 03-05T20:00")]
    public void ItComesOnce_BeforeTheLadder_AndNeverInsteadOfARung(string now, string expected) => Assert.Equal(expected, Words(Order, now));

    [Theory]
    [InlineData("03-03T12:00")]
    [InlineData("03-04T19:59")]
    public void OnceSaid_TheLadderIsWaitedFor(string now) =>
        Assert.Equal("wait until 03-04T20:00", Words(Order with { Warned = [new RungNote(Rung.Early, RungFate.Named, At("03-03T12:00"))] }, now));

    [Fact]
    public void WhoIsOnIt_IsNotTold() => Assert.Equal("wait until 03-04T20:00", Words(AttentionPolicy.Acknowledge(Order, Ladder, "Anna", null, At("03-02T09:00")), "03-03T12:00"));

    [Fact]
    public void AnInstantThatTheLadderOvertook_IsForgotten() => Assert.Equal("wait until 03-04T20:00", Words(Order with { EarlyAt = At("03-04T20:00") }, "03-03T12:00"));

    [Fact]
    public void ADeadlineThatMoves_TakesItAlong_AndOneThatMovesBackIsNotWarnedTwice()
    {
        var moved = (Order with { Warned = [new RungNote(Rung.Early, RungFate.Named, At("03-03T12:00"))] }).MovedTo(At("03-09T20:00"));

        Assert.Null(moved.EarlyAt);
        Assert.Equal("wait until 03-04T20:00", Words(moved.MovedTo(At("03-05T20:00")) with { EarlyAt = At("03-03T12:00") }, "03-03T13:00"));
    }

    private static Instant At(string text) => InstantPattern.General.Parse($"2026-{text}:00Z").Value;

    private static string Words(Order order, string now) => DeadlinePolicy.Decide(order, Ladder, At(now)) switch
    {
        DeadlineAction.Wait(var at) => $"wait until {Clock(at)}",
        DeadlineAction.Warn warn => $"warn {string.Join('+', warn.Named)}, then {Clock(warn.LookAgainAt)}",
        var other => other.ToString(),
    };

    private static string? Clock(Instant? at) => at?.ToString("MM-dd'T'HH:mm", null);
}
