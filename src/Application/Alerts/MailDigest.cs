using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>Everything that is ready, as one mail that is about to be sent; warnings that no longer hold are withdrawn.</summary>
/// <param name="Mail">Null when nothing was left to say.</param>
internal sealed record MailDigest(CommitSet Set, Mail? Mail)
{
    private const int MostLines = 100;

    /// <param name="grace">A warning that waited longer than this while its order was open is said even if the order has closed since.</param>
    public static MailDigest Of(IReadOnlyList<Stored> ready, IReadOnlyDictionary<OrderKey, Stored> orders, Duration grace, Instant now)
    {
        var taken = new List<Stored>();
        foreach (var stored in ready)
        {
            if (taken.Count > 0 && (taken.Append(stored).Sum(Lines) > MostLines || taken.Append(stored).Sum(one => one.Row.Weight) > CommitSet.MaxMailWeight))
            {
                break;
            }

            taken.Add(stored);
        }

        var mails = taken.Select(stored => ((MailRow)stored.Row).Mail).ToList();
        var digest = mails[0] with
        {
            State = MailState.Sending,
            AttemptedAt = now,
            NotBefore = null,
            Warnings = WarningLines.MostUrgentFirst(Merge(mails.SelectMany(mail => mail.Warnings.Select(line => AsOfNow(line, mail.CreatedAt, orders, grace))).OfType<WarningLine>())),
            Problems = [.. mails.SelectMany(mail => mail.Problems).Distinct()],
        };
        var isEmpty = digest.Warnings.Count == 0 && digest.Problems.Count == 0;
        var commit = new CommitSet().With([.. taken.Skip(isEmpty ? 0 : 1).Select(stored => new RowChange.Delete(stored.Row.Key, stored.Version))]);

        return isEmpty
            ? new MailDigest(commit, null)
            : new MailDigest(commit.With(new RowChange.Replace(new MailRow(digest), taken[0].Version)), digest);
    }

    /// <summary>Whether a mail that may have arrived is worth a second one: only where no later rung will cover it. A problem is told once, and nothing covers it.</summary>
    public static bool MayBeRepeated(Mail mail) => !mail.MaybeRepeated
        && (mail.Problems.Count > 0 || mail.Warnings.Any(line => line.Rungs.Contains(Rung.Overdue.Name) || line.IsLastRung));

    private static int Lines(Stored stored) => stored.Row is MailRow row ? row.Mail.Warnings.Count + row.Mail.Problems.Count : 0;

    /// <summary>The line as the order stands now; null when it would be a false alarm, because the order closed or moved soon after its rung had passed.</summary>
    private static WarningLine? AsOfNow(WarningLine line, Instant decidedAt, IReadOnlyDictionary<OrderKey, Stored> orders, Duration grace)
    {
        if (line.IsOvertaken || orders.GetValueOrDefault(line.Order)?.Order() is not { } order)
        {
            return line.IsOvertaken ? line : null;
        }

        var current = line with { State = order.State, MissingUnits = order.MissingUnits };
        var overAt = order.ShippedAt ?? order.CancelledAt ?? (order.ShipBy == line.Deadline ? null : order.SeenFrom);
        return overAt is not { } over ? current : over - (line.Since ?? decidedAt) > grace ? current with { IsOvertaken = true } : null;
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
