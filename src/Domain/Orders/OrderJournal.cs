using System.Globalization;
using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;

namespace ShipBy.Domain.Orders;

/// <summary>What happened to an order, in the order in which ShipBy wrote it down.</summary>
public static class OrderJournal
{
    /// <value>Longer journals keep their beginning and their end: an order whose cut-off is moved every minute must still fit its row.</value>
    public const int MostEntries = 60;

    /// <value>Longer details are cut, for the same reason; the order itself holds its reasons whole.</value>
    public const int LongestDetail = 200;

    private const int KeptFromTheBeginning = 10;

    /// <summary>The order with entries for all that differs from before; the same order where nothing does.</summary>
    /// <param name="was">The order as it was; null when it is new.</param>
    public static Order NotedSince(this Order order, Order? was, Instant at)
    {
        JournalEntry[] news = [.. Differences(was, order).Select(what => new JournalEntry(at, what.Event, Shortened(what.Detail)))];
        return news.Length == 0 ? order : order with { Journal = Shortened([.. order.Journal, .. news]) };
    }

    private static IEnumerable<(JournalEvent Event, string? Detail)> Differences(Order? was, Order now)
    {
        if (was is null)
        {
            yield return (JournalEvent.Taken, now.RawStatus);
        }
        else if (was.ShipBy != now.ShipBy)
        {
            yield return (JournalEvent.DeadlineMoved, now.ShipByRule is { } rule ? $"{now.ShipBy} {rule.InWords}" : now.ShipBy?.ToString());
        }
        else if (was.ShipByRule != now.ShipByRule)
        {
            yield return (JournalEvent.RuleChanged, now.ShipByRule?.InWords);
        }

        if (was is null ? now.State != OrderState.Pending : was.State != now.State)
        {
            yield return now.State switch
            {
                OrderState.Pending => (JournalEvent.Waiting, now.RawStatus),
                OrderState.Held => (JournalEvent.Held, null),
                OrderState.OutOfStock => (JournalEvent.OutOfStock, $"{now.MissingUnits} missing"),
                OrderState.Shipped => (JournalEvent.Shipped, now.RawStatus),
                OrderState.Cancelled => (JournalEvent.Cancelled, now.CancelReason),
                OrderState.SetAside => (JournalEvent.SetAside, now.Flaw),
                var unknown => throw new InvalidOperationException($"No entry is written for {unknown}."),
            };
        }

        if (now.Status == PostingStatus.AwaitingHandOver && was is not null && was.Status != now.Status)
        {
            yield return (JournalEvent.Packed, now.RawStatus);
        }

        if (Named(now).Except(Named(was)).ToList() is { Count: > 0 } rungs)
        {
            yield return (JournalEvent.Warned, string.Join(' ', rungs.Select(note => note.Rung)));
        }

        if (Escalated(now).Except(Escalated(was)).ToList() is { Count: > 0 } told)
        {
            yield return (JournalEvent.Escalated, string.Join(' ', told));
        }

        if (now.Acknowledged is { } said && (said.By, said.At) != (was?.Acknowledged?.By, was?.Acknowledged?.At))
        {
            yield return (said.RemindsAtEnd ? JournalEvent.Snoozed : JournalEvent.Acknowledged, said.By);
        }

        if (now.Owner != was?.Owner)
        {
            yield return (JournalEvent.Assigned, now.Owner);
        }

        foreach (var entry in OfPreparation(was?.Preparation ?? Preparation.None, now.Preparation ?? Preparation.None))
        {
            yield return entry;
        }

        if (now.Packaging.Count > 0 && !now.Packaging.SequenceEqual(was?.Packaging ?? []))
        {
            yield return (JournalEvent.PackagingUsed, string.Join(", ", now.Packaging.Select(use => $"{use.Sku} × {use.Pieces}")));
        }

        if (now.CarrierTold is { } carrier && carrier != was?.CarrierTold)
        {
            yield return (JournalEvent.CarrierTold, $"{carrier.Kind} {carrier.At}");
        }

        foreach (var entry in OfQuality(was, now))
        {
            yield return entry;
        }

        foreach (var entry in now.Instruction is { } instruction ? OfInstruction(was?.Instruction, instruction) : [])
        {
            yield return entry;
        }
    }

    private static IEnumerable<(JournalEvent, string?)> OfPreparation(Preparation was, Preparation now) =>
    [
        .. now.Steps.Except(was.Steps).Select(note => (JournalEvent.Prepared, (string?)$"{note.Step} by {note.By}")),
        .. was.Steps.Except(now.Steps).Select(note => (JournalEvent.TakenBack, (string?)note.Step.ToString())),
        .. now.PrintedAt is { } printed && printed != was.PrintedAt ? [(JournalEvent.Printed, null)] : Array.Empty<(JournalEvent, string?)>(),
    ];

