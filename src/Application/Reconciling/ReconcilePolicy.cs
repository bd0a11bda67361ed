using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Reconciling;

/// <summary>Counts again what is held, and holds every index row against its order.</summary>
public static class ReconcilePolicy
{
    public static IReadOnlyList<Finding> Decide(PoolReading reading) =>
        [.. OfStock([.. reading.Orders.Select(stored => stored.Order()).Where(order => order.HoldsStock)], reading.Stock), .. OfIndexes(reading), .. OfLooks(reading.Parcels)];

    private static IEnumerable<Finding> OfStock(IReadOnlyList<Order> holding, IReadOnlyList<Stored> stock)
    {
        var counted = holding.SelectMany(order => Shelf.UnitsOf(order.Lines)).GroupBy(held => held.Sku).ToDictionary(held => held.Key, held => held.Sum(one => one.Units));
        foreach (var stored in stock)
        {
            var written = ((StockRow)stored.Row).Item;
            counted.Remove(written.Sku, out var held);
            var item = written with { Held = held };
            if (written != item)
            {
                yield return new Finding(new Drift.HeldDiffers(written, held), [new RowChange.Replace(new StockRow(item), stored.Version)]);
            }

            if (item.Free < 0)
            {
                yield return new Finding(new Drift.Oversold(item, LastServed(holding, item)), []);
            }
        }

        foreach (var (sku, held) in counted.OrderBy(held => held.Key.Value, StringComparer.Ordinal))
        {
            // What else is on the shelf nobody here knows: nothing of it is free until it is counted.
            yield return new Finding(new Drift.NoStockRow(sku, held), [new RowChange.Insert(new StockRow(new StockItem(sku, OnHand: held, held)))]);
        }
    }

    /// <summary>As few as free the missing units, by the rule that whoever ordered first is served first.</summary>
    private static List<OrderKey> LastServed(IEnumerable<Order> holding, StockItem item)
    {
        var (missing, last) = (-item.Free, new List<OrderKey>());
        foreach (var order in holding.OrderByDescending(order => order.OrderedAt).ThenByDescending(order => order.TakenAt).ThenByDescending(order => order.Key.Number, StringComparer.Ordinal))
        {
            var units = Shelf.UnitsOf(order.Lines).Where(units => units.Sku == item.Sku).Sum(units => units.Units);
            if (missing > 0 && units > 0)
            {
                last.Add(order.Key);
                missing -= units;
            }
        }

        return last;
    }

    private static IEnumerable<Finding> OfIndexes(PoolReading reading)
    {
        var written = reading.Due.Concat(reading.Waiting).ToLookup(OrderOf);
        foreach (var stored in reading.Orders.Where(reading.IsStill))
        {
            var order = stored.Order();
            var guard = new RowChange.Replace(stored.Row, stored.Version);      // refused if the order has changed since
            foreach (var kind in (Type[])[typeof(DueRow), typeof(InstructionRow), typeof(WaitingRow)])
            {
                var counted = OrderWrite.Rows(order).SingleOrDefault(row => row.GetType() == kind);
                foreach (var finding in OfIndex(counted, [.. written[order.Key].Where(row => row.Row.GetType() == kind)], guard))
                {
                    yield return finding;
                }
            }
        }

        // Read before the orders were: a row whose order is not there by then has none.
        var known = reading.Orders.Select(stored => stored.Order().Key).ToHashSet();
        foreach (var row in written.Where(rows => !known.Contains(rows.Key)).SelectMany(rows => rows))
        {
            yield return LeftOver(row);
        }
    }

    private static IEnumerable<Finding> OfLooks(ParcelReading reading)
    {
        var written = reading.Looks.ToLookup(OrderOf);
        foreach (var stored in reading.All.Where(reading.IsStill))
        {
            var counted = ConsignmentWrite.Rows(stored.Consignment()).OfType<TransitRow>().Single();
            foreach (var finding in OfIndex(counted, [.. written[counted.Order]], new RowChange.Replace(stored.Row, stored.Version)))
            {
                yield return finding;
            }
        }

        var known = reading.All.Select(stored => stored.Consignment().Order).ToHashSet();
        foreach (var look in written.Where(looks => !known.Contains(looks.Key)).SelectMany(looks => looks))
        {
            yield return LeftOver(look);
        }
    }

    /// <param name="counted">The row that the order must have; null when it must have none.</param>
    private static IEnumerable<Finding> OfIndex(LedgerRow? counted, IReadOnlyList<Stored> written, RowChange guard)
    {
        var there = written.FirstOrDefault(row => row.Row.Key == counted?.Key);
        var others = new Queue<Stored>(written.Where(row => row != there));
        if (there is not null && !SaysTheSame(there.Row, counted!))
        {
            yield return new Finding(new Drift.Differs(there.Row, counted!), [guard, new RowChange.Replace(counted!, there.Version)]);
        }
        else if (there is null && counted is not null)
        {
            yield return others.TryDequeue(out var elsewhere)
                ? new Finding(new Drift.Misplaced(elsewhere.Row, counted), [guard, new RowChange.Insert(counted), new RowChange.Delete(elsewhere.Row.Key, elsewhere.Version)])
                : new Finding(new Drift.Missing(counted), [guard, new RowChange.Insert(counted)]);
        }

        foreach (var other in others)
        {
            yield return LeftOver(other);
        }
    }

    private static Finding LeftOver(Stored row) => new(new Drift.LeftOver(row.Row), [new RowChange.Delete(row.Row.Key, row.Version)]);

    private static OrderKey OrderOf(Stored stored) => IndexRow.OrderOf(stored.Row);

    private static bool SaysTheSame(LedgerRow written, LedgerRow counted) => (written, counted) switch
    {
        (WaitingRow one, WaitingRow other) => OrderContent.IsSame(one.Order, other.Order),
        _ => written == counted,
    };
}
