using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Outside;

namespace ShipBy.Simulation.Checking;

/// <summary>One trouble of ours, whatever is told about it.</summary>
internal readonly record struct Trouble(PoolName Pool, OperationalAlertKind Kind, string Subject)
{
    public override string ToString() => $"{Kind} {Subject} ({Pool})";
}

/// <summary>What was told about trouble of ours, by the checker's own book: one beginning, repeats at their distance, one end.</summary>
internal sealed class TroubleCheck(Play play)
{
    private static readonly Duration InGoodTime = Duration.FromMinutes(4);

    /// <value>Longer than any rest: that it is over is nothing that a seed sees.</value>
    private static readonly Duration NotHere = Duration.FromDays(2);

    private readonly Dictionary<Trouble, OperationalLine> _open = [];
    private readonly Dictionary<Guid, PoolName> _pools = [];
    private readonly Dictionary<(string Route, Trouble Trouble, Instant At, bool IsOver), Guid> _arrived = [];
    private readonly Dictionary<(string Route, Trouble Trouble), Instant> _tried = [];
    private readonly Dictionary<(string Route, Trouble Trouble), OperationalLine> _owed = [];
    private readonly HeldBack _held = new(play.Plan.Options);
    private readonly HashSet<PoolName> _oversold = [];
    private Instant? _wellSince;

    public bool IsTold(Trouble trouble) => _open.ContainsKey(trouble);

    /// <summary>From now on nothing is wrong.</summary>
    public void AllIsWell() => _wellSince = play.Scheduler.Instant;

    /// <summary>More has left than the ledger had: the one drift that the outside can bring about.</summary>
    public void Oversold(PoolName pool) => _oversold.Add(pool);

    /// <param name="mails">New ones; whatever they speak of, trouble may join them before they leave.</param>
    /// <param name="gone">Alerts that are forgotten with this commit.</param>
    public void Committed(PoolName pool, IReadOnlyList<Notice> mails, IReadOnlyList<OperationalAlert> gone)
    {
        foreach (var said in from mail in mails from line in mail.Operational group mail.Route by line)
        {
            Told(new Trouble(pool, said.Key.Kind, said.Key.Subject), said.Key, said.ToHashSet());
        }

        foreach (var mail in mails)
        {
            _pools[mail.Id] = pool;
        }

        foreach (var trouble in gone.Select(alert => new Trouble(pool, alert.Kind, alert.Subject)))
        {
            Expect(!_open.ContainsKey(trouble), $"{trouble} was told, is forgotten, and nobody hears that it is over");
        }
    }

    public void Tried(string route, Guid id, Notice mail)
    {
        foreach (var line in mail.Operational)
        {
            var what = (route, TroubleOf(id, line));
            _tried[what] = _tried.TryGetValue(what, out var last) ? Instant.Max(last, line.At) : line.At;
        }
    }

    /// <summary>A mail was given away twice, and nobody can tell whether either arrived: no more can be done.</summary>
    public void LeftUndecided(Notice mail)
    {
        if (mail.MaybeRepeated)
        {
            Tried(mail.Route, mail.Id, mail);
        }
    }

    public void Arrived(string route, Guid id, Notice mail)
    {
        foreach (var line in mail.Operational)
        {
            var what = (route, TroubleOf(id, line), line.At, line.IsOver);
            Expect(_arrived.TryAdd(what, id) || _arrived[what] == id, $"{what} came in mail {Mailbox.Short(id)} and in another one");
        }
    }

    public void Finish()
    {
        var now = play.Scheduler.Instant;
        foreach (var ((route, trouble), line) in _owed)
        {
            var due = _held.Until(line.Severity, line.At) + InGoodTime + play.Plan.MailsWaitFor(line.Severity);
            if (due < now && (!_tried.TryGetValue((route, trouble), out var tried) || tried < line.At))
            {
                play.Violate(Rule.TroubleToldInTime, $"{trouble} was to be told by {route} at {line.At}{(line.IsOver ? ", as over" : "")}, and nobody tried to");
            }
        }

        foreach (var (trouble, line) in _open)
        {
            if (now - Instant.Max(_wellSince!.Value, line.At) > Patience(trouble.Kind))
            {
                play.Violate(Rule.TroubleToldInTime, $"{trouble}, told at {line.At}, stands open, and all is well since {_wellSince}");
            }
        }
    }