    private static IEnumerable<(JournalEvent, string?)> OfQuality(Order? was, Order now) =>
    [
        .. now.Defects.Where(defect => defect.Stands).Except(was?.Defects ?? []).Select(defect => (JournalEvent.DefectNoted, (string?)$"{defect.Kind} by {defect.By}")),
        .. now.Defects.Where(defect => !defect.Stands).Except(was?.Defects ?? []).Select(defect => (JournalEvent.DefectTakenBack, (string?)defect.Kind.ToString())),
        .. now.Cause is { } cause && cause != was?.Cause ? [(JournalEvent.CauseConfirmed, $"{cause.Kind} by {cause.By}")] : Array.Empty<(JournalEvent, string?)>(),
        .. now.Review is { } stars && stars != was?.Review ? [(JournalEvent.Reviewed, stars.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(JournalEvent, string?)>(),
    ];

    private static IEnumerable<(JournalEvent, string?)> OfInstruction(Instruction? was, Instruction now)
    {
        if (was is null || was.AskedAt != now.AskedAt || !InstructionPolicy.SaysTheSame(was, now))
        {
            yield return (JournalEvent.Instructed, $"{now.Kind} by {now.AskedBy}");
        }

        if (now.LastStep is { } step && step != was?.LastStep)
        {
            yield return (JournalEvent.MarketplaceTold, step.ToString());
        }

        if (now.State is InstructionState.Done or InstructionState.Refused && now.State != was?.State)
        {
            yield return now.State == InstructionState.Done ? (JournalEvent.InstructionDone, now.Kind.ToString()) : (JournalEvent.InstructionRefused, now.Refusal);
        }
    }

    private static IEnumerable<(string Rung, Instant At)> Named(Order? order) => order?.Warned.Where(note => note.Fate == RungFate.Named).Select(note => (note.Rung, note.At)) ?? [];

    private static IEnumerable<string> Escalated(Order? order) => order?.Warned.Where(note => note.EscalatedAt is not null).Select(note => note.Rung) ?? [];

    /// <remarks>Never in the middle of a character.</remarks>
    private static string? Shortened(string? detail) => detail?.Length > LongestDetail ? detail[..(char.IsHighSurrogate(detail[LongestDetail - 1]) ? LongestDetail - 1 : LongestDetail)] : detail;

    private static IReadOnlyList<JournalEntry> Shortened(IReadOnlyList<JournalEntry> entries) => entries.Count <= MostEntries
        ? entries
        : [.. entries.Take(KeptFromTheBeginning), .. entries.Skip(entries.Count - (MostEntries - KeptFromTheBeginning))];
}

/// <param name="Detail">The rung, the reason, the marketplace's word; null where the event says it all.</param>
public sealed record JournalEntry(Instant At, JournalEvent What, string? Detail);

public enum JournalEvent
{
    Taken,

    /// <summary>Waits for stock again: its goods changed, or it came back after it was closed.</summary>
    Waiting,
    Held,
    OutOfStock,
    SetAside,
    DeadlineMoved,

    /// <summary>The deadline stays what it was, by another rule; or its last pick-up has passed.</summary>
    RuleChanged,

    /// <summary>A warning was decided and written down; when its mail left, the mail's own row tells.</summary>
    Warned,
    Acknowledged,
    Shipped,
    Cancelled,

    /// <summary>Nobody acknowledged in time; the second contact was told.</summary>
    Escalated,
    Snoozed,

    /// <summary>Given to somebody; without a name, to nobody.</summary>
    Assigned,

    /// <summary>Somebody, or a rule, wants something said to the marketplace.</summary>
    Instructed,

    /// <summary>A step was told to the marketplace.</summary>
    MarketplaceTold,

    /// <summary>The marketplace shows all that was wanted.</summary>
    InstructionDone,
    InstructionRefused,

    /// <summary>Its carrier told where the parcel is.</summary>
    CarrierTold,

    /// <summary>A step at the packing table is done.</summary>
    Prepared,

    /// <summary>A step at the packing table is not done after all.</summary>
    TakenBack,

    /// <summary>Its pick list or its label was printed.</summary>
    Printed,

    /// <summary>Somebody, or a file, said what is wrong with it.</summary>
    DefectNoted,

    /// <summary>What was said to be wrong with it was a mistake.</summary>
    DefectTakenBack,

    /// <summary>A person said why it went wrong.</summary>
    CauseConfirmed,

    /// <summary>The buyer's stars are known.</summary>
    Reviewed,

    /// <summary>The marketplace shows it as packed, waiting for its carrier.</summary>
    Packed,

    /// <summary>Packaging left the shelf with it.</summary>
    PackagingUsed,
}
