using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Outside;

/// <summary>What becomes of an order on the marketplace: it is paid, packed, shipped, moved, split, cancelled; and now and then the marketplace rings the app about it.</summary>
internal sealed class OrderCourse(Play play, Dice dice)
{
    private bool _isStopped;

    public void Stop() => _isStopped = true;

    public void Begin(TrueShop shop, TruePosting posting)
    {
        Push(shop, posting);
        if (posting.Now.InProcessAt is null)
        {
            Later(1, 40, () => Change(shop, posting, now => now with { InProcessAt = play.Scheduler.Instant, Status = PostingStatus.AwaitingPackaging }, Turn.PaidLate));
        }

        if (posting.Now.ShipBy is null)
        {
            Later(1, 30, () => Change(shop, posting, now => now with { ShipBy = NewCutOff(null) }, Turn.CutOffSet));
        }

        if (posting.Now.Flaw is not null && dice.Chance(0.5))
        {
            Later(5, 60, () => Change(shop, posting, now => now with { Flaw = null }, Turn.Mended));
        }

        Maybe(0.10, 1, 100, () => MoveCutOff(shop, posting));
        Maybe(0.05, 1, 60, () => Change(shop, posting, now => now with { Lines = new OrderMaker(play, dice.Fork()).Goods() }, Turn.GoodsChanged));
        Finish(shop, posting);
    }

    private void Finish(TrueShop shop, TruePosting posting)
    {
        var fate = dice.Unit();
        if (fate < 0.03)
        {
            play.Scheduler.At(play.Scheduler.Now + dice.Between(Scheduler.Second, 50 * Scheduler.Second), () => Cancel(shop, posting, Turn.CancelledAtOnce));
        }
        else if (fate < 0.13)
        {
            Later(1, 100, () => Cancel(shop, posting, Turn.Cancelled));
        }
        else if (fate < 0.16)
        {
            Later(1, 60, () => Cancel(shop, posting, Turn.CancelledSilently, silently: true));
        }
        else if (fate < 0.21)
        {
            Later(1, 80, () => Split(shop, posting));
        }
        else if (fate < 0.65)
        {
            Later(2, 80, () => Change(shop, posting, now => now with { Status = PostingStatus.AwaitingHandOver }, null));
            Later(3, 120, () => Ship(shop, posting));
        }
    }

    private void Ship(TrueShop shop, TruePosting posting)
    {
        if (!posting.Now.Status.IsOpen() || posting.Now.Flaw is not null)
        {
            return;
        }

        if (!shop.Shelf.Has(posting.Now.Lines))
        {
            Cancel(shop, posting, Turn.Cancelled);      // the seller has not got it
            return;
        }

        shop.Shelf.Take(posting.Now.Lines);
        play.Coverage.Took(Turn.Shipped);
        if (!play.StoreCheck.IsHeld(posting.Key))
        {
            play.Coverage.Took(Turn.ShippedShort);
        }

        Change(shop, posting, now => now with { Status = PostingStatus.HandedOver }, null);
        Maybe(0.3, 5, 60, () => ChangeClosed(shop, posting, PostingStatus.HandedOver, now => now with { Status = PostingStatus.Delivered }, null));
        Maybe(0.08, 1, 60, () => ChangeClosed(
            shop, posting, PostingStatus.HandedOver, now => now with { Status = PostingStatus.Cancelled, CancelledAfterShip = true, CancelReason = "refused at the door" }, Turn.CancelledAfterShip));
    }

    private void Cancel(TrueShop shop, TruePosting posting, string turn, bool silently = false)
    {
        Change(shop, posting, now => now with { Status = PostingStatus.Cancelled, CancelReason = "the buyer changed his mind" }, turn, silently);

        // What is to be packed has been paid. Unpaid and without a cut-off no list would show it, and nobody could guard it.
        Maybe(0.06, 1, 30, () => ChangeClosed(
            shop, posting, PostingStatus.Cancelled, now => now with { Status = PostingStatus.AwaitingPackaging, InProcessAt = now.InProcessAt ?? play.Scheduler.Instant }, Turn.Reopened));
    }

