using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Domain.Costs;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Today;

/// <summary>The page of today, put into words.</summary>
/// <param name="Gone">Somebody acknowledged an order that is no longer open.</param>
/// <param name="More">How many orders with a later deadline are left out.</param>
public sealed record TodayModel(
    PageFrame Frame,
    TodayView View,
    ShopClock Clock,
    IReadOnlyList<TodayGroup> Groups,
    int More,
    bool Gone,
    bool WritesToNobody)
{
    /// <value>The field of a form that says where it was pressed: the query of the page.</value>
    internal const string Back = "back";

    /// <value>A page of more orders than this helps nobody; the most urgent ones are on it.</value>
    public const int MaxOrders = 400;

    internal static TodayModel Of(PageFrame frame, TodayView view, GuardOptions guard, bool gone) => new(
        frame,
        view,
        new ShopClock(ShopClock.ZoneOf(guard.TimeZone), frame.Words.Time, view.Now),
        TodayGroup.Split([.. view.Orders.Take(MaxOrders)], frame.Words.Today),
        Math.Max(0, view.Orders.Count - MaxOrders),
        gone,
        !view.IsSample && string.IsNullOrWhiteSpace(guard.Contact));

    /// <value>What the orders were chosen by.</value>
    public OrderFilter Filter { get; init; } = OrderFilter.None;

    /// <value>The same as the address writes it, without the question mark.</value>
    public string Query { get; init; } = "";

    /// <value>Filters that have a name.</value>
    public IReadOnlyList<SavedView> Views { get; init; } = [];

    /// <value>Batches that wait for somebody to go on with them.</value>
    public IReadOnlyList<UnfinishedBatch> Unfinished { get; init; } = [];

    public Words Words => Frame.Words;

    /// <value>Where the costs that the cards name come from; null where none is named.</value>
    internal string? CostSources => CostText.Sources([.. Groups.SelectMany(group => group.Orders).Select(order => order.Cost).OfType<CostOfMissing>()], Words);
}
