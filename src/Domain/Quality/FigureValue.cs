using ShipBy.Domain.Estimates;
using static ShipBy.Domain.Quality.QualityMeasure;

namespace ShipBy.Domain.Quality;

/// <summary>A figure over some orders, with how many these are.</summary>
/// <param name="Value">A share from 0 to 1, or hours. Null without any order: then nobody knows, and neither 0 nor 100 % would be true.</param>
/// <param name="Hits">Of a share, those that count; of hours, nothing.</param>
/// <param name="Population">What it is measured over.</param>
public sealed record FigureValue(decimal? Value, long Hits, long Population)
{
    public static FigureValue NotAvailable { get; } = new(null, 0, 0);

    /// <summary>A figure over what was counted.</summary>
    /// <param name="counted">Which defects the seller counts.</param>
    public static FigureValue Of(FigureName name, QualityTally tally, DefectKinds counted = DefectKinds.All) => name switch
    {
        FigureName.DefectRate => Share(tally.DefectiveBy(counted), tally[Ordered]),
        FigureName.AmazonDefectRate => Share(tally.DefectiveBy(DefectKinds.Amazon), tally[Ordered]),
        FigureName.LateRate => Share(tally[Late], tally[Due]),
        FigureName.AmazonLateRate => Share(tally.DefectiveBy(DefectKinds.Late), tally[Ordered]),
        FigureName.CancelRate => Share(tally[CancelledBySeller], tally[Ordered]),
        FigureName.BuyerCancelRate => Share(tally[CancelledByBuyer], tally[Ordered]),
        FigureName.OtherCancelRate => Share(tally[CancelledOtherwise], tally[Ordered]),
        FigureName.OrderFillRate => Share(tally[FilledAtOnce], tally[Reserved]),
        FigureName.UnitFillRate => Share(tally[UnitsFilledAtOnce], tally[UnitsReserved]),
        FigureName.OrderAccuracy => Share(tally[Shipped] - tally[Inaccurate], tally[Shipped]),
        FigureName.HandlingMean => new(tally[Timed] > 0 ? tally[MinutesTaken] / 60m / tally[Timed] : null, 0, tally[Timed]),
        FigureName.HandlingMedian => Hours(tally.Took, tenths: 5),
        FigureName.HandlingNinety => Hours(tally.Took, tenths: 9),
        FigureName.StockAccuracy => NotAvailable,
        FigureName.CarrierOnTime => Share(tally[DeliveredInTime], tally[Delivered] + tally[Undelivered]),
        FigureName.Satisfaction => Share(tally[Satisfied], tally[Reviewed]),
        FigureName.WarningYield => Share(tally[WarnedAndSaved], tally[Warned]),
        _ => throw new InvalidOperationException($"No rule is written for {name}."),
    };

    public static FigureValue Share(long hits, long population) => new(population > 0 ? (decimal)hits / population : null, hits, population);

    /// <summary>The shortest whole number of hours within which so many tenths of the orders were handed over.</summary>
    private static FigureValue Hours(HandlingTimes took, int tenths)
    {
        var rank = (took.Orders * tenths + 9) / 10;
        var (reached, hours) = (0, (decimal?)null);
        foreach (var count in took.Hours.TakeWhile(_ => hours is null))
        {
            reached += count.Orders;
            hours = reached >= rank ? count.Hours : null;
        }

        return new FigureValue(hours, 0, took.Orders);
    }
}
