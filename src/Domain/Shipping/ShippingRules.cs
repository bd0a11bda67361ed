using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Shipping;

/// <summary>What a seller has switched on for a shop: orders that are packed by themselves, and orders that wait until a person has looked.</summary>
public sealed record ShippingRules
{
    public static ShippingRules None { get; } = new();

    /// <value>Whether an order that is in stock and has no open question is reported as packed at once, in one parcel.</value>
    public bool PacksByItself { get; init; }

    /// <value>Only orders worth less are packed by themselves, in units of the order's currency; null: all.</value>
    public decimal? PacksBelow { get; init; }

    /// <value>Orders worth this or more wait for a person, in units of the order's currency; null: none for that.</value>
    public decimal? ReviewsFromValue { get; init; }

    /// <value>Orders of this many pieces or more wait for a person; null: none for that.</value>
    public int? ReviewsFromUnits { get; init; }

    /// <value>Whether an odd address makes an order wait.</value>
    public bool ReviewsAddresses { get; init; }

    /// <value>Whether a note makes an order wait.</value>
    public bool ReviewsNotes { get; init; }
}

/// <summary>Why an order waits for a person before it ships.</summary>
public enum ReviewReason
{
    Value,
    Units,
    OddAddress,
    Note,
    RefundOpen,
    ShippingForbidden,
    DataMissing,
    CountryMissing,
    DeclarationMissing,
    MarkMissing,
    BatchMissing,
    UinMissing,
    ImeiMissing,
    WeightMissing,
}

/// <summary>Which orders wait for a person, and which are packed without one.</summary>
public static class ShippingPolicy
{
    private static readonly (PostingRemark Remark, ReviewReason Reason)[] Data =
    [
        (PostingRemark.DataMissing, ReviewReason.DataMissing),
        (PostingRemark.CountryMissing, ReviewReason.CountryMissing),
        (PostingRemark.DeclarationMissing, ReviewReason.DeclarationMissing),
        (PostingRemark.MarkMissing, ReviewReason.MarkMissing),
        (PostingRemark.BatchMissing, ReviewReason.BatchMissing),
        (PostingRemark.UinMissing, ReviewReason.UinMissing),
        (PostingRemark.ImeiMissing, ReviewReason.ImeiMissing),
        (PostingRemark.WeightMissing, ReviewReason.WeightMissing),
    ];

    /// <summary>The open questions of an order, in the order of the enumeration.</summary>
    /// <remarks>An order whose value cannot be told counts as worth any limit: better looked at than shipped by mistake.</remarks>
    public static IReadOnlyList<ReviewReason> QuestionsOf(Order order, ShippingRules rules, NodaTime.Instant now) =>
    [
        .. When(rules.ReviewsFromValue is { } value && !IsBelow(order, value), ReviewReason.Value),
        .. When(rules.ReviewsFromUnits is { } units && order.Lines.Sum(line => line.Quantity) >= units, ReviewReason.Units),
        .. When(rules.ReviewsAddresses && order.Remarks.Contains(PostingRemark.OddAddress), ReviewReason.OddAddress),
        .. When(rules.ReviewsNotes && order.Remarks.Contains(PostingRemark.Note), ReviewReason.Note),
        .. When(order.IsRefundOpen(now), ReviewReason.RefundOpen),
        .. When(order.Remarks.Contains(PostingRemark.ShippingForbidden), ReviewReason.ShippingForbidden),
        .. Data.Where(one => order.Remarks.Contains(one.Remark)).Select(one => one.Reason),
    ];

    /// <summary>The order as the rules leave it: told to be packed where they say so.</summary>
    /// <remarks>Asked with every reading and every hold. An order that anybody has given an instruction, or taken one back from, is left to them.</remarks>
    public static Order Automatically(Order order, ShippingRules rules, NodaTime.Instant now) => MayPack(order, rules, now)
        ? order with
        {
            Instruction = new Instruction
            {
                Kind = InstructionKind.Ship,
                Ship = ShipOrder.InOneParcel,
                AskedAt = now,
                AskedBy = rules.PacksBelow is { } limit ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rule AutoShip: in stock, no open question, below {limit:0.##}") : "rule AutoShip: in stock, no open question",
                LookAt = now,
            },
        }
        : order;

    private static bool MayPack(Order order, ShippingRules rules, NodaTime.Instant now) =>
        rules.PacksByItself
        && order is { State: OrderState.Held, Status: PostingStatus.AwaitingPackaging, Flaw: null, Instruction: null }
        && (rules.PacksBelow is not { } limit || IsBelow(order, limit))
        && QuestionsOf(order, rules, now).Count == 0;

    private static bool IsBelow(Order order, decimal limit) => order.Value is { } value && value.MinorUnits < limit * Money.MinorUnitsOf(value.Currency);

    private static ReviewReason[] When(bool holds, ReviewReason reason) => holds ? [reason] : [];
}
