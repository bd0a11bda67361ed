using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Access;
using ShipBy.Pages.FirstUse;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Today;

/// <summary>Today's open orders, and what is said about one of them.</summary>
public sealed class TodayArea(IDesk desk, SavedViews views, SearchAddress search, FramePages pages, IOptions<GuardOptions> options, TimeProvider time) : IDeskArea
{
    private GuardOptions Guard => options.Value;

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(DeskPath.Today, ShowAsync),
        DeskRoute.Post("desk/find", FindAsync),
        DeskRoute.Post("desk/views", SaveViewAsync, DeskRole.Owner),
        DeskRoute.Post("desk/views/forget", ForgetViewAsync, DeskRole.Owner),
        DeskRoute.Post("desk/acknowledge", AcknowledgeAsync),
        DeskRoute.Post("desk/snooze", SnoozeAsync),
        DeskRoute.Post("desk/assign", AssignAsync),
        DeskRoute.Post("desk/parcel", ParcelAsync),
    ];

    private async Task<IResult> ShowAsync(DeskCall call)
    {
        var filter = search.Read(call.Query);
        var view = await desk.TodayAsync(filter, call.Cancel);
        if (view is { IsSample: true, Counts.Open: 0 })
        {
            return call.Session.Role == DeskRole.Owner ? call.To(StartPlace.Start) : await pages.NoticeAsync(call.Frame, StatusCodes.Status200OK, call.Frame.Words.Start.OwnerOnly);
        }

        var model = TodayModel.Of(call.Frame, view, Guard, gone: call.Query.ContainsKey("gone"));
        var front = await views.FrontAsync(call.Cancel);
        return await pages.PageAsync<TodayPage>(model with { Filter = filter, Query = search.Write(filter), Views = front.Views, Unfinished = front.Unfinished });
    }

    /// <summary>Takes the fields of the filter, and leads to the page that shows what fits.</summary>
    private Task<IResult> FindAsync(DeskCall call) => Task.FromResult(call.To(PageOf(search.Write(FilterText.Read(name => call.Form[name].ToString())))));

    /// <summary>Takes <c>name</c> and <c>query</c>.</summary>
    private async Task<IResult> SaveViewAsync(DeskCall call)
    {
        var (name, query) = (Plain.OneLine(call.Form["name"].ToString()), FilterText.Write(FilterText.Read(call.Form["query"].ToString())));
        return name.Length is > 0 and <= SavedViews.LongestName && query.Length > 0 && await views.SaveAsync(new SavedView(name, query), call.Cancel)
            ? call.To(PageOf(query))
            : await pages.NoticeAsync(call.Frame, StatusCodes.Status400BadRequest, call.Frame.Words.Filter.NotSaved(SavedViews.Most));
    }

    private async Task<IResult> ForgetViewAsync(DeskCall call)
    {
        await views.ForgetAsync(call.Form["name"].ToString(), call.Cancel);
        return call.To(DeskPath.Today);
    }

    /// <summary>Takes <c>shop</c> and <c>number</c>.</summary>
    private Task<IResult> AcknowledgeAsync(DeskCall call) => TendAsync(call, order => desk.AcknowledgeAsync(order, call.By, call.Cancel));

    /// <summary>Takes the name of a <see cref="SnoozeTime"/> besides.</summary>
    private Task<IResult> SnoozeAsync(DeskCall call) => TendAsync(
        call,
        order => SnoozeField.TryRead(call.Form[SnoozeField.Name].ToString()) is { } length
            ? desk.SnoozeAsync(order, call.By, length.LengthFrom(time.Now(), ShopClock.ZoneOf(Guard.TimeZone)), call.Cancel)
            : null);

    /// <summary>Takes <c>owner</c> besides; an empty one gives the order to nobody.</summary>
    private Task<IResult> AssignAsync(DeskCall call) =>
        TendAsync(call, order => call.Form["owner"] is [{ } owner] ? desk.AssignAsync(order, Plain.OneLine(owner), call.Cancel) : null);

    /// <summary>Takes a word of <see cref="ParcelField"/> besides.</summary>
    private Task<IResult> ParcelAsync(DeskCall call) => TendAsync(
        call,
        order => call.Form[ParcelField.Name].ToString() switch
        {
            ParcelField.Acknowledge => desk.AcknowledgeParcelAsync(order, call.By, call.Cancel),
            ParcelField.Settle => desk.SettleParcelAsync(order, call.Cancel),
            _ => null,
        });

    /// <summary>Does what a form of the page asks for, and leads back to its order, among those that were on the page.</summary>
    /// <param name="tend">Null for a form that lacks something.</param>
    private async Task<IResult> TendAsync(DeskCall call, Func<OrderKey, Task<bool>?> tend)
    {
        if (call.Order is not { } order || tend(order) is not { } tended)
        {
            return await pages.LackingAsync(call);
        }

        var query = search.Write(search.Read(call.Form[TodayModel.Back].ToString()));
        return call.To(await tended ? $"{PageOf(query)}#{OrderAnchor.Of(order)}" : PageOf($"{query}&gone=1".TrimStart('&')));
    }

    private static string PageOf(string query) => query.Length == 0 ? DeskPath.Today : $"{DeskPath.Today}?{query}";
}
