using System.Collections.Concurrent;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Application.Settings;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch;

/// <summary>A marketplace rang because a buyer wrote: the next look at who waits comes now and not within the hour. What rang is never believed.</summary>
/// <remarks>Forged rings make one look in five minutes at most.</remarks>
public sealed class HearBuyer(IEnumerable<IMarketplace> marketplaces, ILedger ledger, TimeProvider clock)
{
    private static readonly Duration Pause = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Instant> _next = new(StringComparer.Ordinal);

    /// <remarks>Without an answer of the ledger the usual look finds the same.</remarks>
    public async Task RunAsync(string shopName, CancellationToken cancel)
    {
        var now = clock.Now();
        if (marketplaces.FirstOrDefault(marketplace => marketplace is IBuyerTalk && marketplace.Shop.Name == shopName) is not { Shop: var shop } || _next.GetValueOrDefault(shopName) > now)
        {
            return;
        }

        _next[shopName] = now + Pause;
        try
        {
            await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Replace(new GateRow(nameof(BuyersCheck), now), null)), cancel);
        }
        catch (LedgerUnreachableException)
        {
            _next.TryRemove(shopName, out _);
        }
    }
}
