using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether the shops hear what there is to sell, take it, and understand it as it is meant.</summary>
public sealed class OfferCheck(ILedger ledger, Channels channels) : ISelfCheck
{
    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.StockUntold, OperationalAlertKind.StockRefused, OperationalAlertKind.StockMisread];

    /// <value>A row for each shop that is told its stock: cheaper than the gate that would keep it from looking.</value>
    public Duration? Every => Duration.Zero;

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var shops = channels.Of<IStockChannel>(scope.Pool).Where(channel => channel.Terms is not null).Select(channel => channel.Shop.Name);
        var rows = await Task.WhenAll(shops.Select(shop => ledger.FindAsync(scope.Pool, RowKey.OfferTrouble(shop), cancel)));
        return new SelfCheckAnswer([.. rows.Select(stored => stored?.Row).OfType<OfferTroubleRow>().SelectMany(row => Find(row, scope.Now))]);
    }

    private static IEnumerable<OperationalFinding> Find(OfferTroubleRow row, Instant now)
    {
        if (row.FailingSince is { } since)
        {
            yield return new OperationalFinding(OperationalAlertKind.StockUntold, row.Shop, Severity.Warning, new AlertFacts(since, now - since)) { Since = since };
        }

        if (row.Refused > 0)
        {
            yield return new OperationalFinding(OperationalAlertKind.StockRefused, row.Shop, Severity.Warning, new AlertFacts(Count: row.Refused, Detail: row.Example));
        }

        if (row.ReadsTheOtherWay)
        {
            yield return new OperationalFinding(OperationalAlertKind.StockMisread, row.Shop, Severity.Warning, AlertFacts.None);
        }
    }
}
