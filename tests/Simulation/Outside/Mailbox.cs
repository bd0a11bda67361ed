using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Simulation.Checking;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Outside;

/// <summary>One rung of one deadline of one order: what may be warned about once.</summary>
internal readonly record struct Warning(OrderKey Order, string Rung, Instant Deadline)
{
    public static IEnumerable<Warning> In(Notice mail) => from line in mail.Warnings from rung in line.Rungs where rung != Domain.Deadlines.Rung.Reminder select new Warning(line.Order, rung, line.Deadline);

    public override string ToString() => $"{Order} {Rung} before {Deadline}";
}

/// <summary>What came by one route.</summary>
/// <param name="canTell">Whether the service behind it remembers what it took by its id.</param>
internal sealed class Mailbox(Play play, string route, Contact contact, Severity from, bool canTell)
{
    private readonly Dictionary<OrderKey, int> _reminders = [];

    private readonly HashSet<Guid> _ids = [];
    private readonly Dictionary<Warning, (Guid Id, int Times, bool IsMarked)> _warned = [];
    private readonly HashSet<Warning> _tried = [];
    private readonly HashSet<string> _problems = [];

    public string Route => route;

    public Contact Contact => contact;

    public Severity From => from;

    public bool CanTell => canTell;

    /// <value>Whether it draws on the mail budget.</value>
    public bool IsMail => route.StartsWith(AlertRoute.MainMail, StringComparison.Ordinal);

    /// <value>Reminders of an order that arrived.</value>
    public int Reminders(OrderKey order) => _reminders.GetValueOrDefault(order);

    /// <value>Mails that arrived; one that was repeated counts twice.</value>
    public int Arrived { get; private set; }

    public bool Has(Guid id) => _ids.Contains(id);

    /// <summary>Whether anybody tried to say it: it arrived, or, where the channel cannot tell, it was given away.</summary>
    public bool WasTried(Warning warning) => _warned.ContainsKey(warning) || !canTell && _tried.Contains(warning);

    public bool WasTold(string subject) => _problems.Contains(subject);

    /// <summary>An instance is about to send.</summary>
    public void Try(Life life, Guid id, Notice mail)
    {
        play.Trace.Say($"{life}: sends {route} {Short(id)}{(mail.MaybeRepeated ? " (perhaps a repeat)" : "")}: {string.Join(", ", Warning.In(mail))} {string.Join(", ", mail.Problems.Select(line => line.Subject).Concat(mail.Operational.Select(line => $"{(line.IsOver ? "no more " : "")}{line.Kind} {line.Subject}")))}");
        play.StoreCheck.MailIsSent(id, this);
        play.TroubleCheck.Tried(route, id, mail);
        _tried.UnionWith(Warning.In(mail));
    }

    /// <summary>A mail was given away twice, and nobody can tell whether either arrived: no more can be done.</summary>
    public void LeftUndecided(Notice mail) => _problems.UnionWith(mail.MaybeRepeated && !canTell ? mail.Problems.Select(line => line.Subject) : []);

    public void Accept(Life life, Guid id, Notice mail)
    {
        if (!_ids.Add(id) && canTell)
        {
            play.Trace.Say($"{life}: mail {Short(id)} was there already");
            return;
        }

        Arrived++;
        play.Trace.Say($"{life}: mail {Short(id)} arrived");
        _problems.UnionWith(mail.Problems.Select(line => line.Subject));
        play.DayCheck.Arrived(route, id, mail);
        play.TroubleCheck.Arrived(route, id, mail);
        play.Readers.Got(mail);
        foreach (var line in mail.Warnings.Where(line => line.Rungs.Contains(Rung.Reminder)))
        {
            play.Coverage.Took(Turn.Reminded);
            _reminders[line.Order] = _reminders.GetValueOrDefault(line.Order) + 1;
        }

        foreach (var warning in Warning.In(mail))
        {
            if (!_warned.TryGetValue(warning, out var before))
            {
                _warned[warning] = (id, 1, mail.MaybeRepeated);
            }
            else if (before.Id == id && before.Times == 1 && (mail.MaybeRepeated || before.IsMarked))
            {
                _warned[warning] = (id, 2, true);       // the marked one may be the first to arrive, where the other was held up on its way
            }
            else
            {
                play.Violate(Rule.WarnedOnce, $"{warning} arrived by {route} in mail {Short(before.Id)} and again in mail {Short(id)}");
            }

            play.WarningCheck.Arrived(warning);
        }
    }

    public static string Short(Guid id) => id.ToString("N")[..6];
}
