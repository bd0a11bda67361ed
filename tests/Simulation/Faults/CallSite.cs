namespace ShipBy.Simulation.Faults;

/// <summary>Where an instance touches the outside.</summary>
internal enum CallSite
{
    LedgerRange,
    LedgerFind,
    LedgerCommit,
    Ring,
    OpenOrders,
    ChangedOrders,
    OneOrder,
    StockList,
    StockOffer,
    Shipping,
    MailSend,
    MailAsk,
    MessageDelete,
}

/// <summary>What can happen there.</summary>
internal enum FaultKind
{
    None,

    /// <summary>The instance dies and the call never left.</summary>
    CrashBefore,

    /// <summary>The instance dies, and the call took effect.</summary>
    CrashAfter,

    /// <summary>No answer, no effect.</summary>
    TimeOutBefore,

    /// <summary>No answer, and it took effect.</summary>
    TimeOutAfter,

    /// <summary>No answer; it takes effect when the caller has long gone on.</summary>
    LandsLate,

    /// <summary>It took effect and the answer was lost; reading back told so.</summary>
    AnswerLost,

    /// <summary>412 although nothing had changed; at a marketplace or a mail service: refused.</summary>
    Refused,

    /// <summary>429 or 503.</summary>
    Busy,

    /// <summary>The instance freezes, often for longer than a lease, then calls.</summary>
    FreezeBefore,

    /// <summary>The instance freezes with the answer in hand.</summary>
    FreezeAfter,

    /// <summary>The message is there twice.</summary>
    Doubled,

    /// <summary>The message shows up minutes later, behind younger ones.</summary>
    Late,

    /// <summary>The message never arrives, and nobody is told.</summary>
    Lost,
}

internal static class FaultKinds
{
    private static readonly FaultKind[] Any = [FaultKind.CrashBefore, FaultKind.CrashAfter, FaultKind.FreezeBefore, FaultKind.FreezeAfter];

    /// <summary>The kinds that make sense at a call site; the coverage table wants every one of them.</summary>
    public static IReadOnlyList<FaultKind> At(CallSite site) => site switch
    {
        CallSite.LedgerRange or CallSite.LedgerFind => [.. Any, FaultKind.TimeOutBefore, FaultKind.Busy],
        CallSite.LedgerCommit => [.. Any, FaultKind.TimeOutBefore, FaultKind.TimeOutAfter, FaultKind.LandsLate, FaultKind.AnswerLost, FaultKind.Refused, FaultKind.Busy],
        CallSite.Ring => [.. Any, FaultKind.Doubled, FaultKind.Late, FaultKind.Lost],
        CallSite.OpenOrders or CallSite.ChangedOrders or CallSite.OneOrder or CallSite.StockList => [.. Any, FaultKind.TimeOutBefore, FaultKind.Refused, FaultKind.Busy],
        CallSite.StockOffer or CallSite.Shipping => [.. Any, FaultKind.TimeOutBefore, FaultKind.TimeOutAfter, FaultKind.LandsLate, FaultKind.Refused, FaultKind.Busy],
        CallSite.MailSend => [.. Any, FaultKind.TimeOutBefore, FaultKind.TimeOutAfter, FaultKind.Refused, FaultKind.Busy],
        CallSite.MailAsk => [.. Any, FaultKind.TimeOutBefore, FaultKind.Busy],
        CallSite.MessageDelete => [FaultKind.CrashBefore, FaultKind.CrashAfter, FaultKind.TimeOutBefore],
        _ => throw new InvalidOperationException($"No kinds are named for {site}."),
    };
}
