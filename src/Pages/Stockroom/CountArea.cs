using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Stockroom;

/// <summary>Counting the shelf: type or scan, look at the differences, and let the owner confirm.</summary>
public sealed class CountArea(LookAtStock lookAtStock, TakeStock takeStock, Pools pools, FramePages pages, IOptions<GuardOptions> options, TimeProvider time) : IDeskArea
{
    internal const string Counted = "n:";

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(StockPlace.Count, ShowAsync),
        DeskRoute.Post(StockPlace.Count, NoteAsync),
        DeskRoute.Get(StockPlace.Taking, TakingAsync),
        DeskRoute.Post(StockPlace.Taking + "/confirm", ConfirmAsync, DeskRole.Owner),
        DeskRoute.Post(StockPlace.Taking + "/drop", DropAsync, DeskRole.Owner),
    ];

    private async Task<IResult> ShowAsync(DeskCall call) => StockPlace.PoolOf(pools, call.Query["pool"]) is { } pool
        ? await pages.PageAsync<CountPage>(await ModelAsync(call, pool, Guid.NewGuid(), call.Query["q"].ToString().Trim()))
        : await pages.NotThereAsync(call);

    /// <summary>Takes lines of codes and numbers, and numbers beside products; what is said of a product in several places is added up.</summary>
    private async Task<IResult> NoteAsync(DeskCall call)
    {
        if (StockPlace.PoolOf(pools, call.Form["pool"]) is not { } pool || !Guid.TryParse(call.Form["id"], out var id))
        {
            return await pages.LackingAsync(call);
        }

        var model = await ModelAsync(call, pool, id, call.Form["q"].ToString());
        var typed = CountedText.Read(call.Form["lines"].ToString(), model.Sheet.Find);
        var counted = typed.Units.ToDictionary();
        var unread = typed.Unread.ToList();
        var fields = StockPlace.FieldsOf(call.Form, Counted, model.Sheet.Lines.Select(line => line.Sku)).ToList();
        foreach (var (sku, text) in fields)
        {
            if (sku is not null && StockPlace.NumberOf(text, ProductCard.MostUnits - counted.GetValueOrDefault(sku)) is { } units)
            {
                counted[sku] = counted.GetValueOrDefault(sku) + units;
            }
            else
            {
                unread.Add($"{sku?.Value ?? "?"} {text}");
            }
        }

        var words = call.Frame.Words.Stock;
        var notice = unread.Count > 0 ? words.NotNoted : counted.Count == 0 ? words.NothingCounted : counted.Count > StockTaking.MostLines ? words.TooMany(StockTaking.MostLines) : null;
        if (notice is not null)
        {
            return await pages.PageAsync<CountPage>(model with { Typed = call.Form["lines"].ToString(), Fields = fields.Where(field => field.Sku is not null).ToDictionary(field => field.Sku!, field => field.Text), Unread = unread, Notice = notice }, StatusCodes.Status400BadRequest);
        }

        await takeStock.NoteAsync(pool, id, counted, call.By, call.Cancel);
        return call.To(AddressOf(pool, id));
    }

    private async Task<IResult> TakingAsync(DeskCall call) =>
        StockPlace.PoolOf(pools, call.Query["pool"]) is { } pool && Guid.TryParse(call.Query["id"], out var id) && await takeStock.FindAsync(pool, id, call.Cancel) is { } taking
            ? await pages.PageAsync<TakingPage>(new TakingModel(call.Frame, await lookAtStock.RunAsync(pool, call.Cancel), taking, ClockOf(call), IsBusy: call.Query.ContainsKey("busy")))
            : await pages.NotThereAsync(call);

    private async Task<IResult> ConfirmAsync(DeskCall call) =>
        StockPlace.PoolOf(pools, call.Form["pool"]) is { } pool && Guid.TryParse(call.Form["id"], out var id)
        && await takeStock.ConfirmAsync(pool, id, call.By, CancellationToken.None) is { } taking       // whoever closes the browser does not break it off
            ? call.To(AddressOf(pool, id) + (taking.IsOpen ? "&busy=1" : ""))
            : await pages.NotThereAsync(call);

    private async Task<IResult> DropAsync(DeskCall call)
    {
        if (StockPlace.PoolOf(pools, call.Form["pool"]) is not { } pool || !Guid.TryParse(call.Form["id"], out var id))
        {
            return await pages.NotThereAsync(call);
        }

        await takeStock.DropAsync(pool, id, call.By, call.Cancel);
        return call.To(AddressOf(pool, id));
    }

    private async Task<CountModel> ModelAsync(DeskCall call, PoolName pool, Guid id, string search) =>
        new(call.Frame, await lookAtStock.RunAsync(pool, call.Cancel), pools.Shown, id, search, await takeStock.AllAsync(pool, call.Cancel), ClockOf(call));

    private ShopClock ClockOf(DeskCall call) => new(ShopClock.ZoneOf(options.Value.TimeZone), call.Frame.Words.Time, time.Now());

    internal static string AddressOf(PoolName pool, Guid id) => StockPlace.At(StockPlace.Taking, pool, ("id", id.ToString("N")));
}
