using Microsoft.AspNetCore.Http;
using ShipBy.Application.Peaks;
using ShipBy.Domain.Peaks;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Peaks;

/// <summary>The days ahead: parcels against what can be packed.</summary>
public sealed class PeakArea(ForecastParcels forecastParcels, FramePages pages) : IDeskArea
{
    public IReadOnlyList<DeskRoute> Routes => [DeskRoute.Get("desk/peak", ShowAsync)];

    private async Task<IResult> ShowAsync(DeskCall call) => await pages.PageAsync<PeakPage>(new PeakModel(call.Frame, await forecastParcels.RunAsync(call.Cancel)));
}

/// <summary>The page of the days ahead.</summary>
public sealed record PeakModel(PageFrame Frame, IReadOnlyList<ForecastDay> Days)
{
    /// <value>What a full bar stands for.</value>
    public int Most => Math.Max(1, Days.Max(day => Math.Max(day.Parcels + day.PackAhead, day.Capacity ?? 0)));
}
