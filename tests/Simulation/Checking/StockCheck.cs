using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Machine;
using ShipBy.Simulation.Outside;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Checking;

/// <summary>The stock side of one commit: what the orders in it hold and ship against what the stock rows say, and against what was really there.</summary>
internal sealed class StockCheck(Play play, Life life, PoolName pool, PoolMirror mirror)
{
    private readonly Dictionary<Sku, int> _heldMore = [];

    /// <summary>A stock row was written.</summary>
    public void Touched(StockRow? before, StockRow? after, Sku sku)
    {
        _heldMore.TryAdd(sku, 0);
        if (before is not null || after is null)
        {
            return;
        }

        var book = mirror.BookOf(sku);
        if (Shelf.ToldTo(life, sku) is not { } told || told.Present != after.Item.OnHand || after.Item.Held != 0)
        {
            play.Violate(Rule.StockAddsUp, $"the row of {sku} begins with {after.Item}, and {life} was told {Shelf.ToldTo(life, sku)?.Present}");
            return;
        }

        (book.OnHand, book.ListedAt) = (told.Present, told.At);
        book.Promisable = told.Present - book.LeftBefore.Where(left => left.LeftAt > told.At).Sum(left => left.Units);
    }

    /// <summary>An order changed.</summary>
    public void Moved(Order? before, Order? after)
    {
        Hold(before, -1);
        Hold(after, +1);

        // The lines of an order that was set aside are not to be trusted: what it takes along is left to the next count.
        var wasSetAside = before is null ? after?.Flaw is not null : before.State == OrderState.SetAside;
        if (after is { State: OrderState.Shipped } && before?.State != OrderState.Shipped && !wasSetAside)
        {
            Ship(before ?? after);
        }
    }

    public void Judge()
    {
        foreach (var (sku, more) in _heldMore)
        {
            var book = mirror.BookOf(sku);
            var row = (mirror[RowKey.Stock(sku)] as StockRow)?.Item;
            if ((row?.Held ?? 0) != book.Held || row?.OnHand != book.OnHand)
            {
                play.Violate(Rule.StockAddsUp, $"{sku}: the row says {row?.Held} held of {row?.OnHand} on hand, the orders add up to {book.Held} of {book.OnHand}");
            }
            else if (more > 0 && (row is null || row.Held > row.OnHand || row.Held > book.Promisable))
            {
                play.Violate(Rule.NoOversell, $"{sku}: {row?.Held} held, {row?.OnHand} on hand, {book.Promisable} were there to be promised");
            }
        }
    }

    private TrueShelf Shelf => play.Shelves.First(shelf => shelf.Pool == pool);

    private void Hold(Order? order, int sign)
    {
        if (order is not { State: OrderState.Held })
        {
            return;
        }

        foreach (var line in order.Lines)
        {
            mirror.BookOf(line.Sku).Held += sign * line.Quantity;
            _heldMore[line.Sku] = _heldMore.GetValueOrDefault(line.Sku) + sign * line.Quantity;
        }
    }

    private void Ship(Order order)
    {
        var leftAt = play.Shops.First(shop => shop.Shop.Name == order.Key.Shop)[order.Key.Number].LeftAt ?? Instant.MinValue;
        foreach (var line in order.Lines)
        {
            var book = mirror.BookOf(line.Sku);
            _heldMore.TryAdd(line.Sku, 0);
            if (book.OnHand is null)
            {
                book.LeftBefore.Add((leftAt, line.Quantity));
            }
            else
            {
                book.OnHand -= line.Quantity;
                book.Promisable -= leftAt > book.ListedAt ? line.Quantity : 0;
            }
        }
    }
}
