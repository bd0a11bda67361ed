using NodaTime;

namespace ShipBy.Domain.Quality;

/// <summary>That something was wrong with an order, as a person or a file said. An order has at most one of each kind: saying it twice is saying it once.</summary>
/// <param name="At">When it was said.</param>
/// <param name="By">Who, in the seller's words.</param>
/// <param name="TakenBackAt">When somebody said that it was a mistake; null while it stands. It stays in the row, so that an older copy of the order cannot bring it back.</param>
public sealed record Defect(DefectKind Kind, Instant At, string By, string? Note = null, Instant? TakenBackAt = null)
{
    public bool Stands => TakenBackAt is null;

    /// <value>When it was last spoken of.</value>
    public Instant ChangedAt => TakenBackAt is { } back ? Instant.Max(back, At) : At;
}

/// <summary>What may be wrong with an order.</summary>
public enum DefectKind
{
    /// <summary>Handed over after its limit, or past it and not handed over. Follows from the order itself.</summary>
    Late,

    /// <summary>Cancelled by the seller before it was handed over. Follows from the order itself.</summary>
    CancelledBySeller,
    Damaged,
    Lost,
    WrongItem,
    MissingItem,

    /// <summary>A claim that the marketplace did not deny, or a dispute.</summary>
    Complaint,

    /// <summary>One or two stars of five.</summary>
    BadReview,
    Chargeback,
    Other,
}

/// <summary>Several kinds at once: an order with three defects is one defective order.</summary>
[Flags]
public enum DefectKinds
{
    None = 0,
    Late = 1 << DefectKind.Late,
    CancelledBySeller = 1 << DefectKind.CancelledBySeller,
    Damaged = 1 << DefectKind.Damaged,
    Lost = 1 << DefectKind.Lost,
    WrongItem = 1 << DefectKind.WrongItem,
    MissingItem = 1 << DefectKind.MissingItem,
    Complaint = 1 << DefectKind.Complaint,
    BadReview = 1 << DefectKind.BadReview,
    Chargeback = 1 << DefectKind.Chargeback,
    Other = 1 << DefectKind.Other,

    /// <summary>What sellers mostly count.</summary>
    All = Late | CancelledBySeller | Damaged | Lost | WrongItem | MissingItem | Complaint | BadReview | Chargeback | Other,

    /// <summary>What Amazon counts: bad reviews, claims, chargebacks.</summary>
    Amazon = Complaint | BadReview | Chargeback,

    /// <summary>Other goods than were ordered, or fewer.</summary>
    Inaccurate = WrongItem | MissingItem,
}

public static class DefectSets
{
    public static DefectKinds AsSet(this DefectKind kind) => (DefectKinds)(1 << (int)kind);

    public static DefectKinds Union(this IEnumerable<DefectKind> kinds) => kinds.Aggregate(DefectKinds.None, (set, kind) => set | kind.AsSet());

    public static IEnumerable<DefectKind> Each(this DefectKinds set) => Enum.GetValues<DefectKind>().Where(kind => set.Has(kind.AsSet()));

    public static bool Has(this DefectKinds set, DefectKinds any) => (set & any) != DefectKinds.None;
}
