using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Outside;

namespace ShipBy.Simulation.Checking;

/// <summary>Whether each rung that was reached led to a warning, or had a reason not to.</summary>
internal sealed class WarningCheck(Play play)
{
    /// <value>Time from a rung to its mail when nothing fails: a sweep each minute, an idle queue that is looked at once a minute, and the mail itself.</value>
    private static readonly Duration InGoodTime = Duration.FromMinutes(4);

    /// <value>From a rung to the sweep that comes to it when its timer is left out, or instances freeze and die, meanwhile.</value>
    private static readonly Duration LongestDelay = Duration.FromMinutes(80);

    private readonly Dictionary<Warning, (RungNote Note, Instant At)> _noted = [];
    private readonly Dictionary<(OrderKey Order, Instant Deadline), (Instant First, Instant Last)> _known = [];
    private readonly Dictionary<Warning, Instant> _withdrawn = [];
    private readonly HashSet<(string Route, Warning Warning)> _undecided = [];
    private readonly List<(OrderKey Order, Instant At, Instant Until)> _snoozed = [];
    private readonly HashSet<Warning> _partlyWithdrawn = [];
    private readonly HeldBack _held = new(play.Plan.Options);
    private readonly QuietCheck _quiet = new(play);
    private readonly List<(OrderKey Order, Instant? Deadline, Instant At)> _acknowledged = [];

    private Duration Doubt => Duration.FromTicks(2 * play.Plan.MostClockError) + Duration.FromSeconds(1);

    /// <value>A rung that is later than this through our own trouble is told even though its order is over.</value>
    private Duration Grace => Duration.FromTimeSpan(play.Plan.Options.RingAgainAfter);

    /// <param name="deadline">The only one that it silences; null: whichever the order has by then.</param>
    /// <param name="isSnooze">A snooze puts rungs off and silences none.</param>
    public void Acknowledges(OrderKey order, Instant? deadline, Instant at, bool isSnooze)
    {
        if (!isSnooze)
        {
            _acknowledged.Add((order, deadline, at));
        }
    }

    /// <summary>An order was written: what it notes about rungs must have its mail in the same commit, or a reason.</summary>
    public void Noted(Order? before, Order after, HashSet<(string Route, Warning Warning)> mails)
    {
        if (after.ShipBy is not { } deadline)
        {
            return;
        }

        var now = play.Scheduler.Instant;
        if (after.Acknowledged is { RemindsAtEnd: true } snooze && snooze != before?.Acknowledged)
        {
            _snoozed.Add((after.Key, snooze.At, snooze.Until));
        }

        Know(before ?? after, now);
        if (after.State.IsOpen())
        {
            Know(after, now);
        }

        var notes = Notes(after).ToHashSet();
        foreach (var (warning, _) in before is null ? [] : Notes(before).Where(note => !notes.Contains(note)))
        {
            _withdrawn[warning] = _noted[warning].At;
            _noted.Remove(warning);
        }

        foreach (var (warning, note) in notes.Where(note => note.Warning.Deadline != deadline))
        {
            _noted.TryAdd(warning, (note, now));
        }

        foreach (var note in after.Warned.Where(note => note.Owed < RoutesOf(note.Rung).Count() && note.Fate == RungFate.Named))
        {
            _partlyWithdrawn.Add(new Warning(after.Key, note.Rung, deadline));
        }

        if (ReferenceEquals(before?.Warned, after.Warned))
        {
            return;
        }

        _quiet.Judge(before, after);

        // A cut-off that moves back brings its notes along.
        var fresh = after.Warned.Select(Fact).Where(note => !_noted.TryGetValue(new Warning(after.Key, note.Rung, deadline), out var old) || old.Note != note).ToList();
        foreach (var note in fresh)
        {
            var warning = new Warning(after.Key, note.Rung, deadline);
            _noted[warning] = (note, play.Scheduler.Instant);
            if (note.Fate == RungFate.Named && RoutesOf(note.Rung).Any(box => !mails.Contains((box.Route, warning))))
            {
                play.Violate(Rule.IntentFirst, $"{warning} is noted as warned, and the commit writes no mail that says so");
            }
            else if (note.Rung == Rung.Early && (after.EarlyAt is not { } worth || worth > now + Doubt || play.Ladder.ReachedAt(play.Ladder.Rungs[0], deadline) < now - Doubt))
            {
                play.Violate(Rule.WarnedTruly, $"{warning} is neither worth it yet nor before the ladder");
            }
            else if (note.Fate == RungFate.Covered && play.Ladder.Rungs.SkipWhile(one => one.Name != note.Rung).Skip(1).All(later => after.Warned.All(one => one.Rung != later.Name || one.Fate == RungFate.Covered)))
            {
                play.Violate(Rule.WarnedInTime, $"{warning} is noted as covered, and no later rung is");
            }
            else if (note.Fate == RungFate.Acknowledged && !IsAcknowledged(warning))
            {
                play.Violate(Rule.WarnedInTime, $"{warning} is noted as acknowledged, and the seller never did");
            }
        }
    }

