using Microsoft.Extensions.Logging;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stock;

/// <summary>Opens stock rows for products that the ledger meets for the first time, with what the marketplace lists as present.</summary>
/// <remarks>Afterwards the ledger is the truth about on hand; a marketplace that is asked later would count what we hold differently.</remarks>
public sealed class ListStock(ILedger ledger, IEnumerable<IMarketplace> marketplaces, ILogger<ListStock> log)
{
    public async Task<StockListing> RunAsync(PoolName pool, IReadOnlyCollection<Sku> unknown, CancellationToken cancel)
    {
        if (unknown.Count == 0)
        {
            return StockListing.NothingNeeded;
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
                return StockListing.Unanswered;
            }
        }

        foreach (var rows in listed.Values.Chunk(CommitSet.MaxRows))
        {
            await ledger.TryCommitAsync(pool, new CommitSet().With([.. rows.Select(item => new RowChange.Insert(new StockRow(item)))]), cancel);
        }

        return listed.Count > 0 ? StockListing.RowsOpened : StockListing.NothingNeeded;
    }
}

/// <summary>What asking for unknown products brought.</summary>
public enum StockListing
{
    /// <summary>Nothing was asked, or nobody knows the products: they count as none.</summary>
    NothingNeeded,

    /// <summary>There are new rows, ours or those of somebody who was faster: look again.</summary>
    RowsOpened,

    /// <summary>A marketplace gave no answer: orders that need those products wait for a later ring.</summary>
    Unanswered,
}
