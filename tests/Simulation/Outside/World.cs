using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Shipping;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Outside;

/// <summary>What goes on outside by itself: orders come, clocks jump, services go down, the seller looks at the page.</summary>
internal sealed class World(Play play, Dice dice)
{
    private readonly OrderMaker _maker = new(play, dice.Fork());
    private readonly OrderCourse _course = new(play, dice.Fork());
    private bool _isStopped;
    private long _end;

    public void Begin()
    {
        _end = play.Scheduler.Now + play.Plan.Length;
        StockShelves();
        for (var i = 0; i < play.Plan.Backlog; i++)
        {
            Open(isOld: true);
        }

        NextOrder();
        Often(dice.Between(30, 110) * Scheduler.Minute, Burst);
        Often(dice.Between(5, 30) * Scheduler.Minute, Acknowledge);
        Often(dice.Between(20, 60) * Scheduler.Minute, ShowUnreadable);
        Often(dice.Between(10, 40) * Scheduler.Minute, Snooze);
        Often(dice.Between(10, 40) * Scheduler.Minute, Ship);
        Often(dice.Between(40, 120) * Scheduler.Minute, Cancel);
        if (play.Plan.FaultRate > 0)
        {
            Often(dice.Between(10, 60) * Scheduler.Minute, JumpAClock);
            Often(dice.Between(40, 120) * Scheduler.Minute, Outage);
            Often(dice.Between(90, 240) * Scheduler.Minute, StandStill);
            Often(dice.Between(60, 240) * Scheduler.Minute, StallATimer);
        }
    }

    /// <summary>Nothing new happens; what was decided about an order before stays undone.</summary>
    public void Stop()
    {
        _isStopped = true;
        _course.Stop();
    }

    private void StockShelves()
    {
        foreach (var shelf in play.Shelves)
        {
            var shops = play.Shops.Where(shop => shop.Shelf == shelf).Select(shop => shop.Shop.Name).ToList();
            for (var product = 1; product <= play.Plan.Products; product++)
            {
                var isLate = dice.Chance(0.05);
                var listedFrom = isLate ? play.Scheduler.Now + dice.Between(5 * Scheduler.Minute, 90 * Scheduler.Minute) : play.Scheduler.Now;
                shelf.Put(OrderMaker.SkuOf(product), dice.Between(0, play.Plan.MostUnits), NodaTime.Instant.FromUnixTimeTicks(listedFrom), dice.Chance(0.8) ? [] : [dice.Pick(shops)]);
                if (isLate && listedFrom < _end)
                {
                    play.Coverage.Took(Turn.ListedLate);
                }
            }
        }
    }

    private void NextOrder()
    {
        var gap = (long)(-Math.Log(1 - dice.Unit()) * 24 * Scheduler.Hour / play.Plan.OrdersPerDay);
        play.Scheduler.At(play.Scheduler.Now + gap, () =>
        {
            if (!_isStopped)
            {
                Open(isOld: false);
                NextOrder();
            }
        });
    }

    private void Burst()
    {
        play.Coverage.Took(Turn.Burst);
        for (var i = (int)dice.Scale(3, play.Plan.IsLong ? 10 : 50); i > 0; i--)
        {
            Open(isOld: false);
        }
    }

    private void Open(bool isOld)
    {
        var shop = dice.Pick(play.Shops);
        _course.Begin(shop, shop.Open(_maker.Make(shop, isOld, _end)));
    }

    /// <summary>The seller acknowledges an open order, by a request that some instance answers.</summary>
    private void Acknowledge() => Tend(Turn.Acknowledged, (instance, order) =>
    {
        play.WarningCheck.Acknowledges(order, deadline: null, play.Scheduler.Instant, isSnooze: false);
        instance.Run($"the seller acknowledges {order}", app => app.Desk.AcknowledgeAsync(order, "seller", default));
    });

    private void Snooze() => Tend(Turn.Snoozed, (instance, order) =>
    {
        var time = NodaTime.Duration.FromMinutes(dice.Between(3, 60));
        instance.Run($"the seller snoozes {order} for {time}", app => app.Desk.SnoozeAsync(order, "seller", time, default));
    });

    /// <summary>The seller has packed an order and typed in its number; now and then twice, and now and then another one.</summary>
    private void Ship() => Tend(turn: null, (instance, order) =>
    {
        var asked = Asked(InstructionKind.Ship) with { Ship = new ShipOrder([], TrackingNumber: dice.Chance(0.7) ? $"N-{order.Number}-{dice.Below(2)}" : null) };
        instance.Run($"the seller ships {order}", app => app.Instruct.RunAsync(order, asked, anyway: false, default));
    });

