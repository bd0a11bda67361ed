using ShipBy.Sandbox.Mail;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Reporting;

/// <summary>What the accepted mails named, held against what was owed.</summary>
internal sealed record WarningsNamed
{
    private WarningsNamed()
    {
    }

    public required IReadOnlyList<NamedWarning> Sent { get; init; }

    public required IReadOnlyList<DueWarning> Missing { get; init; }

    /// <value>Named in more than one mail; once in the list for each mail too many.</value>
    public required IReadOnlyList<NamedWarning> Duplicated { get; init; }

    /// <value>Named only by mails whose sender never learned that they went out.</value>
    public required IReadOnlyList<NamedWarning> Unknown { get; init; }

    /// <value>Names of orders, rungs or deadlines that there never were.</value>
    public required IReadOnlyList<NamedWarning> Strange { get; init; }

    public static WarningsNamed Of(IReadOnlyList<AcceptedMail> mails, IReadOnlyList<DueWarning> due, IEnumerable<OrderTrack> orders, Ladder ladder)
    {
        var deadlines = orders.ToDictionary(order => order.Plan.Number, Deadlines, StringComparer.Ordinal);
        var named = mails.SelectMany(mail => mail.Names.Select(name => (Name: name, Mail: mail)))
            .GroupBy(one => one.Name, one => one.Mail)
            .ToDictionary(group => group.Key, group => group.ToArray());
        var strange = named.Keys.Where(name => !IsKnown(name, deadlines, ladder)).ToArray();
        var sent = named.Keys.Except(strange).ToArray();
        return new WarningsNamed
        {
            Sent = sent,
            Missing = due.Where(warning => !named.ContainsKey(new NamedWarning(warning.Order, warning.Rung, warning.Deadline))
                && !named.ContainsKey(new NamedWarning(warning.Order, warning.Rung, null))).ToArray(),
            Duplicated = sent.SelectMany(name => Enumerable.Repeat(name, TooMany(name, named[name].Length, deadlines))).ToArray(),
            Unknown = sent.Where(name => named[name].All(mail => mail.Unknown)).ToArray(),
            Strange = strange,
        };
    }

    /// <summary>A name without its deadline may come back once for every limit the order had.</summary>
    private static int TooMany(NamedWarning name, int mails, Dictionary<string, HashSet<long>> deadlines) =>
        Math.Max(0, mails - (name.Deadline is null ? deadlines[name.Order].Count : 1));

    private static bool IsKnown(NamedWarning name, Dictionary<string, HashSet<long>> deadlines, Ladder ladder) =>
        deadlines.TryGetValue(name.Order, out var known)
        && ladder.Rungs.Any(rung => rung.Name == name.Rung)
        && (name.Deadline is null || known.Contains(name.Deadline.Value));

    private static HashSet<long> Deadlines(OrderTrack order) =>
        order.Plan.Moves.Select(move => move.Limit).Append(order.Plan.Limit).OfType<DateTimeOffset>().Select(limit => limit.ToUnixTimeSeconds()).ToHashSet();
}
