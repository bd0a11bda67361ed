using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Outside;

namespace ShipBy.Simulation.Checking;

/// <summary>Whether the second contact is told of each pressing rung that nobody answered, and of no other.</summary>
internal sealed class EscalationCheck(Play play)
{
    /// <value>From the instant at which the patience ends to the mail, when nothing fails: a sweep, an idle queue, the mail itself.</value>
    private static readonly Duration InGoodTime = Duration.FromMinutes(4);

    private readonly Dictionary<Warning, Instant> _named = [];
    private readonly Dictionary<OrderKey, List<Instant>> _answers = [];
    private readonly HashSet<Warning> _undecided = [];

    private Mailbox? Second => play.Mailboxes.FirstOrDefault(box => box.Contact == Contact.Second);

    private Duration Patience => Duration.FromTimeSpan(play.Plan.Options.EscalateAfter);

    private Duration Doubt => Duration.FromTicks(2 * play.Plan.MostClockError) + Duration.FromSeconds(1);

    /// <param name="escalated">What the commit tells the second contact; each must be noted by its order.</param>
    public void Noted(Order? before, Order after, HashSet<Warning> escalated)
    {
        if (after.Acknowledged is { } said && said.At != before?.Acknowledged?.At)
        {
            (_answers.TryGetValue(after.Key, out var answers) ? answers : _answers[after.Key] = []).Add(said.At);
        }

        if (after.ShipBy is not { } deadline)
        {
            return;
        }

        foreach (var note in after.Warned.Where(note => note.Fate == RungFate.Named && play.Ladder.SeverityOf([note.Rung]) == Severity.Critical))
        {
            var warning = new Warning(after.Key, note.Rung, deadline);
            _named[warning] = note.At;
            if (note.EscalatedAt is { } at && escalated.Remove(warning))
            {
                play.Coverage.Took(Turn.Escalated);
                Judge(warning, note, at);
            }
        }
    }

    /// <summary>A mail was given up after its marked repeat, by a channel that cannot tell: whoever had it died twice, and no more can be done.</summary>
    public void LeftUndecided(Notice mail) => _undecided.UnionWith(mail is { MaybeRepeated: true, To: Contact.Second } ? Warning.In(mail) : []);

    /// <remarks>A sweep that came late through our own trouble asks as of then: an answer that was late too, and came before it, counts.</remarks>
    public void Finish()
    {
        foreach (var (warning, at) in Second is null ? [] : _named)
        {
            var due = at + Patience;
            var posting = play.Shops.First(shop => shop.Shop.Name == warning.Order.Shop)[warning.Order.Number];
            var watched = play.StoreCheck.LastOf(warning.Order);
            var isOver = posting.EndOf(warning.Deadline) is { } end && end < due + InGoodTime + play.Plan.MailsWait;
            if (!isOver && watched?.ShipBy == warning.Deadline && watched.State.IsOpen() && due + InGoodTime + play.Plan.MailsWait < play.Scheduler.Instant
                && !IsAnswered(warning.Order, at, Instant.MaxValue) && !Second!.WasTried(warning) && !_undecided.Contains(warning))
            {
                play.Violate(Rule.EscalatedTruly, $"{warning} was named at {at}, nobody acknowledged it by {due}, and the second contact was not told");
            }
        }
    }

    private void Judge(Warning warning, RungNote note, Instant at)
    {
        if (at < note.At + Patience - Doubt)
        {
            play.Violate(Rule.EscalatedTruly, $"{warning} goes to the second contact at {at}, {Patience} after {note.At} are not over");
        }

        if (IsAnswered(warning.Order, note.At, at - Doubt))
        {
            play.Violate(Rule.EscalatedTruly, $"{warning} goes to the second contact although somebody had answered");
        }
    }

    /// <remarks>An order that moved or opened again has lost the answer it had; that it asks again is right.</remarks>
    private bool IsAnswered(OrderKey order, Instant from, Instant to) =>
        _answers.GetValueOrDefault(order)?.Any(at => at >= from && at <= to) == true && play.StoreCheck.LastOf(order)?.Acknowledged is not null;
}
