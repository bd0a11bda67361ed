using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Links;

/// <summary>How links about one kind of thing read the ledger and write it. What a link is worth, and that it works once, is the same for all.</summary>
internal interface ILinkKind
{
    RowKey KeyOf(OrderKey order);

    /// <param name="stored">The row of <see cref="KeyOf"/>; null where there is none.</param>
    LinkSight Look(AlertLink link, Stored? stored, bool isUsed, Instant now);

    /// <summary>What a press writes, and what is true once it is written.</summary>
    /// <param name="stored">The row that was looked at.</param>
    (IReadOnlyList<RowChange> Changes, LinkSight.Done Done) Press(LinkPress press, Stored stored);
}

/// <param name="Open">What was seen of the link at <paramref name="Now"/>.</param>
/// <param name="Time">What was chosen; null where nothing is put off.</param>
internal sealed record LinkPress(AlertLink Link, LinkSight.Open Open, SnoozeTime? Time, string By, Instant Now);
