using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether of some product fewer units are free than the seller wants always to be.</summary>
/// <remarks>Costs two ranges each quarter of an hour in a pool where a product has such a line, and nothing in others: that there is a line stands among the rows that every pass reads.</remarks>
public sealed class LowStockCheck(ILedger ledger) : ISelfCheck
{
    /// <value>Alerts of one pool; whoever lets more run low looks at the page anyway.</value>
    internal const int Most = 100;

    internal static Duration Pause { get; } = Duration.FromMinutes(15);

    /// <value>There is one while a product of the pool has a line.</value>
    internal static string Gate => nameof(LowStockCheck);

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.LowStock];

    /// <value>Has a gate of its own, which is there only where it is needed.</value>
    public Duration? Every => null;

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var blind = SelfCheckAnswer.AllIsWell with { IsBlind = true };
        if (scope.Trigger != Trigger.DeliverOutbox || scope.Rows.Find(RowKey.Gate(Gate)) is not { } gate || !scope.Rows.IsOpen(Gate, scope.Now))
        {
            return blind;
        }

        var lines = (await ledger.RangeAsync(scope.Pool, KeyRange.Cards, int.MaxValue, cancel)).Select(stored => ((CardRow)stored.Row).Card).Where(card => card.SafetyStock > 0).ToList();
        var known = scope.Rows.Alerts.Where(alert => alert.Kind == OperationalAlertKind.LowStock).Select(alert => alert.Subject).ToHashSet(StringComparer.Ordinal);
        if (lines.Count == 0 && known.Count == 0)
        {
            return SelfCheckAnswer.AllIsWell with { Remember = [new RowChange.Delete(gate.Row.Key, gate.Version)] };
        }

        var stock = (await ledger.StockAsync(scope.Pool, [.. lines.Select(card => card.Sku)], cancel)).ToShelf();
        var low = lines.Where(card => card.IsLow(FreeOf(stock, card.Sku))).OrderByDescending(card => known.Contains(card.Sku.Value)).Take(Most);      // those who were told stay told
        return new SelfCheckAnswer([.. low.Select(card => Find(card, FreeOf(stock, card.Sku)))]) { Remember = [scope.Rows.Write(new GateRow(Gate, scope.Now + Pause))] };
    }

    private static int FreeOf(Shelf stock, Sku sku) => stock[sku]?.Free ?? 0;

    private static OperationalFinding Find(ProductCard card, int free) =>
        new(OperationalAlertKind.LowStock, card.Sku.Value, Severity.Warning, new AlertFacts(Count: free, Other: card.SafetyStock, Detail: card.Name ?? card.Sku.Value));
}
