namespace ShipBy.Domain.Quality;

/// <summary>The key figures. Each name is one definition; where others count differently, that is another figure with another name.</summary>
public enum FigureName
{
    /// <summary>Orders with one defect at least ÷ orders, by the kinds that the seller counts.</summary>
    DefectRate,

    /// <summary>The same by Amazon's kinds: bad reviews, claims, chargebacks.</summary>
    AmazonDefectRate,

    /// <summary>Orders handed over after their limit, or past it ÷ orders due in the window.</summary>
    LateRate,

    /// <summary>Amazon's variant: those orders ÷ orders placed in the window.</summary>
    AmazonLateRate,

    /// <summary>Orders cancelled by the seller before the hand-over ÷ orders.</summary>
    CancelRate,
    BuyerCancelRate,

    /// <summary>Cancelled by neither of the two, or nobody knows by whom.</summary>
    OtherCancelRate,

    /// <summary>Orders whose goods were all there at the first attempt ÷ orders whose stock was looked for.</summary>
    OrderFillRate,

    /// <summary>The same in units.</summary>
    UnitFillRate,

    /// <summary>Shipped orders without a wrong or missing item ÷ shipped orders.</summary>
    OrderAccuracy,

    /// <summary>From the payment to the hand-over, by the calendar, on average.</summary>
    HandlingMean,
    HandlingMedian,

    /// <summary>Nine of ten orders took no longer.</summary>
    HandlingNinety,

    /// <summary>Products counted as noted ÷ products counted. A surplus here never makes good a loss there.</summary>
    StockAccuracy,

    /// <summary>Parcels that arrived by the promised moment ÷ parcels that arrived, or should have and were seen on their way.</summary>
    CarrierOnTime,

    /// <summary>Orders with four or five stars ÷ orders with stars.</summary>
    Satisfaction,

    /// <summary>Orders warned two hours ahead or more and handed over in time ÷ orders warned.</summary>
    WarningYield,
}

public enum FigureUnit
{
    Share,
    Hours,
}

/// <summary>Which date of an order places it in a window.</summary>
public enum PlacedBy
{
    Order,
    Limit,
    HandOver,
    Promise,

    /// <summary>The day of the stock-taking.</summary>
    Count,
}

/// <param name="Days">How many days the window has.</param>
/// <param name="Lag">How many days before today it ends.</param>
public sealed record FigureDefinition(FigureName Name, PlacedBy PlacedBy, int Days, FigureUnit Unit, bool IsLessBetter, int Lag = 0)
{
    /// <value>In the order in which they are shown.</value>
    public static IReadOnlyList<FigureDefinition> All { get; } =
    [
        new(FigureName.DefectRate, PlacedBy.Order, 60, FigureUnit.Share, IsLessBetter: true),
        new(FigureName.AmazonDefectRate, PlacedBy.Order, 60, FigureUnit.Share, IsLessBetter: true),
        new(FigureName.LateRate, PlacedBy.Limit, 30, FigureUnit.Share, IsLessBetter: true),
        new(FigureName.AmazonLateRate, PlacedBy.Order, 30, FigureUnit.Share, IsLessBetter: true),
        new(FigureName.CancelRate, PlacedBy.Order, 30, FigureUnit.Share, IsLessBetter: true),
        new(FigureName.BuyerCancelRate, PlacedBy.Order, 30, FigureUnit.Share, IsLessBetter: true),
        new(FigureName.OtherCancelRate, PlacedBy.Order, 30, FigureUnit.Share, IsLessBetter: true),
        new(FigureName.OrderFillRate, PlacedBy.Order, 30, FigureUnit.Share, IsLessBetter: false),
        new(FigureName.UnitFillRate, PlacedBy.Order, 30, FigureUnit.Share, IsLessBetter: false),
        new(FigureName.OrderAccuracy, PlacedBy.HandOver, 30, FigureUnit.Share, IsLessBetter: false),
        new(FigureName.HandlingMean, PlacedBy.HandOver, 30, FigureUnit.Hours, IsLessBetter: true),
        new(FigureName.HandlingMedian, PlacedBy.HandOver, 30, FigureUnit.Hours, IsLessBetter: true),
        new(FigureName.HandlingNinety, PlacedBy.HandOver, 30, FigureUnit.Hours, IsLessBetter: true),
        new(FigureName.StockAccuracy, PlacedBy.Count, 90, FigureUnit.Share, IsLessBetter: false),
        new(FigureName.CarrierOnTime, PlacedBy.Promise, 30, FigureUnit.Share, IsLessBetter: false, Lag: 1),
        new(FigureName.Satisfaction, PlacedBy.Order, 60, FigureUnit.Share, IsLessBetter: false),
        new(FigureName.WarningYield, PlacedBy.Limit, 30, FigureUnit.Share, IsLessBetter: false),
    ];

    public static FigureDefinition Of(FigureName name) => All.First(one => one.Name == name);
}
