namespace ShipBy.Sandbox.Source;

/// <summary>What an order will do by itself. Instants are wall time, in whole milliseconds.</summary>
internal sealed record PlannedOrder
{
    /// <value>The posting number: unique in a run, and not always harmless (it may hold any character).</value>
    public required string Number { get; init; }

    /// <value>The shop it was placed in.</value>
    public Channel Channel { get; init; } = Channel.Ozon;

    /// <value>Whether the seller delivers it by a carrier of their own, and says its tracking number: Ozon's rFBS.</value>
    public bool IsRfbs { get; init; }

    /// <value>Whom the seller brings it to; null: somebody who buys but once.</value>
    public string? Recipient { get; init; }

    /// <value>The posting that it was split from; null as a rule.</value>
    public string? ParentNumber { get; init; }

    public required long OrderId { get; init; }

    public required string OrderNumber { get; init; }

    /// <value>From here on the marketplace shows it.</value>
    public required DateTimeOffset Appears { get; init; }

    /// <value>The ship-by limit it arrives with. May lie before <see cref="Appears"/>: overdue at once.</value>
    public required DateTimeOffset Limit { get; init; }

    /// <value>When the buyer has paid, later than it appears; null: it appears paid. Nobody has to ship it before.</value>
    public DateTimeOffset? Paid { get; init; }

    /// <value>When it is handed over, provided that it is held by then; later as soon as it is. Null: never.</value>
    public DateTimeOffset? Ships { get; init; }

    /// <value>When it is cancelled if it has not shipped by then.</value>
    public DateTimeOffset? Cancels { get; init; }

    /// <value>Who cancels: <c>client</c>, <c>ozon</c>, or <c>shop</c> in other channels.</value>
    public string CancelledBy { get; init; } = "client";

    /// <value>Cancelled this long after it has shipped; null: it stays shipped.</value>
    public TimeSpan? CancelledAfterShip { get; init; }

    /// <value>On its way for this long; null: never delivered within reach.</value>
    public TimeSpan? OnItsWay { get; init; }

    /// <value>What is special about it on Taobao; null for an ordinary trade, and elsewhere.</value>
    public TradeTale? Trade { get; init; }

    /// <value>How its buyer changes it; null as a rule.</value>
    public OrderEdit? Edit { get; init; }

    /// <value>What becomes of its parcel; null where the sandbox tells nothing but <see cref="OnItsWay"/>.</value>
    public ParcelTale? Parcel { get; init; }

    /// <value>Handed over after its limit, by the source's own times; false where it never ships.</value>
    public bool Late { get; init; }

    public IReadOnlyList<CutoffMove> Moves { get; init; } = [];

    /// <value>A status word that is served as it is while the order is open.</value>
    public string? OddStatus { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public string Currency { get; init; } = "RUB";

    /// <value>From here on it waits for the seller.</value>
    public DateTimeOffset Due => Paid ?? Appears;

    /// <value>Before this the app must not ship it, whatever the seller says: it is not paid in full, or a refund is open. Null: nothing of the kind.</value>
    public DateTimeOffset? KeptBackUntil => Trade is { IsPresale: true } ? Paid : Trade?.Refund?.Decided;

    /// <summary>What it holds then: after its buyer's changes, and without what was refunded alone.</summary>
    public IEnumerable<OrderLine> LinesAt(DateTimeOffset instant) => Edit is { } edit && edit.At <= instant ? edit.Lines
        : Trade?.Refund is { Line: { } gone } refund && refund.IsGrantedAt(instant) ? Lines.Where((_, index) => index != gone)
        : Lines;

    public bool IsPaidAt(DateTimeOffset instant) => Due <= instant;

    /// <value>What the limit comes to in the end.</value>
    public DateTimeOffset LastLimit => Moves.Select(move => move.Limit).LastOrDefault(limit => limit is not null) ?? Limit;

    /// <returns>Null while a moved cut-off is empty.</returns>
    public DateTimeOffset? LimitAt(DateTimeOffset instant) => Moves.LastOrDefault(move => move.At <= instant) is { } move ? move.Limit : Limit;
}

/// <summary>From <paramref name="At"/> on the limit is <paramref name="Limit"/>; null: it has none for the moment.</summary>
internal sealed record CutoffMove(DateTimeOffset At, DateTimeOffset? Limit);
