using NodaTime;
using ShipBy.Application.Days;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;

namespace ShipBy.Application.Alerts;

/// <summary>Something to be said to the seller: an intent in the ledger before it is a mail or a chat message in the world.</summary>
public sealed record Notice
{
    /// <value>Also the operation id at the mail service, so that it can be asked whether it has this notice already.</value>
    public required Guid Id { get; init; }

    public required NoticeState State { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <value>The name of the route by which it goes.</value>
    public string Route { get; init; } = AlertRoute.MainMail;

    public Contact To { get; init; }

    public Severity Severity { get; init; } = Severity.Warning;

    /// <value>It can wait until then: quiet hours, or the next digest of its group; null for at once.</value>
    public Instant? HeldUntil { get; init; }

    /// <value>When it was last given to the channel; null before the first time.</value>
    public Instant? AttemptedAt { get; init; }

    /// <value>The channel asked for quiet until then; null when it did not.</value>
    public Instant? NotBefore { get; init; }

    /// <value>Most urgent first.</value>
    public IReadOnlyList<WarningLine> Warnings { get; init; } = [];

    /// <value>What could not be worked on.</value>
    public IReadOnlyList<ProblemLine> Problems { get; init; } = [];

    /// <value>What is wrong with ShipBy itself, or is over again.</value>
    public IReadOnlyList<OperationalLine> Operational { get; init; } = [];

    /// <value>Parcels on their way that somebody has to ask the carrier about.</value>
    public IReadOnlyList<ConsignmentLine> Consignments { get; init; } = [];

    /// <value>Set while a shop cannot be read: what is said of its orders is as of then.</value>
    public Instant? StatusReadAt { get; init; }

    /// <value>The channel would not take it: since when, and why; null while nothing is wrong.</value>
    public ChannelTrouble? Trouble { get; init; }

    /// <value>The plan or the report of a day; null in a notice without.</value>
    public DayNews? Day { get; init; }

    /// <value>Whether the receiver may get it twice, because nobody could tell whether the first one arrived.</value>
    public bool MaybeRepeated { get; init; }
}

/// <summary>How far a notice is. A crash in <see cref="Sending"/> is resolved by asking the receiver, where it can tell.</summary>
public enum NoticeState
{
    Ready,
    Sending,
    Sent,

    /// <summary>Given away, and nobody can tell whether it arrived. Not repeated: the next rung covers it.</summary>
    Undecided,
}

/// <summary>One order's line in a warning notice, as it stood when the warning was decided.</summary>
/// <param name="Rungs">Names of the rungs that this notice stands for; the last is the most urgent.</param>
/// <param name="Goods">The products in words, such as <c>Mug × 2, Plate</c>.</param>
/// <param name="Value">Null where prices are unknown.</param>
/// <param name="IsOvertaken">Whether the order closed, or its cut-off moved, while the warning was late through our own trouble: it is said all the same, as what it is.</param>
/// <param name="IsLastRung">Whether no rung before the deadline is left to repeat it.</param>
/// <param name="Owner">Who takes care of it; null for nobody in particular.</param>
/// <param name="HasNoPickUpLeft">Whether the carrier does not come any more before the limit: it must be brought.</param>
/// <param name="Rule">Why the deadline is this instant. Null in rows of older versions.</param>
/// <param name="Since">When the first of its rungs passed, or the order came, whichever was later: who is late counts from then. Null in rows of older versions.</param>
public sealed record WarningLine(
    OrderKey Order, IReadOnlyList<string> Rungs, Instant Deadline, OrderState State, string Goods, Money? Value, int MissingUnits,
    bool IsLastRung = false, bool IsOvertaken = false, Instant? Since = null, string? Owner = null,
    bool HasNoPickUpLeft = false, ShipByRule? Rule = null);

/// <summary>Since when a channel does not take a notice.</summary>
/// <param name="Reason">What it says; null where it asks for quiet.</param>
public sealed record ChannelTrouble(Instant Since, string? Reason);

/// <summary>One line about ShipBy itself. Its words are the playbook's, in the seller's language.</summary>
/// <param name="At">When this was decided.</param>
/// <param name="IsOver">Whether it says that the trouble is over.</param>
public sealed record OperationalLine(OperationalAlertKind Kind, string Subject, Severity Severity, AlertFacts Facts, Instant Since, Instant At, bool IsOver = false)
{
    public static OperationalLine Of(OperationalAlert alert, Instant now, bool isOver) =>
        new(alert.Kind, alert.Subject, isOver ? Severity.Info : alert.Severity, alert.Facts, alert.Since, now, isOver);
}

/// <summary>One parcel on its way, as it stood when this was decided.</summary>
/// <param name="IsOver">Whether the limit has passed; otherwise it is near.</param>
/// <param name="SeenAt">When it was last known to have moved.</param>
/// <param name="CarrierContact">How the carrier is reached, in the seller's words; empty where nobody said.</param>
/// <param name="Value">Null where prices are unknown.</param>
public sealed record ConsignmentLine(
    OrderKey Order, TransitClock Clock, bool IsOver, Instant HandedOverAt, Instant SeenAt, string? Carrier, string? TrackingNumber, string CarrierContact, Money? Value)
{
    public static ConsignmentLine Of(Consignment parcel, TransitClock clock, bool isOver, TransitRules rules) =>
        new(parcel.Order, clock, isOver, parcel.HandedOverAt, parcel.Seen.At, parcel.Carrier, parcel.TrackingNumber, rules.CarrierContact, parcel.Value);

    /// <summary>Whether it still is as the line says.</summary>
    /// <param name="parcel">As the ledger has it now; null where it is followed no more.</param>
    public bool Holds(Consignment? parcel) => parcel is not null && parcel.Seen.At == SeenAt && !(parcel.Care?.At > Clock.Limit);
}

/// <summary>One line about something that a person must look at.</summary>
/// <param name="Subject">What it is about: an order's number, a shop, a product.</param>
/// <param name="Reason">What is wrong and what to do, in a sentence.</param>
public sealed record ProblemLine(string Subject, string Reason, Severity Severity = Severity.Warning);
