using Microsoft.AspNetCore.Http;
using ShipBy.Application.Desk;
using ShipBy.Application.Stockroom;
using ShipBy.Pages.Access;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Stockroom;

/// <summary>The stockroom's tables as files for spreadsheets.</summary>
public sealed class StockFileArea(ExportStockroom exportStockroom, StockDoor door) : IDeskArea
{
    public IReadOnlyList<DeskRoute> Routes => [DeskRoute.Get(StockPlace.File, DownloadAsync, DeskRole.Owner)];

    /// <summary>Takes <c>pool</c> and <c>table</c>. Spreadsheets of Russian settings expect semicolons.</summary>
    private Task<IResult> DownloadAsync(DeskCall call) => door.InPoolAsync(call, async pool =>
    {
        if (!Enum.TryParse<StockTable>(call.Query["table"], out var table) || !Enum.IsDefined(table))
        {
            return null;
        }

        SecurityHeaders.Apply(call.Request.HttpContext.Response.Headers, nonce: null);
        var file = await exportStockroom.RunAsync(pool, table, call.Frame.Words.Language == "ru" ? ';' : ',', call.Cancel);
        return Results.File(file, "text/csv; charset=utf-8", $"{table.ToString().ToLowerInvariant()}-{pool}.csv");
    });
}
