using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Checking;

/// <summary>How long it takes, once the faults stop, until each order must have reached its end: two sweeps, and what the host and the settings force besides.</summary>
internal static class Rest
{
    /// <value>The lock of a timer whose holder died is free after its lease (60 s) and the next try of another instance (60 s); our clock of that starts at a minute.</value>
    private const long TimerLock = 3 * Scheduler.Minute;

    /// <value>A ring that got lost is rung again for work older than <c>RingAgainAfter</c>; an idle queue is looked at once a minute.</value>
    private const long RingAgain = 3 * Scheduler.Minute;

    /// <value>A mail that was under way is asked about after <c>MailPatience</c>, or when the quiet that the channel asked for is over; both are a minute at most.</value>
    private const long NoticeUnderway = 2 * Scheduler.Minute;

    private const long TwoSweeps = 2 * Scheduler.Minute;

    /// <value>The mail budget's long window.</value>
    private const long NextHour = Scheduler.Hour;

    /// <value>A channel's trouble counts as over half an hour after it was seen last.</value>
    private const long TroubleOver = 45 * Scheduler.Minute;

    /// <value>What a shop was told is looked at again after an hour, whatever landed since; and told again a minute later.</value>
    private const long OffersSeen = 65 * Scheduler.Minute;

    public static long Of(SeedPlan plan) => (plan.Terms is null ? 0 : OffersSeen) + (plan.RestsLong ? TroubleOver : 0) + TimerLock + RingAgain + NoticeUnderway + TwoSweeps + plan.MostClockError * 2 + (plan.FewMails ? NextHour : 0) + new HeldBack(plan.Options).Longest.BclCompatibleTicks;
}
