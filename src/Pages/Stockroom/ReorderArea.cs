using Microsoft.AspNetCore.Http;
using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Stockroom;

/// <summary>What to order from suppliers, and when, with the numbers that it follows from.</summary>
public sealed class ReorderArea(ReckonDemand reckonDemand, LookAtStock lookAtStock, Pools pools, FramePages pages) : IDeskArea
{
    public IReadOnlyList<DeskRoute> Routes => [DeskRoute.Get(StockPlace.Reorder, ShowAsync, DeskRole.Owner)];

    /// <summary>Takes <c>pool</c> and <c>level</c>.</summary>
    private async Task<IResult> ShowAsync(DeskCall call)
    {
        if (StockPlace.PoolOf(pools, call.Query["pool"]) is not { } pool)
        {
            return await pages.NotThereAsync(call);
        }

        var level = Enum.TryParse<ServiceLevel>(call.Query["level"], out var asked) && Enum.IsDefined(asked) ? asked : ServiceLevel.NinetyFive;
        var demand = await reckonDemand.RunAsync(pool, call.Cancel);
        return await pages.PageAsync<ReorderPage>(new ReorderModel(call.Frame, await lookAtStock.RunAsync(pool, call.Cancel), pools.Shown, demand, level));
    }
}
