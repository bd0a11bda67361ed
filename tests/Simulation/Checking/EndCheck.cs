using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Outside;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Checking;

/// <summary>When all is quiet again: nothing is forgotten, each order is where the marketplace has it, and nothing is left undone.</summary>
internal sealed class EndCheck(Play play)
{
    public void Run()
    {
        foreach (var shop in play.Shops)
        {
            foreach (var posting in shop.Postings)
            {
                Judge(posting);
            }

            foreach (var (_, until, element) in shop.Unreadable)
            {
                Expect(until <= play.Scheduler.Instant || play.Mailboxes[0].WasTold(element.Number!), Rule.BadOneTold, $"nobody was told of the unreadable element {element.Number}");
            }
        }

        foreach (var (pool, mirror) in play.StoreCheck.Pools)
        {
            Judge(pool, mirror);
        }

        play.WarningCheck.Finish();
        play.EscalationCheck.Finish();
        play.DayCheck.Finish();
        play.TroubleCheck.Finish();
        play.HistoryCheck.Finish();
    }

    private void Judge(TruePosting posting)
    {
        var (now, order) = (posting.Now, play.StoreCheck.LastOf(posting.Key));
        if (order is null)
        {
            Expect(!IsListed(posting), Rule.NoneForgotten, $"{posting.Key} ({now.Status} since {posting.ChangedAt}) is not in the ledger");
            return;
        }

        if (order.Instruction is { } asked)
        {
            Expect(asked.LookAt is null || asked.LookAt > play.Scheduler.Instant - Duration.FromMinutes(3), Rule.SaidOnce, $"{order.Key} is to be told of ({asked.Kind}, {asked.State}), and nobody has looked since {asked.LookAt}");
            Expect(asked is not { Kind: InstructionKind.Ship, State: InstructionState.Done } || now.Status != PostingStatus.AwaitingPackaging, Rule.SaidOnce, $"{order.Key} counts as packed, and the marketplace waits for it");
        }

        Expect(IsWhere(order, now), Rule.ComesToRest, $"{order.Key} is {order.State}, ship by {order.ShipBy}; the marketplace has {OrderMaker.Text(now)} since {posting.ChangedAt}");
        if (order.State == OrderState.SetAside)
        {
            Expect(play.Mailboxes[0].WasTold(order.Key.Number), Rule.BadOneTold, $"nobody was told that {order.Key} is set aside");
        }
    }

    /// <summary>Whether any list would show it: the open list wants a cut-off, the list of changes an instant of processing.</summary>
    private static bool IsListed(TruePosting posting) =>
        posting.Now.Status.IsOpen() && posting.Now.ShipBy is not null || posting.Now.InProcessAt is not null && !posting.ChangedSilently;

    private static bool IsWhere(Order order, Posting now) => now.Status switch
    {
        PostingStatus.HandedOver or PostingStatus.Delivered => order.State == OrderState.Shipped,
        PostingStatus.Cancelled => order.State == (now.CancelledAfterShip ? OrderState.Shipped : OrderState.Cancelled),
        PostingStatus.Split => order.State == OrderState.Cancelled,
        _ => order.State.IsOpen()
            && (now.ShipBy is null || now.ShipBy == order.ShipBy)
            && (now.Flaw is not null ? order.State == OrderState.SetAside
                : order.State is OrderState.Held or OrderState.OutOfStock && order.Lines.SequenceEqual(now.Lines)),
    };

    private void Judge(PoolName pool, PoolMirror mirror)
    {
        foreach (var row in mirror.Rows)
        {
            switch (row)
            {
                case OrderRow { Order: { State: OrderState.OutOfStock } order }:
                    var missing = Shelf.UnitsOf(order.Lines).Where(wanted => wanted.Units > Free(pool, mirror, wanted.Sku)).ToList();
                    Expect(missing.Count > 0, Rule.ComesToRest, $"{order.Key} waits for stock that is free");
                    break;
                case StockRow { Item: var item } when play.Plan.Terms is not null:
                    foreach (var shop in play.Shops.Where(shop => shop.Shop.Pool == pool && shop.Sells(item.Sku)))
                    {
                        Expect(shop.Offered(item.Sku) == Math.Max(0, item.Free), Rule.OfferedAsIs, $"{shop.Shop.Name} offers {shop.Offered(item.Sku)} of {item.Sku}, and {item.Free} are free");
                    }

                    break;
                case NoticeRow { Notice: var mail }:
                    Expect((mail.HeldUntil ?? mail.CreatedAt) > play.Scheduler.Instant - Duration.FromMinutes(4) - play.Plan.MailsWaitFor(mail.Severity), Rule.ComesToRest, $"mail {Mailbox.Short(mail.Id)} is still {mail.State} since {mail.CreatedAt}");
                    break;
                case WatchRow watch:
                    Expect(
                        watch.FailingSince is null && watch.ReadUpTo > play.Scheduler.Instant - Duration.FromMinutes(3), Rule.ComesToRest, $"{watch.Shop} was read whole at {watch.ReadUpTo} last");
                    break;
                default:
                    break;
            }
        }
    }

    /// <value>A product that has no row yet and is listed counts with what is listed: somebody has to open the row.</value>
    private int Free(PoolName pool, PoolMirror mirror, Sku sku) => mirror[RowKey.Stock(sku)] is StockRow row
        ? row.Item.Free
        : play.Shelves.First(shelf => shelf.Pool == pool).Listed(sku, play.Scheduler.Instant);

    private void Expect(bool holds, Rule rule, string what)
    {
        if (!holds)
        {
            play.Violate(rule, what);
        }
    }
}
