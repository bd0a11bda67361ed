namespace ShipBy.Simulation.Checking;

/// <summary>What must never happen; the six rules of the design and what follows from them.</summary>
internal enum Rule
{
    /// <summary>More held and shipped than there was.</summary>
    NoOversell,

    /// <summary>Stock rows say what the orders add up to, at every commit.</summary>
    StockAddsUp,

    /// <summary>Due rows and waiting rows agree with their orders, at every commit.</summary>
    IndexAgrees,

    /// <summary>An open order with rungs to come is looked at in time.</summary>
    StillWatched,

    /// <summary>A rung is noted as warned in the commit that writes its mail, and no mail leaves that was not written down.</summary>
    IntentFirst,

    /// <summary>An order that the marketplace showed is in the ledger.</summary>
    NoneForgotten,

    /// <summary>Each rung that was reached was tried, covered, acknowledged, or the order was over.</summary>
    WarnedInTime,

    /// <summary>No warning twice, save the marked repeat.</summary>
    WarnedOnce,

    /// <summary>No warning of what never was.</summary>
    WarnedTruly,

    /// <summary>All instances together send what the quota allows.</summary>
    WithinQuota,

    /// <summary>The second contact is told what nobody acknowledged, in time, and nothing else.</summary>
    EscalatedTruly,

    /// <summary>A morning plan and an evening report are told once a day.</summary>
    DayToldOnce,

    /// <summary>What was acknowledged or snoozed says nothing until the time that the policy allows.</summary>
    QuietWhenAsked,

    /// <summary>A link in a message does its one thing once, for its order and deadline, and nothing otherwise.</summary>
    LinkActsOnce,

    /// <summary>Trouble of ours is told once when it begins, again only after the interval or when it gets worse, and once when it is over.</summary>
    TroubleToldOnce,

    /// <summary>Trouble of ours that lasts is told while it lasts, and none stands open long after it is over.</summary>
    TroubleToldInTime,

    /// <summary>What was set aside is told, and nothing else stops because of it.</summary>
    BadOneTold,

    /// <summary>A marketplace is told a thing about an order once, and once the faults stop no instruction stays undone.</summary>
    SaidOnce,

    /// <summary>When the faults stop, each shop offers what is free.</summary>
    OfferedAsIs,

    /// <summary>When the faults stop, each order reaches its end.</summary>
    ComesToRest,

    /// <summary>Nothing fails but by a fault from outside.</summary>
    NothingBreaks,

    /// <summary>The history holds what left the ledger, and its totals add up.</summary>
    HistoryAddsUp,

    /// <summary>A commit fits into one transaction.</summary>
    CommitFits,
}

/// <param name="At">When, in the virtual time.</param>
internal sealed record Violation(Rule Rule, string At, string What)
{
    public override string ToString() => $"{Rule} at {At}: {What}";
}