    /// <summary>A mail ended, and nobody will ever know whether it arrived. The next rung covers it; the last ones are repeated instead.</summary>
    public void LeftUndecided(Notice mail) =>
        _undecided.UnionWith(Warning.In(mail)
            .Where(warning => mail.MaybeRepeated || warning.Rung == Rung.Early || RungOf(warning) is { IsOverdue: false } rung && rung != play.Ladder.LastBeforeDeadline)
            .Select(warning => (mail.Route, warning)));

    /// <summary>A mail with it reached the seller: it must be true.</summary>
    public void Arrived(Warning warning)
    {
        var posting = PostingOf(warning.Order);
        if (posting.Versions.All(version => version.Posting.ShipBy != warning.Deadline))
        {
            play.Violate(Rule.WarnedTruly, $"{warning}: it never had that cut-off");
        }
        else if (warning.Rung == Rung.Early)
        {
            play.Coverage.Took(Turn.WarnedEarly);
        }
        else if (play.Ladder.ReachedAt(RungOf(warning), warning.Deadline) > play.Scheduler.Instant + Doubt)
        {
            play.Violate(Rule.WarnedTruly, $"{warning}: the rung is not reached yet");
        }
    }

    public void Finish()
    {
        foreach (var ((order, deadline), known) in _known)
        {
            foreach (var rung in play.Ladder.Rungs)
            {
                foreach (var box in RoutesOf(rung.Name))
                {
                    Judge(new Warning(order, rung.Name, deadline), rung, known, box);
                }
            }
        }

        foreach (var ofOrder in _snoozed.GroupBy(snooze => snooze.Order))
        {
            foreach (var box in play.Mailboxes.Where(box => box.CanTell && box.Reminders(ofOrder.Key) > ofOrder.Count()))
            {
                play.Violate(Rule.WarnedOnce, $"{ofOrder.Key} was snoozed {ofOrder.Count()} times, and {box.Reminders(ofOrder.Key)} reminders arrived by {box.Route}");
            }
        }
    }

    private static IEnumerable<(Warning Warning, RungNote Note)> Notes(Order order) =>
    [
        .. order.Warned.Select(note => (new Warning(order.Key, note.Rung, order.ShipBy!.Value), Fact(note))),
        .. order.Earlier.SelectMany(earlier => earlier.Warned.Select(note => (new Warning(order.Key, note.Rung, earlier.ShipBy), Fact(note)))),
    ];

    /// <summary>That the rung was noted, whichever channels have withdrawn it since and whoever else was told.</summary>
    private static RungNote Fact(RungNote note) => note with { Owed = 1, EscalatedAt = null };

    private IEnumerable<Mailbox> RoutesOf(string rung) => play.Mailboxes.Where(box => box.Contact == Contact.First && box.From <= play.Ladder.SeverityOf([rung]));