    /// <summary>The posting is replaced by two, and is no longer work itself. The marketplace does not say how they hang together.</summary>
    private void Split(TrueShop shop, TruePosting posting)
    {
        if (posting.Now.Lines.Count < 2 || !posting.Now.Status.IsOpen() || posting.Now.Flaw is not null || posting.Now.InProcessAt is null)
        {
            return;
        }

        var parent = posting.Now;
        Change(shop, posting, now => now with { Status = PostingStatus.Split }, Turn.Split);
        foreach (var (lines, part) in new[] { (parent.Lines.Take(1), "a"), (parent.Lines.Skip(1), "b") })
        {
            var child = parent with { Key = parent.Key with { Number = $"{parent.Key.Number}{part}" }, Lines = [.. lines], InProcessAt = play.Scheduler.Instant };
            play.Trace.Say($"order {child.Key} opens, split off: {OrderMaker.Text(child)}");
            Begin(shop, shop.Open(child));
        }
    }

    private void MoveCutOff(TrueShop shop, TruePosting posting)
    {
        if (posting.Now.ShipBy is not { } old)
        {
            return;
        }

        Change(shop, posting, now => now with { ShipBy = NewCutOff(old) }, Turn.CutOffMoved);
        Maybe(0.4, 1, 30, () => Change(shop, posting, now => now with { ShipBy = old }, Turn.CutOffMovedBack));
    }

    private Instant NewCutOff(Instant? old)
    {
        var now = play.Scheduler.Instant;
        var moved = old is { } before && dice.Chance(0.5) ? before + Duration.FromMinutes(dice.Between(-180, 600)) : now + play.Ladder.Rungs[dice.Below(play.Ladder.Rungs.Count)].Before + Duration.FromMinutes(dice.Between(-10, 60));
        return Instant.FromUnixTimeSeconds(Instant.Max(moved, now + Duration.FromMinutes(1)).ToUnixTimeSeconds());
    }

    private void Change(TrueShop shop, TruePosting posting, Func<Posting, Posting> change, string? turn, bool silently = false)
    {
        if (posting.Now.Status.IsOpen())
        {
            Become(shop, posting, change(posting.Now), turn, silently);
        }
    }

    private void ChangeClosed(TrueShop shop, TruePosting posting, PostingStatus from, Func<Posting, Posting> change, string? turn)
    {
        if (posting.Now.Status == from)
        {
            Become(shop, posting, change(posting.Now), turn, silently: false);
        }
    }

    private void Become(TrueShop shop, TruePosting posting, Posting after, string? turn, bool silently)
    {
        shop.Change(posting, after with { RawStatus = after.Status.ToString() }, silently);
        play.Trace.Say($"order {posting.Key} becomes {OrderMaker.Text(after)}{(silently ? ", and no list shows it" : "")}");
        if (turn is not null)
        {
            play.Coverage.Took(turn);
        }

        Push(shop, posting);
    }

    /// <summary>A push: lost, late or doubled as it comes.</summary>
    private void Push(TrueShop shop, TruePosting posting)
    {
        for (var times = dice.Below(8) switch { 0 => 2, < 4 => 1, _ => 0 }; times > 0; times--)
        {
            play.Scheduler.At(play.Scheduler.Now + (dice.Chance(0.9) ? dice.Between(0, 5 * Scheduler.Second) : dice.Between(0, 10 * Scheduler.Minute)), () =>
            {
                if (!_isStopped && play.Instances.Where(instance => instance.IsAwake).ToList() is [_, ..] awake)
                {
                    dice.Pick(awake).Run($"push about {posting.Key}", app => app.ReadBack.RunAsync(shop.Shop.Name, posting.Key.Number, default));
                }
            });
        }
    }

    private void Maybe(double chance, int least, int most, Action action)
    {
        if (dice.Chance(chance))
        {
            Later(least, most, action);
        }
    }

    /// <summary>Some minutes from now, unless the world has stopped by then.</summary>
    private void Later(int least, int most, Action action) => play.Scheduler.At(play.Scheduler.Now + dice.Between(least * Scheduler.Minute, most * Scheduler.Minute), () =>
    {
        if (!_isStopped)
        {
            action();
        }
    });
}
