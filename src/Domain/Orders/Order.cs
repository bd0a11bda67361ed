using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;

namespace ShipBy.Domain.Orders;

/// <summary>An order in the ledger: what the marketplace said last, what ShipBy did about it, and when.</summary>
public sealed partial record Order
{
    public required OrderKey Key { get; init; }

    public required OrderState State { get; init; }

    public required PostingStatus Status { get; init; }

    public required string RawStatus { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    /// <value>The marketplace's time of the order, or <see cref="TakenAt"/> where it gave none: it decides who is served first, and never changes.</value>
    public required Instant OrderedAt { get; init; }

    /// <value>When ShipBy took it in.</value>
    public required Instant TakenAt { get; init; }

    /// <value>When the marketplace first could show it: its own instant, or <see cref="TakenAt"/> where it gave none or a later one.</value>
    public required Instant SeenFrom { get; init; }

    /// <value>The deadline in force; null where nobody set one.</value>
    public Instant? ShipBy { get; init; }

    /// <value>Why <see cref="ShipBy"/> is this instant; null in rows of older versions, where it was the marketplace's own limit.</value>
    public ShipByRule? ShipByRule { get; init; }

    /// <value>The next instant at which a policy must look at this order; null once nothing is left to watch.</value>
    public Instant? LookAt { get; init; }

    /// <value>When its present deadline is worth an additional warning, before the ladder begins; null: never. See <see cref="EarlyWarningPolicy"/>.</value>
    public Instant? EarlyAt { get; init; }

    public Instant? HeldAt { get; init; }

    public Instant? OutOfStockAt { get; init; }

    public Instant? ReleasedAt { get; init; }

    public Instant? ShippedAt { get; init; }

    public Instant? CancelledAt { get; init; }

    public Instant? SetAsideAt { get; init; }

    /// <value>Why it was set aside, or a flaw that showed later on; null when there is nothing to say.</value>
    public string? Flaw { get; init; }

    /// <value>Units missing when it was last found short.</value>
    public int MissingUnits { get; init; }

    /// <value>The rungs of the present deadline that need no warning any more, by name.</value>
    public IReadOnlyList<RungNote> Warned { get; init; } = [];

    /// <value>Deadlines that it had before and that were warned about, the latest last: a cut-off may move back, and then nothing is said twice.</value>
    public IReadOnlyList<EarlierDeadline> Earlier { get; init; } = [];

    public Acknowledgement? Acknowledged { get; init; }

    /// <value>Who takes care of it, in the seller's words; null for nobody in particular.</value>
    public string? Owner { get; init; }

    public string? Carrier { get; init; }

    public string? CancelReason { get; init; }

    /// <value>How it travels, in the marketplace's own word; null where there is only one way.</value>
    public string? Scheme { get; init; }

    /// <value>The tracking number that the marketplace shows; null while it has none.</value>
    public string? TrackingNumber { get; init; }

    /// <value>What a person may want to look at before it ships.</value>
    public IReadOnlyList<PostingRemark> Remarks { get; init; } = [];

    /// <value>Until when the seller may answer a wish to cancel it that nobody has decided; then the marketplace grants it. Null: there was none when last looked for.</value>
    public Instant? CancelAskedUntil { get; init; }

    /// <value>Whom it goes to, while it is open; null where the marketplace keeps that to itself.</value>
    public Recipient? Recipient { get; init; }

    /// <value>How far it has come at the packing table; null while nobody has noted anything.</value>
    public Preparation? Preparation { get; init; }

    /// <value>Packaging that it used up when it left, beyond what others in its parcel had used.</value>
    public IReadOnlyList<PackagingUse> Packaging { get; init; } = [];

    /// <value>What is to be said to the marketplace about it; null while nothing is.</value>
    public Instruction? Instruction { get; init; }

    /// <value>What its carrier said last, where a file of the carrier's told; null: nothing.</value>
    public CarrierNote? CarrierTold { get; init; }

    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];

    /// <value>Where the parcel was seen last, in shops that follow their parcels; null before the hand-over and in all others.</value>
    public Sighting? Transit { get; init; }

    /// <value>Which message of the shop's it follows; null where the marketplace is asked.</value>
    public LastTold? Told { get; init; }

    /// <value>When it was shipped or cancelled; null while it is open.</value>
    public Instant? ClosedAt => State.IsOpen() ? null : ShippedAt ?? CancelledAt;

    /// <value>Distinct products that one order may have: all of its rows must fit into one commit of the ledger. More are set aside.</value>
    public const int MaxProducts = 90;

    /// <value>More than a marketplace moves a cut-off; an order's row must not grow without end.</value>
    private const int MostEarlier = 10;

    /// <value>After this instant the order is late by the rule that set the limit, however early the carrier's last pick-up was.</value>
    public Instant? LateAfter => ShipByRule?.Limit ?? ShipBy;

    /// <value>From when the marketplace itself counts it as late, as it said when the order was handed over; null: it said nothing of that.</value>
    /// <remarks>Ozon's tariff gets worse after one moment, and it counts a delay from another, days later.</remarks>
    public Instant? LatenessAt { get; init; }

