using Microsoft.AspNetCore.Http;
using ShipBy.Application.Desk;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Stockroom;

/// <summary>What to order from suppliers, and when, with the numbers that it follows from.</summary>
public sealed class ReorderArea(SuggestReorders suggestReorders, StockDoor door, FramePages pages) : IDeskArea
{
    public IReadOnlyList<DeskRoute> Routes => [DeskRoute.Get(StockPlace.Reorder, ShowAsync, DeskRole.Owner)];

    /// <summary>Takes <c>pool</c> and <c>level</c>.</summary>
    private Task<IResult> ShowAsync(DeskCall call) => door.InPoolAsync(call, async pool =>
    {
        var level = Enum.TryParse<ServiceLevel>(call.Query["level"], out var asked) && Enum.IsDefined(asked) ? asked : ServiceLevel.NinetyFive;
        return await pages.PageAsync<ReorderPage>(new ReorderModel(call.Frame, door.Pools, await suggestReorders.RunAsync(pool, level, call.Cancel)));
    });
}
