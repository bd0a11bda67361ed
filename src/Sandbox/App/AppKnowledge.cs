using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.App;

/// <summary>Times at which nobody could watch: from the last word of the app until it was heard again.</summary>
internal sealed record Gap(DateTimeOffset From, DateTimeOffset To);

/// <summary>What is known of the app as a whole.</summary>
/// <param name="silentSince">Since when nothing was heard of it when this process started.</param>
internal sealed class AppKnowledge(DateTimeOffset silentSince)
{
    private readonly List<Gap> _gaps = [];
    private bool _heard;

    /// <value>Start-ups and the time between two lives of a run. An app that falls silent while the sandbox runs is not excused.</value>
    public IReadOnlyList<Gap> Gaps => _gaps;

    public long Table { get; private set; }

    public long Queue { get; private set; }

    public long Blob { get; private set; }

    public long Errors { get; private set; }

    /// <value>Orders it named that were never served, and orders it named more than once.</value>
    public IReadOnlyList<string> Strange { get; private set; } = [];

    /// <value>Free units by product, as the app's ledger had them in its last report; empty where it did not say.</value>
    public IReadOnlyDictionary<string, long> Available { get; set; } = new Dictionary<string, long>();

    public DateTimeOffset? LastContact { get; private set; }

    /// <returns>Since when it was silent, the first time it is heard in this process's life.</returns>
    public DateTimeOffset? Heard(DateTimeOffset now)
    {
        LastContact = now;
        var first = !_heard;
        _heard = true;
        return first ? silentSince : null;
    }

    public void Apply(JournalEntry entry)
    {
        if (entry.Kind == Happened.Gap)
        {
            _gaps.Add(new Gap(entry.Data["from"]!.GetValue<DateTimeOffset>(), entry.Data["to"]!.GetValue<DateTimeOffset>()));
        }
        else if (entry.Kind == Happened.AppTotals)
        {
            (Table, Queue, Blob, Errors) = (Number(entry, "table"), Number(entry, "queue"), Number(entry, "blob"), Number(entry, "errors"));
            Strange = entry.Data["strange"]!.AsArray().Select(name => name!.GetValue<string>()).ToArray();
        }
    }

    private static long Number(JournalEntry entry, string name) => entry.Data[name]!.GetValue<long>();
}
