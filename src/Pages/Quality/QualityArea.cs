using Microsoft.AspNetCore.Http;
using NodaTime.Text;
using ShipBy.Application.Desk;
using ShipBy.Application.Quality;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Quality;

/// <summary>How well the shops do.</summary>
public sealed class QualityArea(LookAtQuality lookAtQuality, CompareIndex compareIndex, FramePages pages) : IDeskArea
{
    public const string Path = "desk/quality";

    public const string IndexPath = "desk/quality/index";

    public IReadOnlyList<DeskRoute> Routes => [DeskRoute.Get(Path, ShowAsync, DeskRole.Owner), DeskRoute.Get(IndexPath, CompareAsync, DeskRole.Owner)];

    /// <summary>Takes <c>shop</c> and <c>day</c>, the day to look from.</summary>
    private async Task<IResult> ShowAsync(DeskCall call)
    {
        var day = LocalDatePattern.Iso.Parse(call.Query["day"].ToString()) is { Success: true, Value: var asked } ? asked : (NodaTime.LocalDate?)null;
        var sheet = await lookAtQuality.RunAsync(call.Cancel, day);
        var shop = sheet.Shops.FirstOrDefault(one => one.Name == call.Query["shop"])?.Name;
        return await pages.PageAsync<QualityPage>(new QualityModel(call.Frame, sheet, shop, compareIndex.Shops));
    }

    /// <summary>Takes <c>shop</c>. The marketplace is asked then, and only then.</summary>
    private async Task<IResult> CompareAsync(DeskCall call) => compareIndex.Shops.Contains(call.Query["shop"].ToString())
        ? await pages.PageAsync<IndexPage>(new IndexModel(call.Frame, call.Query["shop"].ToString(), await compareIndex.RunAsync(call.Query["shop"].ToString(), call.Cancel)))
        : await pages.NotThereAsync(call);
}
