using NodaTime;

namespace ShipBy.Domain.Quality;

/// <summary>Where the reason for a late or cancelled order lies.</summary>
public enum CauseKind
{
    Stock,
    Carrier,
    Process,
    Staff,
    System,
    Product,
    Buyer,
}

/// <summary>What ShipBy takes for the cause, until a person confirms it or says otherwise.</summary>
/// <param name="At">When the journal shows it; null where no moment belongs to it.</param>
/// <param name="Word">The marketplace's word for it; null where it has none. Nothing of a buyer's.</param>
public sealed record ProposedCause(CauseReason Reason, Instant? At = null, string? Word = null)
{
    public CauseKind Kind => Reason.KindOf();
}

/// <summary>What the journal shows, in the words that the page has for it.</summary>
public enum CauseReason
{
    /// <summary>It was out of stock when its time was over.</summary>
    OutOfStock,

    /// <summary>It had been out of stock, and was held only when little of its time was left.</summary>
    RestockedLate,

    /// <summary>It was ready in time, and the carrier took it afterwards.</summary>
    TakenAwayLate,

    /// <summary>The carrier lost or returned it.</summary>
    LostByCarrier,

    /// <summary>It was promised, or its deadline moved, with too little time to pack.</summary>
    ShortNotice,

    /// <summary>The seller cancelled, and nothing of the above shows why.</summary>
    CancelledBySeller,

    /// <summary>Nothing shows why.</summary>
    Unclear,

    /// <summary>A warning came, and nobody said that they were on it.</summary>
    NobodyActed,

    /// <summary>Somebody was on it, and it was not done in time.</summary>
    NotDoneInTime,

    /// <summary>ShipBy saw it when most of its time was over.</summary>
    SeenLate,

    /// <summary>ShipBy could not read it, and it lay aside.</summary>
    LaidAside,

    /// <summary>The marketplace refused what it was told in time.</summary>
    MarketplaceRefused,

    /// <summary>No warning came before its time was over.</summary>
    NotWarned,

    /// <summary>The marketplace wanted to know something of the goods that nobody said.</summary>
    DataMissing,

    /// <summary>The goods were damaged, or not what was sold.</summary>
    FaultyGoods,

    ChangedMind,

    /// <summary>The address was wrong, or the buyer did not fetch it.</summary>
    NotReachable,
}

public static class CauseReasons
{
    public static CauseKind KindOf(this CauseReason reason) => reason switch
    {
        CauseReason.OutOfStock or CauseReason.RestockedLate => CauseKind.Stock,
        CauseReason.TakenAwayLate or CauseReason.LostByCarrier => CauseKind.Carrier,
        CauseReason.ShortNotice or CauseReason.CancelledBySeller or CauseReason.Unclear => CauseKind.Process,
        CauseReason.NobodyActed or CauseReason.NotDoneInTime => CauseKind.Staff,
        CauseReason.SeenLate or CauseReason.LaidAside or CauseReason.MarketplaceRefused or CauseReason.NotWarned => CauseKind.System,
        CauseReason.DataMissing or CauseReason.FaultyGoods => CauseKind.Product,
        _ => CauseKind.Buyer,
    };
}
