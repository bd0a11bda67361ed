using Microsoft.AspNetCore.Http;
using ShipBy.Application.Desk;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Stockroom;

/// <summary>The shelf of a pool, and what the owner writes down about its products.</summary>
public sealed class StockArea(LookAtStock lookAtStock, ChangeCard changeCard, StockDoor door, FramePages pages) : IDeskArea
{
    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(StockPlace.Stock, ShowAsync),
        DeskRoute.Get(StockPlace.Product, ProductAsync, DeskRole.Owner),
        DeskRoute.Post(StockPlace.Product, SaveAsync, DeskRole.Owner),
    ];

    /// <summary>Takes <c>pool</c>, <c>q</c>, <c>low</c> and <c>packaging</c>.</summary>
    private Task<IResult> ShowAsync(DeskCall call) => door.InPoolAsync(call, async pool => await pages.PageAsync<StockPage>(new StockModel(
        call.Frame, await lookAtStock.RunAsync(pool, call.Cancel), door.Pools, call.Query["q"].ToString().Trim(), call.Query.ContainsKey("low"), call.Query.ContainsKey("packaging"))));

    private Task<IResult> ProductAsync(DeskCall call) => door.InPoolAsync(call, async pool => SkuOf(call.Query["sku"]) is { } sku ? await FormAsync(call, pool, sku) : null);

    private Task<IResult> SaveAsync(DeskCall call) => door.InPoolAsync(call, async pool => SkuOf(call.Form["sku"]) is { } sku ? await SaveAsync(call, pool, sku) : null);

    private async Task<IResult> SaveAsync(DeskCall call, PoolName pool, Sku sku)
    {
        var answer = await changeCard.RunAsync(pool, sku, field => call.Form[CardText.HeadingOf(field)].ToString(), call.Cancel);
        var words = call.Frame.Words.Stock;
        var notice = answer switch
        {
            CardAnswer.Saved => null,
            CardAnswer.Unread => words.CardUnread,
            CardAnswer.CodeTaken(var other) => words.CodeTaken(other.Value),
            CardAnswer.OthersAtWork => words.NotSaved,
            _ => throw new InvalidOperationException($"No words are written for {answer}."),
        };
        return notice is null
            ? call.To(StockPlace.At(StockPlace.Product, pool, ("sku", sku.Value), ("saved", "1")))
            : await FormAsync(call, pool, sku, field => call.Form[CardText.HeadingOf(field)].ToString(), notice, (answer as CardAnswer.Unread)?.Fields ?? []);
    }

    private async Task<IResult> FormAsync(DeskCall call, PoolName pool, Sku sku, Func<CardField, string>? typed = null, string? notice = null, IReadOnlyList<CardField>? wrong = null)
    {
        var sheet = await lookAtStock.RunAsync(pool, call.Cancel);
        var line = sheet.Lines.FirstOrDefault(one => one.Sku == sku) ?? new StockLine(sku, Item: null, Card: null, Incoming: 0);
        var card = line.Card ?? new ProductCard(sku);
        return await pages.PageAsync<ProductPage>(
            new ProductModel(call.Frame, pool, line, Enum.GetValues<CardField>().ToDictionary(field => field, typed ?? (field => CardText.Write(card, field))), [.. sheet.Packaging], wrong ?? [], call.Query.ContainsKey("saved"), notice),
            notice is null ? StatusCodes.Status200OK : wrong is [_, ..] ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict);
    }

    private static Sku? SkuOf(string? text) => text?.Trim() is { Length: > 0 and <= Sku.MaxLength } ? Sku.Parse(text) : null;
}
