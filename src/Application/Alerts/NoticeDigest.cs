using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>Everything that is ready, as one notice that is about to be sent; warnings that no longer hold are withdrawn.</summary>
/// <param name="Notice">Null when nothing was left to say.</param>
internal sealed record NoticeDigest(CommitSet Set, Notice? Notice)
{
    /// <value>More would make a mail that nobody reads to its end; the page has the rest.</value>
    private const int MostLines = 500;

    /// <param name="grace">A warning that waited longer than this while its order was open is said even if the order has closed since.</param>
    public static NoticeDigest Of(IReadOnlyList<Stored> ready, IReadOnlyDictionary<OrderKey, Stored> orders, Duration grace, Contact contact, WorkCalendar calendar, Instant now)
    {
        var taken = new List<Stored>();
        foreach (var stored in ready)
        {
            if (taken.Count > 0 && (taken.Append(stored).Count(HasDay) > 1 || taken.Append(stored).Sum(Lines) > MostLines || taken.Append(stored).Sum(one => one.Row.Weight) > CommitSet.MaxNoticeWeight))
            {
                break;
            }

            taken.Add(stored);
        }

        // One notice alone always fits: the commit that wrote it changed the same orders.
        NoticeDigest? digest;
        while ((digest = Compose(taken, orders, grace, contact, calendar, now)) is null)
        {
            taken = taken[..(taken.Count / 2)];
        }

        return digest;
    }

    /// <summary>Leaves out parcels that have moved, have arrived or have been taken care of since it was written down. What was noted of them is kept by their own rows.</summary>
    public static IReadOnlyList<Stored> WithoutSettled(IReadOnlyList<Stored> ready, IReadOnlyDictionary<OrderKey, Stored> parcels) =>
    [
        .. ready.Select(stored => stored.Row is NoticeRow { Notice: { Consignments.Count: > 0 } notice } && notice.Consignments.Where(line => line.Holds(parcels.GetValueOrDefault(line.Order)?.Consignment())).ToList() is var left && left.Count < notice.Consignments.Count
            ? stored with { Row = new NoticeRow(notice with { Consignments = left }) }
            : stored),
    ];

    /// <summary>Says in the notice, and in its row, how old the orders' states are.</summary>
    public NoticeDigest StandingAsOf(Instant? readAt)
    {
        if (readAt is null || Notice is null)
        {
            return this;
        }

        var dated = Notice with { StatusReadAt = readAt };
        return new NoticeDigest(
            new CommitSet().With([.. Set.Changes.Select(change => change is RowChange.Replace(NoticeRow { Notice.Id: var id }, var version) && id == dated.Id ? new RowChange.Replace(new NoticeRow(dated), version) : change)]),
            dated);
    }

    /// <returns>Null where it would not fit into one commit.</returns>
    private static NoticeDigest? Compose(List<Stored> taken, IReadOnlyDictionary<OrderKey, Stored> orders, Duration grace, Contact contact, WorkCalendar calendar, Instant now)
    {
        var notices = taken.Select(stored => ((NoticeRow)stored.Row).Notice).ToList();
        var lines = notices.SelectMany(notice => notice.Warnings.Select(line => (Line: line, AsOfNow: AsOfNow(line, notice.HeldUntil, notice.CreatedAt, orders, grace)))).ToList();
        var digest = notices[0] with
        {
            State = NoticeState.Sending,
            AttemptedAt = now,
            NotBefore = null,
            HeldUntil = null,
            Warnings = WarningLines.MostUrgentFirst(Merge(lines.Select(line => line.AsOfNow).OfType<WarningLine>()), calendar, now),
            Problems = [.. notices.SelectMany(notice => notice.Problems).Distinct()],
            Operational = [.. notices.SelectMany(notice => notice.Operational).GroupBy(line => (line.Kind, line.Subject)).Select(said => said.MaxBy(line => line.At)!)],
            Consignments = [.. notices.SelectMany(notice => notice.Consignments).GroupBy(line => line.Order).Select(said => said.Last())],
            Day = notices.Select(notice => notice.Day).SingleOrDefault(day => day is not null),
        };
        var isEmpty = digest.Warnings.Count == 0 && digest.Problems.Count == 0 && digest.Operational.Count == 0 && digest.Consignments.Count == 0 && digest.Day is null;
        var commit = new CommitSet();
        var fits = commit.TryAdd([.. taken.Skip(isEmpty ? 0 : 1).Select(stored => new RowChange.Delete(stored.Row.Key, stored.Version))])
            && commit.TryAdd([.. contact == Contact.First ? Withdraw(lines.Where(line => line.AsOfNow is null).Select(line => line.Line), orders) : []])
            && (isEmpty || commit.TryAdd(new RowChange.Replace(new NoticeRow(digest), taken[0].Version)));

        return fits ? new NoticeDigest(commit, isEmpty ? null : digest) : null;
    }

