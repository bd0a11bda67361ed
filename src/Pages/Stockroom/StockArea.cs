using Microsoft.AspNetCore.Http;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Stockroom;

/// <summary>The shelf of a pool, and what the owner writes down about its products.</summary>
public sealed class StockArea(LookAtStock lookAtStock, ProductCards cards, Pools pools, FramePages pages) : IDeskArea
{
    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(StockPlace.Stock, ShowAsync),
        DeskRoute.Get(StockPlace.Product, ProductAsync, Application.Desk.DeskRole.Owner),
        DeskRoute.Post(StockPlace.Product, SaveAsync, Application.Desk.DeskRole.Owner),
    ];

    /// <summary>Takes <c>pool</c>, <c>q</c> and <c>low</c>.</summary>
    private async Task<IResult> ShowAsync(DeskCall call) => StockPlace.PoolOf(pools, call.Query["pool"]) is { } pool
        ? await pages.PageAsync<StockPage>(new StockModel(call.Frame, await lookAtStock.RunAsync(pool, call.Cancel), pools.Shown, call.Query["q"].ToString().Trim(), call.Query.ContainsKey("low")))
        : await pages.NotThereAsync(call);

    private async Task<IResult> ProductAsync(DeskCall call) =>
        StockPlace.PoolOf(pools, call.Query["pool"]) is { } pool && SkuOf(call.Query["sku"]) is { } sku
            ? await pages.PageAsync<ProductPage>(new ProductModel(call.Frame, pool, await CardOfAsync(pool, sku, call.Cancel), call.Query.ContainsKey("saved"), Notice: null))
            : await pages.NotThereAsync(call);

    private async Task<IResult> SaveAsync(DeskCall call)
    {
        if (StockPlace.PoolOf(pools, call.Form["pool"]) is not { } pool || SkuOf(call.Form["sku"]) is not { } sku)
        {
            return await pages.NotThereAsync(call);
        }

        var card = new ProductCard(sku)
        {
            Name = StockPlace.TextOf(call.Form, "name"),
            Zone = StockPlace.TextOf(call.Form, "zone"),
            Packaging = StockPlace.TextOf(call.Form, "packaging"),
            BarCode = StockPlace.TextOf(call.Form, "code"),
            SafetyStock = StockPlace.NumberOf(call.Form["safety"], ProductCard.MostUnits) ?? 0,
            LeadDays = StockPlace.NumberOf(call.Form["lead"], ProductCard.MostLeadDays),
        };
        var other = card.BarCode is { } code && (await lookAtStock.RunAsync(pool, call.Cancel)).Find(code) is { } found && found != sku ? found : null;
        var notice = other is not null ? call.Frame.Words.Stock.CodeTaken(other.Value)
            : await cards.SaveAsync(pool, card, call.Cancel) ? null : call.Frame.Words.Stock.NotSaved;
        return notice is null
            ? call.To(StockPlace.At(StockPlace.Product, pool, ("sku", sku.Value), ("saved", "1")))
            : await pages.PageAsync<ProductPage>(new ProductModel(call.Frame, pool, card, IsSaved: false, notice), StatusCodes.Status409Conflict);
    }

    private async Task<ProductCard> CardOfAsync(PoolName pool, Sku sku, CancellationToken cancel) => (await cards.OfAsync(pool, [sku], cancel)).GetValueOrDefault(sku) ?? new ProductCard(sku);

    private static Sku? SkuOf(string? text) => text?.Trim() is { Length: > 0 and <= Sku.MaxLength } ? Sku.Parse(text) : null;
}