    /// <summary>How long a trouble may stand open when nothing is wrong: a timer's lock, a pass and the next one, what its kind and the mail budget ask for.</summary>
    private Duration Patience(OperationalAlertKind kind)
    {
        var (passes, comesAndGoes) = (Duration.FromMinutes(3) + Duration.FromTimeSpan(play.Plan.Options.SilentAfter), Duration.FromMinutes(30));
        return kind switch
        {
            OperationalAlertKind.QuotaTight when play.Plan.FewMails => NotHere,      // rungs are reached in the quiet too, and their mails wait
            OperationalAlertKind.ChannelRefuses or OperationalAlertKind.QuotaTight => passes + comesAndGoes + InGoodTime + play.Plan.MailsWait + _held.Longest,
            OperationalAlertKind.SilentPushes => NotHere,                           // no pushes come in the quiet
            OperationalAlertKind.StockDrift => NotHere,                             // looked for once a day
            OperationalAlertKind.ListsDiffer => passes + Duration.FromMinutes(20),
            OperationalAlertKind.StalledPoll or OperationalAlertKind.KeyRefused => InGoodTime + Duration.FromTimeSpan(play.Plan.Options.SilentAfter) / 3,
            _ => InGoodTime + Duration.FromTimeSpan(play.Plan.Options.SilentAfter) / 3 + Duration.FromTicks(2 * play.Plan.MostClockError),
        };
    }

    private void Told(Trouble trouble, OperationalLine line, HashSet<string> routes)
    {
        play.Trace.Say($"{trouble} {(line.IsOver ? "is over" : "is told")}, since {line.Since}: {line.Facts}");
        Expect(routes.SetEquals(RoutesFor(line)), $"{trouble} is told by {string.Join(", ", routes)}, and should be by {string.Join(", ", RoutesFor(line))}");
        Expect(trouble.Kind != OperationalAlertKind.StockDrift || _oversold.Contains(trouble.Pool), $"{trouble} is told, and the stock adds up");
        foreach (var route in routes)
        {
            _owed[(route, trouble)] = line;
        }

        if (line.IsOver)
        {
            play.Coverage.Took(Turn.TroubleOver);
            Expect(_open.Remove(trouble), $"{trouble} is told to be over, and was not told before");
        }
        else if (_open.TryGetValue(trouble, out var last))
        {
            play.Coverage.Took(Turn.TroubleRepeated);
            Expect(
                line.Severity > last.Severity || line.At - last.At >= Duration.FromTimeSpan(play.Plan.Options.RepeatInterval),
                $"{trouble} is told again at {line.At}, no worse than it was at {last.At}");
            _open[trouble] = line;
        }
        else
        {
            play.Coverage.Took(Turn.TroubleTold);
            Expect(line.At - line.Since >= Least(trouble.Kind), $"{trouble} is told at {line.At}, and began at {line.Since}");
            _open[trouble] = line;
        }
    }

    /// <summary>What a trouble must have lasted before it is told.</summary>
    private static Duration Least(OperationalAlertKind kind) => Duration.FromMinutes(kind switch
    {
        OperationalAlertKind.StalledPoll or OperationalAlertKind.KeyRefused => 2,
        OperationalAlertKind.SilentTimer or OperationalAlertKind.LateSweep => 5,
        OperationalAlertKind.ChannelRefuses or OperationalAlertKind.QuotaTight => 10,
        _ => 0,
    });

    /// <summary>What is wrong with one route is told by the others, where there are any.</summary>
    private HashSet<string> RoutesFor(OperationalLine line)
    {
        var all = play.Mailboxes.Where(box => box.From <= line.Severity).ToList();
        var others = line.Kind is OperationalAlertKind.ChannelRefuses or OperationalAlertKind.QuotaTight ? all.Where(box => box.Route != line.Subject).ToList() : [];
        return [.. (others.Count > 0 ? others : all.Where(box => box.Contact == Contact.First)).Select(box => box.Route)];
    }

    private Trouble TroubleOf(Guid id, OperationalLine line) => new(_pools[id], line.Kind, line.Subject);

    private void Expect(bool holds, string what)
    {
        if (!holds)
        {
            play.Violate(Rule.TroubleToldOnce, what);
        }
    }
}
