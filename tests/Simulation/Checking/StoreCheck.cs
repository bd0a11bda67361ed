using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Machine;
using ShipBy.Simulation.Outside;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Checking;

/// <summary>Reads each change that the store took, and holds it against the rules. Counts for itself and believes no counter of the product.</summary>
internal sealed class StoreCheck(Play play)
{
    private readonly Dictionary<PoolName, PoolMirror> _pools = [];
    private readonly Dictionary<OrderKey, Order> _orders = [];
    private readonly HashSet<Guid> _sending = [];

    public IReadOnlyDictionary<PoolName, PoolMirror> Pools => _pools;

    /// <summary>An order as the ledger had it last; null when it never had it.</summary>
    public Order? LastOf(OrderKey key) => _orders.GetValueOrDefault(key);

    public bool IsHeld(OrderKey key) => LastOf(key) is { State: OrderState.Held };

    /// <summary>A mail is given to the channel: the ledger must have said so before.</summary>
    public void MailIsSent(Guid id, Mailbox mailbox)
    {
        play.BudgetCheck.Sends(id, mailbox);
        if (!_sending.Contains(id))
        {
            play.Violate(Rule.IntentFirst, $"mail {Mailbox.Short(id)} is sent and no commit said so before");
        }
    }

    public void Committed(Life life, PoolName pool, CommitSet commit)
    {
        if (commit.Changes.Count > CommitSet.MaxRows || commit.Weight > CommitSet.MaxWeight)
        {
            play.Violate(Rule.CommitFits, $"{commit.Changes.Count} rows, {commit.Weight} bytes");
        }

        play.DayCheck.Committed(commit);
        var mirror = _pools.TryGetValue(pool, out var known) ? known : _pools[pool] = new PoolMirror();
        var orders = new List<(Order? Before, Order? After)>();
        var keys = new HashSet<OrderKey>();
        var mails = new HashSet<(string Route, Warning Warning)>();
        var escalated = new HashSet<Warning>();
        var (told, gone) = (new List<Notice>(), new List<OperationalAlert>());
        var stock = new StockCheck(play, life, pool, mirror);
        foreach (var change in commit.Changes)
        {
            var (before, after) = mirror.Apply(change);
            switch (after ?? before)
            {
                case OrderRow:
                    // An order that had left for the history may come back.
                    var order = ((after ?? before) as OrderRow)!.Order;
                    orders.Add((before is OrderRow row ? row.Order : LastOf(order.Key), (after as OrderRow)?.Order));
                    break;
                case StockRow shelf:
                    if (after is StockRow { Item.Free: < 0 })
                    {
                        play.TroubleCheck.Oversold(pool);
                    }

                    stock.Touched(before as StockRow, after as StockRow, shelf.Item.Sku);
                    break;
                case DueRow due:
                    keys.Add(due.Order);
                    break;
                case WaitingRow waiting:
                    keys.Add(waiting.Order.Key);
                    break;
                case NoticeRow when after is NoticeRow { Notice: var mail }:
                    mails.UnionWith(Warning.In(mail).Select(warning => (mail.Route, warning)));
                    if (before is null && mail.Route == AlertRoute.SecondMail)
                    {
                        escalated.UnionWith(Warning.In(mail));
                    }

                    if (before is null)
                    {
                        told.Add(mail);
                    }

                    play.LastingTrouble.Refuses(pool, mail);
                    if (mail.State == NoticeState.Sending)
                    {
                        _sending.Add(mail.Id);
                    }

                    break;
                case SaidRow when after is SaidRow { Notice: { State: NoticeState.Undecided } mail }:
                    play.WarningCheck.LeftUndecided(mail);
                    play.EscalationCheck.LeftUndecided(mail);
                    play.TroubleCheck.LeftUndecided(mail);
                    play.Mailboxes.First(box => box.Route == mail.Route).LeftUndecided(mail);
                    break;
                case AlertRow alert when after is null:
                    gone.Add(alert.Alert);
                    break;
                case BudgetRow when after is BudgetRow budget:
                    play.BudgetCheck.Took(before as BudgetRow, budget);
                    break;
                default:
                    break;
            }
        }

        play.TroubleCheck.Committed(pool, told, gone);
        foreach (var (before, after) in orders)
        {
            Changed(life, before, after, mails, escalated);
            stock.Moved(before, after);
            keys.Add((after ?? before)!.Key);
        }

        foreach (var warning in escalated)
        {
            play.Violate(Rule.EscalatedTruly, $"{warning} goes to the second contact, and the order does not note it");
        }

        stock.Judge();
        foreach (var key in keys)
        {
            JudgeIndex(mirror, key);
        }
    }

    private void Changed(Life life, Order? before, Order? after, HashSet<(string Route, Warning Warning)> mails, HashSet<Warning> escalated)
    {
        if (after is null)
        {
            if (before!.State.IsOpen() || !play.HistoryCheck.Has(before))
            {
                play.Violate(Rule.NoneForgotten, $"{before.Key} left the ledger as {before.State}, and the history has not got it so");
            }

            return;
        }

        _orders[after.Key] = after;
        if (before?.State != after.State || before?.ShipBy != after.ShipBy)
        {
            play.Trace.Say($"{life}: {after.Key} is {after.State}, ship by {after.ShipBy}{(after.State == OrderState.OutOfStock ? $", {after.MissingUnits} missing" : "")}");
        }

        play.LinkRules.Noted(before, after);
        play.WarningCheck.Noted(before, after, mails);
        play.EscalationCheck.Noted(before, after, escalated);
        JudgeWatch(after);
    }

    /// <summary>An open order with a rung to come, or one that nobody has noted, is looked at no later than that.</summary>
    private void JudgeWatch(Order order)
    {
        if (!order.State.IsOpen() || order.ShipBy is not { } deadline)
        {
            return;
        }

        var next = play.Ladder.Rungs.Where(rung => order.Warned.All(note => note.Rung != rung.Name)).Select(rung => (Instant?)play.Ladder.ReachedAt(rung, deadline)).Min();
        next = order.Acknowledged is { RemindsAtEnd: true } snooze && next is { } rung ? Instant.Max(rung, snooze.Until) : next;
        var latest = next is { } reached ? Instant.Max(reached, play.Scheduler.Instant + Duration.FromTicks(play.Plan.MostClockError)) : (Instant?)null;
        if (latest is not null && (order.LookAt is not { } look || look > latest))
        {
            play.Violate(Rule.StillWatched, $"{order.Key} has a rung at {next} and is looked at {order.LookAt?.ToString() ?? "never"}");
        }
    }

    private void JudgeIndex(PoolMirror mirror, OrderKey key)
    {
        var order = (mirror[RowKey.Order(key)] as OrderRow)?.Order;
        var due = mirror.Due.GetValueOrDefault(key) ?? [];
        var waiting = mirror.Waiting.GetValueOrDefault(key) ?? [];
        var isDue = order is { LookAt: not null } && order.State.IsOpen();
        var isWaiting = order is { State: OrderState.Pending or OrderState.OutOfStock };
        if (isDue ? due.Count != 1 || due[0] != order!.LookAt : due.Count > 0)
        {
            play.Violate(Rule.IndexAgrees, $"{key} ({order?.State}, look at {order?.LookAt}) has due rows [{string.Join(", ", due)}]");
        }

        if (isWaiting ? waiting.Count != 1 || waiting[0] != order : waiting.Count > 0)
        {
            play.Violate(Rule.IndexAgrees, $"{key} ({order?.State}) has waiting rows [{string.Join(", ", waiting)}], and its own is {order}");
        }
    }
}
