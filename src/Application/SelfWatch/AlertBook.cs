using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch;

/// <summary>Holds what was found against what is written down, and says what is to be told.</summary>
public sealed class AlertBook(NoticeRows notices, GuardOptions options)
{
    /// <summary>Decides about every alert of these kinds: those that were found, and those that were not found any more.</summary>
    public void Judge(AlertPage page, IReadOnlyList<OperationalAlertKind> kinds, SelfCheckAnswer answer)
    {
        foreach (var change in answer.Remember)
        {
            page.Write(change);
        }

        if (answer.IsBlind)
        {
            return;
        }

        var found = answer.Findings.GroupBy(finding => (finding.Kind, finding.Subject)).ToDictionary(same => same.Key, same => same.MaxBy(finding => finding.Severity)!);
        var known = page.Rows.Alerts.Where(alert => kinds.Contains(alert.Kind)).ToDictionary(alert => (alert.Kind, alert.Subject));
        foreach (var key in found.Keys.Union(known.Keys).Where(key => !answer.CannotTell.Contains(key.Subject)))
        {
            var alert = known.GetValueOrDefault(key);
            Carry(page, alert, OperationalAlertPolicy.Decide(alert, found.GetValueOrDefault(key), Duration.FromTimeSpan(options.RepeatInterval), page.Now));
        }
    }

    /// <returns>All that the pass wants written, and whether somebody has to be told.</returns>
    public (CommitSet Commit, bool Tells) Close(AlertPage page) => (page.ToCommit(notices), page.Lines.Count > 0);

    private static void Carry(AlertPage page, OperationalAlert? known, OperationalAction action)
    {
        switch (action)
        {
            case OperationalAction.LeaveAsItIs:
                break;
            case OperationalAction.Note(var alert):
                page.Write(page.Rows.Write(new AlertRow(alert)));
                break;
            case OperationalAction.Tell(var alert):
                page.Tell(page.Rows.Write(new AlertRow(alert)), alert, isOver: false);
                break;
            case OperationalAction.Forget:
                page.Write(Deletion(page, known!));
                break;
            case OperationalAction.TellThatItIsOver(var alert):
                page.Tell(Deletion(page, alert), alert, isOver: true);
                break;
            default:
                throw new InvalidOperationException($"No step is written for {action}.");
        }
    }

    private static RowChange.Delete Deletion(AlertPage page, OperationalAlert alert) =>
        new(RowKey.Alert(alert.Kind, alert.Subject), page.Rows.Find(RowKey.Alert(alert.Kind, alert.Subject))!.Version);
}

/// <summary>What one pass gathers for its one commit.</summary>
public sealed class AlertPage(VigilRows rows, Instant now)
{
    /// <value>More at once would not fit into one commit; the rest is found again by the next pass.</value>
    private const int MostLines = 40;

    private readonly List<RowChange> _changes = [];
    private readonly List<(OperationalLine Line, string? NotBy)> _lines = [];

    public VigilRows Rows => rows;

    public Instant Now => now;

    public IReadOnlyList<(OperationalLine Line, string? NotBy)> Lines => _lines;

    public void Write(RowChange change)
    {
        if (_changes.Count < CommitSet.MaxRows / 2)
        {
            _changes.Add(change);
        }
    }

    public void Tell(RowChange change, OperationalAlert alert, bool isOver)
    {
        if (_lines.Count < MostLines && _changes.Count < CommitSet.MaxRows / 2)
        {
            _changes.Add(change);
            _lines.Add((OperationalLine.Of(alert, now, isOver), alert.NotBy));
        }
    }

    internal CommitSet ToCommit(NoticeRows notices) => new CommitSet().With([.. _changes, .. notices.Of(_lines, now)]);
}