    /// <value>Whether the marketplace counts the hand-over as late, as far as it said. False while it is open.</value>
    public bool CountsAsLate => State == OrderState.Shipped && ShippedAt > (LatenessAt ?? LateAfter);

    /// <value>Whether the marketplace wants to know something of the goods that nobody has said yet.</value>
    public bool IsDataMissing => Remarks.Any(remark => remark >= PostingRemark.DataMissing);

    /// <summary>Whether the buyer wants the money back, or wants it cancelled, and nobody has decided.</summary>
    public bool IsRefundOpen(Instant now) => Remarks.Contains(PostingRemark.RefundOpen) || CancelAskedUntil > now;

    /// <value>Whether the carrier does not come any more before the limit: waiting for it cannot save this order.</value>
    public bool HasNoPickUpLeft => ShipByRule?.PickUp == CarrierPickUp.NoneLeft;

    /// <summary>The order under the deadline in force now, which may be another one, or the same by another rule.</summary>
    public Order Under(ShipByDate date, Instant now) => date.At == ShipBy
        ? IsOfAnOlderVersion(date) ? this : this with { ShipByRule = date.Rule }
        : MovedTo(date.At) with { ShipByRule = date.Rule, SeenFrom = ShipBy is null ? SeenFrom : now };

    /// <summary>The order once the last pick-up before its limit has passed: the limit itself is the deadline then, and the parcel has to be brought.</summary>
    /// <remarks>What a reading would make of it, for whoever looks before the next one: a missed pick-up is not yet a missed deadline.</remarks>
    public Order PastItsPickUp(Instant now) => ShipByRule is { PickUp: CarrierPickUp.LastBeforeLimit } rule && now > ShipBy && State.IsOpen()
        ? Under(new ShipByDate(rule.Limit, rule with { PickUp = CarrierPickUp.NoneLeft }), now)
        : this;

    /// <remarks>A row without a rule means the marketplace's limit; to write just that down would touch every open order once.</remarks>
    private bool IsOfAnOlderVersion(ShipByDate date) => ShipByRule is null && date.Rule == new ShipByRule(DeadlineRule.PlatformLimit, date.At);

    /// <summary>The order under another deadline. What was noted about the old one is kept; what was noted about this one, should it have had it before, comes back.</summary>
    public Order MovedTo(Instant deadline)
    {
        var kept = ShipBy is { } old && Warned.Count > 0 ? [.. Earlier.Where(earlier => earlier.ShipBy != old), new EarlierDeadline(old, Warned)] : Earlier;
        return this with
        {
            ShipBy = deadline,
            Warned = kept.FirstOrDefault(earlier => earlier.ShipBy == deadline)?.Warned ?? [],
            Earlier = [.. kept.Where(earlier => earlier.ShipBy != deadline).TakeLast(MostEarlier)],
            Acknowledged = null,
            EarlyAt = null,
        };
    }

    /// <summary>Notes what became of rungs of its deadline, or of one that it has just lost.</summary>
    public Order Noting(Instant deadline, IReadOnlyList<RungNote> notes) => deadline == ShipBy
        ? this with { Warned = [.. Warned, .. notes] }
        : this with
        {
            Earlier =
            [
                .. Earlier.Where(earlier => earlier.ShipBy != deadline).TakeLast(MostEarlier - 1),
                new EarlierDeadline(deadline, [.. Earlier.FirstOrDefault(earlier => earlier.ShipBy == deadline)?.Warned ?? [], .. notes]),
            ],
        };

    /// <summary>Takes notes back whose warning one channel never said. What another channel said, or may say, stays noted.</summary>
    public Order NotNoting(Instant deadline, IReadOnlyCollection<string> rungs)
    {
        return deadline == ShipBy
            ? this with { Warned = Without(Warned) }
            : this with { Earlier = [.. Earlier.Select(earlier => earlier.ShipBy == deadline ? earlier with { Warned = Without(earlier.Warned) } : earlier)] };

        IReadOnlyList<RungNote> Without(IReadOnlyList<RungNote> notes) =>
            [.. notes.Select(note => rungs.Contains(note.Rung) ? note with { Owed = note.Owed - 1 } : note).Where(note => note.Owed > 0)];
    }

    /// <value>Whether units of it are held on the shelf now.</value>
    public bool HoldsStock => State is OrderState.Held;

    /// <value>Sum of its lines; null where a price or a currency is missing or the currencies differ.</value>
    public Money? Value => Lines.Count > 0 && Lines.All(line => line.Price is not null && line.Price.Currency == Lines[0].Price!.Currency)
        ? new Money(Lines.Sum(line => line.Price!.Times(line.Quantity).MinorUnits), Lines[0].Price!.Currency)
        : null;
}

/// <summary>A deadline that an order no longer has.</summary>
/// <param name="Warned">Its rungs that need no warning any more.</param>
public sealed record EarlierDeadline(Instant ShipBy, IReadOnlyList<RungNote> Warned);