    private void Cancel() => Tend(turn: null, (instance, order) =>
        instance.Run($"the seller cancels {order}", app => app.Instruct.RunAsync(order, Asked(InstructionKind.Cancel) with { Cancel = new CancelOrder(352) }, anyway: false, default)));

    private static Instruction Asked(InstructionKind kind) => new() { Kind = kind, AskedAt = NodaTime.Instant.MinValue, AskedBy = "seller" };

    private void Tend(string? turn, Action<Hosting.Instance, Domain.Orders.OrderKey> act)
    {
        var open = play.Shops.SelectMany(shop => shop.Postings).Where(posting => Domain.Orders.PostingStatuses.IsOpen(posting.Now.Status) && posting.ShownAt is not null).ToList();
        var awake = play.Instances.Where(instance => instance.IsAwake).ToList();
        if (open.Count > 0 && awake.Count > 0)
        {
            if (turn is not null)
            {
                play.Coverage.Took(turn);
            }

            act(dice.Pick(awake), dice.Pick(open).Key);
        }
    }

    private void ShowUnreadable()
    {
        var shop = dice.Pick(play.Shops);
        var now = play.Scheduler.Instant;
        var subject = $"broken-{dice.Below(1_000_000)}";
        play.Coverage.Took(Turn.Unreadable);
        shop.Unreadable.Add((now, now + NodaTime.Duration.FromMinutes(dice.Between(1, 300)), new UnreadablePosting(subject, "The element is no object; tell the marketplace.")));
        play.Trace.Say($"{shop.Shop.Name} shows an unreadable element {subject}");
    }

    /// <remarks>Small: a clock that is corrected by more than the poll's overlap would lose changes, and settings say so.</remarks>
    private void JumpAClock()
    {
        if (play.Plan.MostClockError > 0 && dice.Pick(play.Instances).App is { } app)
        {
            var error = dice.Between(-play.Plan.MostClockError, play.Plan.MostClockError);
            play.Coverage.Took(error > app.Life.ClockError ? Turn.ClockForward : Turn.ClockBack);
            play.Trace.Say($"{app.Life}: the clock jumps by {(error - app.Life.ClockError) / Scheduler.Millisecond} ms");
            app.Life.ClockError = error;
        }
    }

    private void Outage()
    {
        var service = dice.Pick([Faults.Outage.Ledger, Faults.Outage.Mail, Faults.Outage.Queues, .. play.Shops.Select(shop => shop.Shop.Name)]);
        var length = service == Faults.Outage.Ledger ? dice.Between(Scheduler.Minute, 6 * Scheduler.Minute) : dice.Between(Scheduler.Minute, 35 * Scheduler.Minute);
        play.Coverage.Took(Turn.Outage);
        play.Trace.Say($"{service} is down for {length / Scheduler.Second} s");
        var outage = new Outage(service, play.Scheduler.Now, play.Scheduler.Now + length);
        play.Faults.Add(outage);
        play.LastingTrouble.IsDown(outage);
    }

    /// <summary>The host does not run a timer for a while, whoever holds its lock: switched off by hand, or the lock's store is in trouble.</summary>
    private void StallATimer()
    {
        var (timer, length) = (dice.Pick(play.Timers), dice.Between(5 * Scheduler.Minute, 60 * Scheduler.Minute));
        play.Coverage.Took(Turn.TimerStalled);
        play.Trace.Say($"{timer.Name} is not run for {length / Scheduler.Second} s");
        timer.StallFor(length);
        play.LastingTrouble.IsSilent(timer.Name, play.Scheduler.Now + length);
    }

    private void StandStill()
    {
        var length = dice.Between(Scheduler.Minute, 40 * Scheduler.Minute);
        play.Coverage.Took(Turn.StandStill);
        play.Trace.Say($"everything of ours stands still for {length / Scheduler.Second} s");
        play.LastingTrouble.NobodyLooks("", play.Scheduler.Now + length);
        foreach (var instance in play.Instances)
        {
            instance.App?.Life.Freeze(length);
        }
    }

    /// <summary>Again and again, at this distance on average.</summary>
    private void Often(long distance, Action action) => play.Scheduler.At(play.Scheduler.Now + dice.Between(distance / 2, distance * 3 / 2), () =>
    {
        if (!_isStopped)
        {
            action();
            Often(distance, action);
        }
    });
}
