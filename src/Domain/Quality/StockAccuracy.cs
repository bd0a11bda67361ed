using NodaTime;
using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Quality;

/// <summary>How far the books are right, by what was counted on the shelf.</summary>
public static class StockAccuracy
{
    /// <summary>Products that were counted as they were noted. A product that is missing and another that is left over are two wrong ones.</summary>
    /// <remarks>A count that waits for its confirmation tells as much; one that was dropped, or whose units moved meanwhile, tells nothing. Of a product that was counted several times each counts.</remarks>
    public static FigureValue Of(IEnumerable<StockTaking> takings, DateTimeZone zone, LocalDate from, LocalDate until)
    {
        var lines = takings.Where(taking => taking.At.InZone(zone).Date is var day && day >= from && day <= until)
            .SelectMany(taking => taking.Lines).Where(line => line.State is CountedLineState.Waiting or CountedLineState.Taken).ToList();
        return FigureValue.Share(lines.Count(line => line.Difference == 0), lines.Count);
    }
}
