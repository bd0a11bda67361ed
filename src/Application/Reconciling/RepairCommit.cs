using NodaTime;
using ShipBy.Application.Ledger;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Reconciling;

/// <summary>Repairs that fit into one commit together with the journal row that tells of them.</summary>
internal sealed class RepairCommit
{
    private const int RowForTheJournal = 1;

    /// <value>A hundred lines of a journal row, and the lease.</value>
    private const int WeightOfTheJournalAndTheLease = 400_000;

    private readonly List<Drift> _drifts = [];
    private readonly Dictionary<RowKey, RowChange> _changes = [];

    public IReadOnlyList<Drift> Drifts => _drifts;

    public static IReadOnlyList<RepairCommit> Pack(IEnumerable<Finding> findings)
    {
        var packed = new List<RepairCommit>();
        foreach (var finding in findings.Where(finding => finding.IsRepairable))
        {
            if (packed.Count == 0 || !packed[^1].TryAdd(finding))
            {
                packed.Add(new RepairCommit());
                packed[^1].Add(finding);
            }
        }

        return packed;
    }

    public CommitSet ToSet(Instant at, Guid journalId, string by)
    {
        var lines = _drifts.Select(DriftLine.Of).Select(line => $"{line.What} of {line.Subject}: found {line.Written}, wrote {line.Counted}");
        return new CommitSet().With([.. _changes.Values, new RowChange.Insert(new JournalRow(at, journalId, $"{by}: {string.Join("; ", lines)}"))]);
    }

    private bool TryAdd(Finding finding)
    {
        var added = finding.Repair.Where(change => !_changes.ContainsKey(change.Key)).ToList();
        if (_changes.Count + added.Count + RowForTheJournal > PoolTurn.MaxRows
            || _changes.Values.Concat(added).Sum(change => change.Weight) + WeightOfTheJournalAndTheLease > CommitSet.MaxWeight)
        {
            return false;
        }

        Add(finding);
        return true;
    }

    /// <remarks>Two repairs of one order share the row that guards it.</remarks>
    private void Add(Finding finding)
    {
        _drifts.Add(finding.Drift);
        foreach (var change in finding.Repair)
        {
            _changes.TryAdd(change.Key, change);
        }
    }
}
