using Microsoft.Extensions.Logging;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stock;

/// <summary>Opens stock rows for products that the ledger meets for the first time, with what the marketplace lists as present.</summary>
/// <remarks>
/// Afterwards the ledger is the truth about on hand; a marketplace that is asked later would count what we hold differently. Rows are opened in the pool's
/// turn, so that an order that is settled between the marketplace's answer and the opening refuses it: what left meanwhile must not be counted.
/// </remarks>
public sealed class ListStock(IEnumerable<IMarketplace> marketplaces, ILogger<ListStock> log)
{
    public async Task<StockListing> RunAsync(PoolName pool, PoolTurn turn, IReadOnlyCollection<Sku> unknown, CancellationToken cancel)
    {
        if (unknown.Count == 0)
        {
            return StockListing.NothingNew;
        }

        var listed = new Dictionary<Sku, StockItem>();
        foreach (var marketplace in marketplaces.Where(marketplace => marketplace.Shop.Pool == pool))
        {
            try
            {
                foreach (var stock in await marketplace.StockOfAsync([.. unknown.Where(sku => !listed.ContainsKey(sku))], cancel))
                {
                    listed.TryAdd(stock.Sku, new StockItem(stock.Sku, stock.Present, Held: 0));
                }
            }
            catch (MarketplaceException problem)
            {
                GuardLog.PollIncomplete(log, marketplace.Shop.Name, problem.Message);
                return StockListing.NothingNew with { IsAnswered = false };
            }
        }

        return await OpenAsync(turn, listed.Values, cancel);
    }

    private static async Task<StockListing> OpenAsync(PoolTurn turn, IEnumerable<StockItem> listed, CancellationToken cancel)
    {
        var opened = new Dictionary<Sku, Stored>();
        foreach (var items in listed.Chunk(PoolTurn.MaxRows))
        {
            var outcome = await turn.TryCommitAsync(new CommitSet().With([.. items.Select(item => new RowChange.Insert(new StockRow(item)))]), more: true, cancel);
            foreach (var row in items.Select(item => new StockRow(item)))
            {
                if (!outcome.Versions.TryGetValue(row.Key, out var version))
                {
                    return StockListing.NothingNew with { LookAgain = true };
                }

                opened[row.Item.Sku] = new Stored(row, version);
            }
        }

        return StockListing.NothingNew with { Opened = opened };
    }
}

/// <summary>What asking for unknown products brought.</summary>
/// <param name="IsAnswered">False when a marketplace gave no answer: orders that need those products wait for a later run.</param>
/// <param name="LookAgain">There are rows now, ours or those of somebody who was faster: read them.</param>
/// <param name="Opened">New rows. A product that is in none of them is known to nobody and counts as none.</param>
public sealed record StockListing(bool IsAnswered, bool LookAgain, IReadOnlyDictionary<Sku, Stored> Opened)
{
    public static StockListing NothingNew { get; } = new(IsAnswered: true, LookAgain: false, new Dictionary<Sku, Stored>());
}
