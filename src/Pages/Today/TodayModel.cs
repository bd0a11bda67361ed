using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Domain.Costs;
using ShipBy.Pages.Layout;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Today;

/// <summary>The page of today, put into words.</summary>
/// <param name="Token">Goes with every form of the page.</param>
/// <param name="Gone">Somebody acknowledged an order that is no longer open.</param>
/// <param name="More">How many orders with a later deadline are left out.</param>
public sealed record TodayModel(
    Sheet Sheet,
    TodayView View,
    ShopClock Clock,
    IReadOnlyList<TodayGroup> Groups,
    int More,
    string Token,
    bool Gone,
    bool WritesToNobody)
{
    /// <value>A page of more orders than this helps nobody; the most urgent ones are on it.</value>
    public const int MaxOrders = 400;

    internal static TodayModel Of(Sheet sheet, TodayView view, GuardOptions guard, string token, bool gone) => new(
        sheet,
        view,
        new ShopClock(ShopClock.ZoneOf(guard.TimeZone), sheet.Words.Time, view.Now),
        TodayGroup.Split([.. view.Orders.Take(MaxOrders)], sheet.Words.Today),
        Math.Max(0, view.Orders.Count - MaxOrders),
        token,
        gone,
        string.IsNullOrWhiteSpace(guard.Contact));

    public Words Words => Sheet.Words;

    /// <value>Where the costs that the cards name come from; null where none is named.</value>
    internal string? CostSources => CostText.Sources([.. Groups.SelectMany(group => group.Orders).Select(order => order.Cost).OfType<CostOfMissing>()], Words);
}