    /// <summary>What is withdrawn is not noted as warned any more: the order may open again, or its cut-off move back.</summary>
    private static IEnumerable<RowChange> Withdraw(IEnumerable<WarningLine> lines, IReadOnlyDictionary<OrderKey, Stored> orders) =>
        from line in lines
        group line by line.Order into ofOrder
        let stored = orders.GetValueOrDefault(ofOrder.Key)
        where stored is not null
        let after = ofOrder.Aggregate(stored.Order(), (order, line) => order.NotNoting(line.Deadline, line.Rungs))
        from change in OrderWrite.Changes(stored, after)
        select change;

    /// <summary>Whether a notice that may have arrived is worth a second one: only where no later rung will cover it. A problem, and trouble of ours, no rung covers.</summary>
    public static bool MayBeRepeated(Notice notice) => !notice.MaybeRepeated
        && (notice.Problems.Count > 0 || notice.Operational.Count > 0 || notice.Warnings.Any(line => line.Rungs.Contains(Rung.Overdue.Name) || line.IsLastRung));

    /// <remarks>A letter is about one day, in the morning or in the evening.</remarks>
    private static bool HasDay(Stored stored) => stored.Row is NoticeRow { Notice.Day: not null };

    private static int Lines(Stored stored) => stored.Row is NoticeRow row ? row.Notice.Warnings.Count + row.Notice.Problems.Count + row.Notice.Operational.Count + row.Notice.Consignments.Count : 0;

    /// <summary>The line as the order stands now; null when it would be a false alarm, because the order closed or moved soon after its rung had passed.</summary>
    /// <param name="heldUntil">What was held back on purpose was not late meanwhile.</param>
    private static WarningLine? AsOfNow(WarningLine line, Instant? heldUntil, Instant decidedAt, IReadOnlyDictionary<OrderKey, Stored> orders, Duration grace)
    {
        if (line.IsOvertaken || orders.GetValueOrDefault(line.Order)?.Order() is not { } order)
        {
            return line with { IsOvertaken = true };        // an order that is not there has left for the history, long after it was closed
        }

        var current = line with { State = order.State, MissingUnits = order.MissingUnits };
        var overAt = order.ShippedAt ?? order.CancelledAt ?? (order.ShipBy == line.Deadline ? null : order.SeenFrom);
        var lateFrom = Instant.Max(line.Since ?? decidedAt, heldUntil ?? Instant.MinValue);
        return overAt is not { } over ? current : over - lateFrom > grace ? current with { IsOvertaken = true } : null;
    }

    /// <summary>One line for each deadline of an order, with all of its rungs. Rungs of a deadline that moved say nothing about the new one.</summary>
    private static IEnumerable<WarningLine> Merge(IEnumerable<WarningLine> lines) => lines
        .GroupBy(line => (line.Order, line.Deadline))
        .Select(group => group.Last() with
        {
            Rungs = [.. group.SelectMany(line => line.Rungs).Distinct()],
            IsLastRung = group.Any(line => line.IsLastRung),
            Since = group.Min(line => line.Since),
            IsOvertaken = group.All(line => line.IsOvertaken),
        });
}
