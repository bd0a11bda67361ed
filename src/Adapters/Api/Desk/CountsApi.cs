using Microsoft.AspNetCore.Http;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>Stock-taking: note what was counted under an id of the caller's, look at the differences, confirm or drop.</summary>
public sealed class CountsApi(LookAtStock lookAtStock, TakeStock takeStock, Pools pools) : IApiArea
{
    private const int MostListed = 50;

    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("stock/counts", StockCall.InPool(pools, async (call, pool) => ApiCall.Answer(new { Pool = pool.Value, Counts = (await takeStock.AllAsync(pool, call.Cancel)).Take(MostListed).Select(Head) }))),
        ApiRoute.Get("stock/counts/one", StockCall.InPool(pools, OneAsync)),
        ApiRoute.Post("stock/counts/note", StockCall.InPool(pools, NoteAsync)),
        ApiRoute.Post("stock/counts/confirm", StockCall.InPool(pools, ConfirmAsync)),
        ApiRoute.Post("stock/counts/drop", StockCall.InPool(pools, DropAsync)),
    ];

    private async Task<IResult> OneAsync(ApiCall call, PoolName pool) => StockCall.IdOf(call) is not { } id ? ApiCall.Lacks(StockCall.LacksId) : await TellAsync(call, pool, id);

    private async Task<IResult> NoteAsync(ApiCall call, PoolName pool)
    {
        if (StockCall.IdOf(call) is not { } id)
        {
            return ApiCall.Lacks(StockCall.LacksId);
        }

        if (await takeStock.FindAsync(pool, id, call.Cancel) is null)
        {
            var sheet = await lookAtStock.RunAsync(pool, call.Cancel);
            var (counted, lacking) = StockCall.LinesOf(call, sheet.Find, least: 0, StockTaking.MostLines);
            if (counted is null)
            {
                return ApiCall.Lacks(lacking);
            }

            await takeStock.NoteAsync(pool, id, counted, call.By, call.Cancel);
        }

        return await TellAsync(call, pool, id);
    }

    /// <remarks>Whoever hangs up does not break it off.</remarks>
    private async Task<IResult> ConfirmAsync(ApiCall call, PoolName pool) => StockCall.IdOf(call) is not { } id ? ApiCall.Lacks(StockCall.LacksId)
        : await takeStock.ConfirmAsync(pool, id, call.By, CancellationToken.None) is not { } taking ? StockCall.Missing("count")
        : taking.IsOpen ? StockCall.Busy
        : await TellAsync(call, pool, id);

    private async Task<IResult> DropAsync(ApiCall call, PoolName pool)
    {
        if (StockCall.IdOf(call) is not { } id)
        {
            return ApiCall.Lacks(StockCall.LacksId);
        }

        await takeStock.DropAsync(pool, id, call.By, call.Cancel);
        return await TellAsync(call, pool, id);
    }

    private async Task<IResult> TellAsync(ApiCall call, PoolName pool, Guid id)
    {
        if (await takeStock.FindAsync(pool, id, call.Cancel) is not { } taking)
        {
            return StockCall.Missing("count");
        }

        var products = (await lookAtStock.RunAsync(pool, call.Cancel)).Lines.ToDictionary(line => line.Sku);
        return ApiCall.Answer(new
        {
            Count = Head(taking),
            Lines = taking.Lines.Select(line => new
            {
                Sku = line.Sku.Value,
                products.GetValueOrDefault(line.Sku)?.Card?.Name,
                Before = line.Noted,
                line.Counted,
                line.Difference,
                line.State,
                WouldBe = line.State == CountedLineState.Waiting ? line.Against(products.GetValueOrDefault(line.Sku)?.Item?.OnHand) : (CountedLineState?)null,
                products.GetValueOrDefault(line.Sku)?.Item?.Held,
            }),
        });
    }

    private static object Head(StockTaking taking) =>
        new { taking.Id, taking.At, taking.By, taking.IsOpen, taking.ClosedAt, taking.ClosedBy, Products = taking.Lines.Count, Differences = taking.Lines.Count(line => line.Difference != 0) };
}
