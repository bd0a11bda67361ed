using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Seller;

/// <summary>When a parcel may leave the house.</summary>
internal static class HandOverPolicy
{
    /// <value>How old the app's last word may be while its holds still count.</value>
    private static readonly TimeSpan WordHolds = TimeSpan.FromSeconds(10);

    /// <value>With channels the seller goes home before the end: what was begun is to be said to every shop before the report.</value>
    private static readonly TimeSpan ClosesBeforeTheEnd = TimeSpan.FromSeconds(10);

    /// <value>What may be shipped so long before the house closes is still asked for in time.</value>
    private static readonly TimeSpan AsksAgainFor = TimeSpan.FromSeconds(12);

    /// <summary>When it really was, if it is held; and the app has had its two sweeps since it was first seen to hold it.</summary>
    /// <remarks>Only what this process has heard itself counts, so that nothing ships behind the back of an app that is not there yet.</remarks>
    public static bool MayHandOver(SandboxRun run, OrderTrack order)
    {
        var now = run.Clock.WallNow;
        return order.Plan.Ships <= now && IsAtWork(run) && !(order.Plan.KeptBackUntil + AsksAgainFor + ClosesBeforeTheEnd > run.Clock.End) && IsHere(run, order)
            && order.HeldSeenSince + RunClock.TwoSweeps <= now
            && now - run.App.LastContact < WordHolds;
    }

    /// <summary>With channels the app may have it packed before the seller hands it over.</summary>
    public static bool IsHere(SandboxRun run, OrderTrack order) =>
        run.StateOf(order) is var state && (run.Options.PlaysChannels ? state is { ShippedAt: null, CancelledAt: null } : state.Open);

    private static bool IsAtWork(SandboxRun run) =>
        run.Options.PlaysChannels ? !(run.Clock.WallNow >= run.Clock.End - ClosesBeforeTheEnd) : !run.Clock.Finished;
}
