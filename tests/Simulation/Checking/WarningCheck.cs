using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Simulation.Outside;

namespace ShipBy.Simulation.Checking;

/// <summary>Whether each rung that was reached led to a warning, or had a reason not to.</summary>
internal sealed class WarningCheck(Play play)
{
    /// <value>Time from a rung to its mail when nothing fails: a sweep each minute, an idle queue that is looked at once a minute, and the mail itself.</value>
    private static readonly Duration InGoodTime = Duration.FromMinutes(4);

    private readonly Dictionary<Warning, (RungFate Fate, Instant At)> _noted = [];
    private readonly Dictionary<(OrderKey Order, Instant Deadline), Instant> _known = [];
    private readonly List<(OrderKey Order, Instant At)> _acknowledged = [];

    private Duration Doubt => Duration.FromTicks(2 * play.Plan.MostClockError) + Duration.FromSeconds(1);

    /// <value>A rung that is later than this through our own trouble is told even though its order is over.</value>
    private Duration Grace => Duration.FromTimeSpan(play.Plan.Options.RingAgainAfter);

    public void Acknowledges(OrderKey order) => _acknowledged.Add((order, play.Scheduler.Instant));

    /// <summary>An order was written: what it notes about rungs must have its mail in the same commit, or a reason.</summary>
    public void Noted(Order? before, Order after, HashSet<Warning> mails)
    {
        if (after.ShipBy is not { } deadline)
        {
            return;
        }

        _known.TryAdd((after.Key, deadline), play.Scheduler.Instant);
        if (ReferenceEquals(before?.Warned, after.Warned))
        {
            return;
        }

        var fresh = before?.ShipBy == deadline ? after.Warned.Where(note => before.Warned.All(old => old != note)).ToList() : after.Warned;
        foreach (var note in fresh)
        {
            var warning = new Warning(after.Key, note.Rung, deadline);
            _noted[warning] = (note.Fate, play.Scheduler.Instant);
            if (note.Fate == RungFate.Named && !mails.Contains(warning))
            {
                play.Violate(Rule.IntentFirst, $"{warning} is noted as warned, and the commit writes no mail that says so");
            }
            else if (note.Fate == RungFate.Covered && fresh.SkipWhile(one => one != note).Skip(1).All(later => later.Fate == RungFate.Covered))
            {
                play.Violate(Rule.WarnedInTime, $"{warning} is noted as covered, and no later rung is");
            }
            else if (note.Fate == RungFate.Acknowledged && !IsAcknowledged(warning))
            {
                play.Violate(Rule.WarnedInTime, $"{warning} is noted as acknowledged, and the seller never did");
            }
        }
    }

    /// <summary>A mail with it reached the seller: it must be true.</summary>
    public void Arrived(Warning warning)
    {
        var posting = PostingOf(warning.Order);
        if (posting.Versions.All(version => version.Posting.ShipBy != warning.Deadline))
        {
            play.Violate(Rule.WarnedTruly, $"{warning}: it never had that cut-off");
        }
        else if (RungOf(warning).ReachedAt(warning.Deadline) > play.Scheduler.Instant + Doubt)
        {
            play.Violate(Rule.WarnedTruly, $"{warning}: the rung is not reached yet");
        }
    }

    public void Finish()
    {
        foreach (var ((order, deadline), knownAt) in _known)
        {
            foreach (var rung in play.Ladder.Rungs)
            {
                Judge(new Warning(order, rung.Name, deadline), rung, knownAt);
            }
        }
    }

    private void Judge(Warning warning, Rung rung, Instant knownAt)
    {
        var posting = PostingOf(warning.Order);
        var reached = rung.ReachedAt(warning.Deadline);
        var end = posting.EndOf(warning.Deadline);
        var due = posting.StartOf(warning.Deadline) is { } start ? Instant.Max(start, reached) : Instant.MaxValue;
        var longest = end is null ? InGoodTime : Grace + Doubt;
        if (due > (end ?? play.Scheduler.Instant) - longest || play.Mailbox.WasTried(warning))
        {
            return;
        }

        var hasReason = _noted.TryGetValue(warning, out var note)
            ? note.Fate != RungFate.Named || end is { } over && over <= note.At + Grace + Doubt        // withdrawn: it was over soon after the decision
            : IsAcknowledged(warning) || reached <= knownAt + Doubt && LaterRungs(warning).Any(play.Mailbox.WasTried);
        if (!hasReason)
        {
            play.Violate(Rule.WarnedInTime, $"{warning} was due at {due}, and nobody tried to say so ({(_noted.ContainsKey(warning) ? $"noted as {note.Fate} at {note.At}" : "not noted")}, over {end?.ToString() ?? "never"})");
        }
    }

    /// <remarks>The last rung before the deadline comes again after an acknowledgement, as overdue always does.</remarks>
    private bool IsAcknowledged(Warning warning)
    {
        var rung = RungOf(warning);
        return !rung.IsOverdue && rung != play.Ladder.LastBeforeDeadline
            && _acknowledged.Any(said => said.Order == warning.Order && said.At <= rung.ReachedAt(warning.Deadline) + Doubt);
    }

    private IEnumerable<Warning> LaterRungs(Warning warning) =>
        play.Ladder.Rungs.SkipWhile(rung => rung.Name != warning.Rung).Skip(1).Select(rung => warning with { Rung = rung.Name });

    private Rung RungOf(Warning warning) => play.Ladder.Rungs.First(rung => rung.Name == warning.Rung);

    private TruePosting PostingOf(OrderKey order) => play.Shops.First(shop => shop.Shop.Name == order.Shop)[order.Number];
}
