using Microsoft.AspNetCore.Http;
using NodaTime.Text;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>Orders to suppliers: write one down under an id of the caller's, bring in what comes of it under an id of each delivery, close it.</summary>
public sealed class PurchasesApi(LookAtStock lookAtStock, Purchases purchases, Pools pools, TimeProvider clock) : IApiArea
{
    private const int MostListed = 200;

    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("stock/purchases", StockCall.InPool(pools, async (call, pool) => ApiCall.Answer(new { Pool = pool.Value, Purchases = (await purchases.AllAsync(pool, call.Cancel)).Take(MostListed).Select(Told) }))),
        ApiRoute.Get("stock/purchases/one", StockCall.InPool(pools, OneAsync)),
        ApiRoute.Post("stock/purchases/order", StockCall.InPool(pools, OrderAsync)),
        ApiRoute.Post("stock/purchases/receive", StockCall.InPool(pools, ReceiveAsync)),
        ApiRoute.Post("stock/purchases/close", StockCall.InPool(pools, CloseAsync)),
    ];

    private async Task<IResult> OneAsync(ApiCall call, PoolName pool) => StockCall.IdOf(call) is { } id ? await TellAsync(call, pool, id) : ApiCall.Lacks(StockCall.LacksId);

    /// <summary>A code that nothing has yet is a new article number.</summary>
    private async Task<IResult> OrderAsync(ApiCall call, PoolName pool)
    {
        if (StockCall.IdOf(call) is not { } id)
        {
            return ApiCall.Lacks(StockCall.LacksId);
        }

        if (call.Text("number") is not { Length: <= ProductCard.LongestText } number || call.Text("supplier") is not { Length: <= ProductCard.LongestText } supplier)
        {
            return ApiCall.Lacks($"number or supplier is missing or longer than {ProductCard.LongestText} signs.");
        }

        var date = LocalDatePattern.Iso.Parse(call.Text("expected") ?? "");
        if (call.Text("expected") is not null && !date.Success)
        {
            return ApiCall.Lacks("expected is no date; write it as 2026-03-02.");
        }

        var sheet = await lookAtStock.RunAsync(pool, call.Cancel);
        var (ordered, lacking) = StockCall.LinesOf(call, code => sheet.Find(code) ?? NewSku(code), least: 1, PurchaseOrder.MostLines);
        if (ordered is null)
        {
            return ApiCall.Lacks(lacking);
        }

        var lines = ordered.Select(line => new PurchaseLine(line.Key, line.Value)).OrderBy(line => line.Sku.Value, StringComparer.Ordinal);
        await purchases.OrderAsync(pool, new PurchaseOrder(id, number, supplier, clock.Now(), call.By, [.. lines]) { Expected = date.Success ? date.Value : null }, call.Cancel);
        return await TellAsync(call, pool, id);
    }

    /// <remarks>Whoever hangs up does not break it off.</remarks>
    private async Task<IResult> ReceiveAsync(ApiCall call, PoolName pool)
    {
        if (StockCall.IdOf(call) is not { } id || StockCall.IdOf(call, "delivery") is not { } delivery)
        {
            return ApiCall.Lacks("id or delivery is missing or no UUID; draw a delivery's own, and send the same again where no answer came.");
        }

        if (await purchases.FindAsync(pool, id, call.Cancel) is not { } purchase)
        {
            return StockCall.Missing("purchase");
        }

        var sheet = await lookAtStock.RunAsync(pool, call.Cancel);
        var (came, lacking) = StockCall.LinesOf(call, code => purchase.Lines.FirstOrDefault(line => line.Sku == sheet.Find(code) || line.Sku.Value == code)?.Sku, least: 0, PurchaseOrder.MostLines);
        return came is null ? ApiCall.Lacks(lacking) : await purchases.ReceiveAsync(pool, id, delivery, came, call.By, CancellationToken.None) switch
        {
            ReceiveAnswer.In or ReceiveAnswer.Before => await TellAsync(call, pool, id),
            ReceiveAnswer.Nothing => ApiCall.Lacks("lines says that nothing came."),
            ReceiveAnswer.NotOpen => ApiCall.Answer(new { done = false, error = "The purchase is closed: nothing more is expected of it." }, StatusCodes.Status409Conflict),
            ReceiveAnswer.OthersAtWork => StockCall.Busy,
            var unknown => throw new InvalidOperationException($"No answer is written for {unknown}."),
        };
    }

    private async Task<IResult> CloseAsync(ApiCall call, PoolName pool)
    {
        if (StockCall.IdOf(call) is not { } id)
        {
            return ApiCall.Lacks(StockCall.LacksId);
        }

        await purchases.CloseAsync(pool, id, call.Cancel);
        return await purchases.FindAsync(pool, id, call.Cancel) switch
        {
            null => StockCall.Missing("purchase"),
            { IsOpen: true } => StockCall.Busy,
            var closed => ApiCall.Answer(Told(closed)),
        };
    }

    private async Task<IResult> TellAsync(ApiCall call, PoolName pool, Guid id) => await purchases.FindAsync(pool, id, call.Cancel) is { } purchase ? ApiCall.Answer(Told(purchase)) : StockCall.Missing("purchase");

    private static Sku? NewSku(string code) => code.Length <= Sku.MaxLength && !code.Any(char.IsWhiteSpace) ? Sku.Parse(code) : null;

    private static object Told(PurchaseOrder purchase) => new
    {
        purchase.Id,
        purchase.Number,
        purchase.Supplier,
        purchase.OrderedAt,
        purchase.By,
        purchase.Expected,
        purchase.IsOpen,
        purchase.ClosedAt,
        Lines = purchase.Lines.Select(line => new { Sku = line.Sku.Value, line.Ordered, line.Received, Outstanding = purchase.IsOpen ? line.Outstanding : 0 }),
    };
}
