using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Stockroom;

/// <summary>Orders to suppliers: write one down, and bring in what comes of it.</summary>
public sealed class PurchaseArea(Purchases purchases, LookAtStock lookAtStock, Pools pools, FramePages pages, IOptions<GuardOptions> options, TimeProvider time) : IDeskArea
{
    internal const string Came = "n:";

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(StockPlace.Purchases, AllAsync),
        DeskRoute.Post(StockPlace.Purchases, OrderAsync, DeskRole.Owner),
        DeskRoute.Get(StockPlace.Purchase, ShowAsync),
        DeskRoute.Post(StockPlace.Purchase + "/receive", ReceiveAsync, DeskRole.Owner),
        DeskRoute.Post(StockPlace.Purchase + "/close", CloseAsync, DeskRole.Owner),
    ];

    private async Task<IResult> AllAsync(DeskCall call) => StockPlace.PoolOf(pools, call.Query["pool"]) is { } pool
        ? await pages.PageAsync<PurchasesPage>(await ModelAsync(call, pool, Guid.NewGuid()))
        : await pages.NotThereAsync(call);

    /// <summary>Takes <c>number</c>, <c>supplier</c>, <c>expected</c> and <c>lines</c>: a code and a number each. A code that nothing has yet is a new article number.</summary>
    private async Task<IResult> OrderAsync(DeskCall call)
    {
        if (StockPlace.PoolOf(pools, call.Form["pool"]) is not { } pool || !Guid.TryParse(call.Form["id"], out var id))
        {
            return await pages.LackingAsync(call);
        }

        var sheet = await lookAtStock.RunAsync(pool, call.Cancel);
        var lines = CountedText.Read(call.Form["lines"].ToString(), code => sheet.Find(code) ?? (code.Length <= Sku.MaxLength && !code.Any(char.IsWhiteSpace) ? Sku.Parse(code) : null));
        var (number, supplier, date) = (StockPlace.TextOf(call.Form, "number"), StockPlace.TextOf(call.Form, "supplier"), LocalDatePattern.Iso.Parse(call.Form["expected"].ToString()));
        var wrong = call.Form["expected"].ToString() is not "" && !date.Success || lines.Unread.Count > 0 || lines.Units.Values.Any(units => units == 0);
        if (number is null || supplier is null || wrong || lines.Units.Count is 0 or > PurchaseOrder.MostLines)
        {
            var words = call.Frame.Words.Stock;
            return await pages.PageAsync<PurchasesPage>(
                await ModelAsync(call, pool, id) with
                {
                    Number = number,
                    Supplier = supplier,
                    Expected = call.Form["expected"],
                    Typed = call.Form["lines"].ToString(),
                    Unread = lines.Unread,
                    Notice = lines.Units.Count > PurchaseOrder.MostLines ? words.TooMany(PurchaseOrder.MostLines) : words.NotOrdered,
                },
                StatusCodes.Status400BadRequest);
        }

        var ordered = lines.Units.Select(line => new PurchaseLine(line.Key, line.Value)).OrderBy(line => line.Sku.Value, StringComparer.Ordinal);
        await purchases.OrderAsync(pool, new PurchaseOrder(id, number, supplier, time.Now(), call.By, [.. ordered]) { Expected = date.Success ? date.Value : null }, call.Cancel);
        return call.To(AddressOf(pool, id));
    }

    private async Task<IResult> ShowAsync(DeskCall call) =>
        StockPlace.PoolOf(pools, call.Query["pool"]) is { } pool && Guid.TryParse(call.Query["id"], out var id) && await purchases.FindAsync(pool, id, call.Cancel) is { } purchase
            ? await pages.PageAsync<PurchasePage>(new PurchaseModel(
                call.Frame, pool, purchase, await lookAtStock.RunAsync(pool, call.Cancel), Guid.NewGuid(), new ShopClock(Zone, call.Frame.Words.Time, time.Now()),
                Enum.TryParse<ReceiveAnswer>(call.Query["said"], out var said) && Enum.IsDefined(said) ? said : null))
            : await pages.NotThereAsync(call);

    private async Task<IResult> ReceiveAsync(DeskCall call)
    {
        if (StockPlace.PoolOf(pools, call.Form["pool"]) is not { } pool || !Guid.TryParse(call.Form["id"], out var id) || !Guid.TryParse(call.Form["delivery"], out var delivery))
        {
            return await pages.LackingAsync(call);
        }

        if (await purchases.FindAsync(pool, id, call.Cancel) is not { } purchase)
        {
            return await pages.NotThereAsync(call);
        }

        var came = StockPlace.FieldsOf(call.Form, Came, purchase.Lines.Select(line => line.Sku)).Select(field => (field.Sku, Units: StockPlace.NumberOf(field.Text, ProductCard.MostUnits))).ToList();
        if (came.Exists(one => one.Sku is null || one.Units is null))
        {
            return await pages.NoticeAsync(call.Frame, StatusCodes.Status400BadRequest, call.Frame.Words.Stock.NoNumber);
        }

        var answer = await purchases.ReceiveAsync(pool, id, delivery, came.ToDictionary(one => one.Sku!, one => one.Units!.Value), call.By, CancellationToken.None);
        return call.To($"{AddressOf(pool, id)}&said={answer}");
    }

    private async Task<IResult> CloseAsync(DeskCall call)
    {
        if (StockPlace.PoolOf(pools, call.Form["pool"]) is not { } pool || !Guid.TryParse(call.Form["id"], out var id))
        {
            return await pages.NotThereAsync(call);
        }

        await purchases.CloseAsync(pool, id, call.Cancel);
        return call.To(AddressOf(pool, id));
    }

    private async Task<PurchasesModel> ModelAsync(DeskCall call, PoolName pool, Guid id) =>
        new(call.Frame, pool, pools.Shown, await purchases.AllAsync(pool, call.Cancel), id, time.Now().InZone(Zone).Date);

    private DateTimeZone Zone => ShopClock.ZoneOf(options.Value.TimeZone);

    internal static string AddressOf(PoolName pool, Guid id) => StockPlace.At(StockPlace.Purchase, pool, ("id", id.ToString("N")));
}
