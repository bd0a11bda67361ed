using NodaTime;

namespace ShipBy.Domain.Deadlines;

/// <summary>The deadline in force of an order, and why it is this one.</summary>
/// <param name="At">The instant itself is still in time.</param>
public sealed record ShipByDate(Instant At, ShipByRule Rule);

/// <summary>Why a deadline is what it is.</summary>
/// <param name="Limit">What the rule asks for. The deadline is this instant, or the carrier's last pick-up before it.</param>
/// <param name="Detail">What tells more than the rule's name: a field, a length of time, a promotion. Data, not a sentence.</param>
public sealed record ShipByRule(DeadlineRule Kind, Instant Limit, string? Detail = null, CarrierPickUp PickUp = CarrierPickUp.NotPlanned)
{
    /// <value>In few words, for the journal.</value>
    public string InWords => string.Join(' ', new[]
    {
        Kind.ToString(),
        Detail is null ? null : $"({Detail})",
        PickUp switch
        {
            CarrierPickUp.NotPlanned => null,
            CarrierPickUp.LastBeforeLimit => $"{Limit}, the last pick-up before it",
            CarrierPickUp.NoneLeft => "and no pick-up left",
            var unknown => throw new InvalidOperationException($"No words are written for {unknown}."),
        },
    }.OfType<string>());
}

/// <summary>Which rule gave a deadline's limit.</summary>
public enum DeadlineRule
{
    /// <summary>The marketplace's own limit for handing over, such as Ozon's <c>shipment_date</c>, after which the tariff gets worse.</summary>
    PlatformLimit,

    /// <summary>The moment from which the marketplace calls the order late, such as Ozon's <c>shipment_date_without_delay</c>.</summary>
    PlatformLateness,

    /// <summary>The marketplace's limit for confirming.</summary>
    ConfirmLimit,

    /// <summary>The marketplace's limit for packing.</summary>
    PackLimit,

    /// <summary>A time that was set or promised for this very order; the detail names the field.</summary>
    PromisedTime,

    /// <summary>So many hours after the payment, by the listing or by the marketplace's general rule; the detail says how many.</summary>
    HoursAfterPayment,

    /// <summary>The rule of a promotion period; the detail names it and says how sure it is.</summary>
    Promotion,

    /// <summary>The shop's own handling time.</summary>
    HandlingTime,
}

/// <summary>What the carrier's pick-ups did to a deadline.</summary>
public enum CarrierPickUp
{
    /// <summary>Nobody told when the carrier comes, or the limit needs no carrier.</summary>
    NotPlanned,

    /// <summary>The deadline is the last pick-up that is not after the limit.</summary>
    LastBeforeLimit,

    /// <summary>The carrier does not come any more before the limit: only a parcel that is brought to it can be in time.</summary>
    NoneLeft,
}