    /// <summary>The ledger has the order open with this cut-off, or had it until now.</summary>
    private void Know(Order order, Instant now)
    {
        if (order.ShipBy is { } deadline && (order.State.IsOpen() || !_known.ContainsKey((order.Key, deadline))))
        {
            _known[(order.Key, deadline)] = (_known.TryGetValue((order.Key, deadline), out var known) ? known.First : now, now);
        }
    }

    private void Judge(Warning warning, Rung rung, (Instant First, Instant Last) known, Mailbox box)
    {
        var posting = PostingOf(warning.Order);
        var reached = play.Ladder.ReachedAt(rung, warning.Deadline);
        var end = posting.EndOf(warning.Deadline);
        var start = posting.StartOf(warning.Deadline) ?? Instant.MaxValue;
        var due = AfterSnoozes(warning, Instant.Max(start, reached));
        var severity = play.Ladder.SeverityOf([rung.Name]);
        var told = _held.Until(severity, (_noted.TryGetValue(warning, out var told0) ? Instant.Max(told0.At, due) : due) + Doubt);
        var longest = end is null ? InGoodTime + play.Plan.MailsWait : Grace + Doubt;
        var wasMissed = end is not null && known.Last < start;      // that it had this cut-off once more was over before anybody could see it
        if (wasMissed || told > (end ?? play.Scheduler.Instant) - longest || box.WasTried(warning) || !box.CanTell && _undecided.Contains((box.Route, warning)))
        {
            return;
        }

        var hasReason = _noted.TryGetValue(warning, out var note)
            ? note.Note.Fate != RungFate.Named || IsOverSoonAfter(note.At)
            : _withdrawn.TryGetValue(warning, out var decidedAt) && IsOverSoonAfter(decidedAt)
                || IsAcknowledged(warning) || IsCoveredAtFirstSight();
        hasReason |= _partlyWithdrawn.Contains(warning) && RoutesOf(rung.Name).Any(other => other.WasTried(warning));      // another channel has said it: it is not said again
        if (!hasReason)
        {
            play.Violate(Rule.WarnedInTime, $"{warning} was due at {due} by {box.Route}, and nobody tried to say so ({(_noted.ContainsKey(warning) ? $"noted as {note.Note.Fate} at {note.At}" : "not noted")}, over {end?.ToString() ?? "never"})");
        }

        // Of the rungs that had passed before the order could be seen the latest counts for all, and is judged itself.
        bool IsCoveredAtFirstSight() => play.Ladder.Rungs.SkipWhile(one => one != rung).Skip(1).Any(later => play.Ladder.ReachedAt(later, warning.Deadline) <= known.First + Doubt);

        bool IsOverSoonAfter(Instant decision) => end <= _held.Until(severity, decision + Doubt) + Grace + Doubt;
    }

    /// <remarks>The last rung before the deadline comes again after an acknowledgement, as overdue always does; save after one at its very instant, which is quiet until the deadline.</remarks>
    private bool IsAcknowledged(Warning warning)
    {
        var rung = RungOf(warning);
        var reached = play.Ladder.ReachedAt(rung, warning.Deadline);
        return !rung.IsOverdue && _acknowledged.Any(said => said.Order == warning.Order && (said.Deadline ?? warning.Deadline) == warning.Deadline
            && (rung == play.Ladder.LastBeforeDeadline ? said.At == reached : said.At <= reached + Doubt));
    }

    /// <summary>A rung that is reached while the order is snoozed comes when the snooze ends; so does one that nobody had come to yet.</summary>
    private Instant AfterSnoozes(Warning warning, Instant due) => _snoozed
        .Where(snooze => snooze.Order == warning.Order && !(_noted.TryGetValue(warning, out var noted) && noted.At < snooze.At))
        .Aggregate(due, (at, snooze) => at < snooze.Until && snooze.At < at + LongestDelay ? snooze.Until : at);

    private Rung RungOf(Warning warning) => play.Ladder.Rungs.First(rung => rung.Name == warning.Rung);

    private TruePosting PostingOf(OrderKey order) => play.Shops.First(shop => shop.Shop.Name == order.Shop)[order.Number];
}
