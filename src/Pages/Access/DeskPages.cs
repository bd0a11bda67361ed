using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Layout;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Today;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Access;

/// <summary>The seller's desk as web pages. Nothing changes on GET; every change needs a signed-in browser and its form token.</summary>
public sealed class DeskPages(IDesk desk, ITicketStore tickets, DeskAccess access, ComponentPress press, IOptions<GuardOptions> options, TimeProvider time)
{
    private GuardOptions Guard => options.Value;

    private Words Words => Words.In(Guard.Language);

    /// <summary><c>GET today</c>: the open orders, or the door.</summary>
    public async Task<IResult> TodayAsync(HttpRequest request, CancellationToken cancel) => (access.IsOpen, SessionOf(request)) switch
    {
        (false, _) => await ClosedAsync(),
        (_, null) => await DoorAsync(StatusCodes.Status401Unauthorized, mayBeInside: CameFromElsewhere(request)),
        (_, { } session) => await TodayAsync(await desk.TodayAsync(cancel), session, gone: request.Query.ContainsKey("gone")),
    };

    /// <summary><c>GET enter?ticket=...</c>: a button, since whatever merely looks at the link (a mail scanner, a preview) must not use it up.</summary>
    public async Task<IResult> EnterFormAsync(HttpRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var ticket = request.Query["ticket"].ToString();
        return (access.IsOpen, ticket) switch
        {
            (false, _) => await ClosedAsync(),
            (_, "") when SessionOf(request) is not null => new SeeOther("today"),
            (_, "") => await DoorAsync(StatusCodes.Status200OK),
            _ => access.Check(ticket) is TicketCheck.Good
                ? await DoorAsync(StatusCodes.Status200OK, ticket: ticket)
                : await DoorAsync(StatusCodes.Status403Forbidden, Flaw(access.Check(ticket))),
        };
    }

    /// <summary><c>POST enter</c> with a ticket or the key: signs the browser in.</summary>
    public async Task<IResult> EnterAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!access.IsOpen)
        {
            return await ClosedAsync();
        }

        var form = await DeskForm.ReadAsync(request, cancel);
        return await RefusalAsync(form["ticket"], form["key"], cancel) is { } refusal
            ? await DoorAsync(StatusCodes.Status403Forbidden, refusal)
            : new SeeOther("today", access.NewSession(form["by"].ToString()), DeskCookie.IsSecure(request, Guard.PublicUrl));
    }

    /// <summary><c>POST acknowledge</c> with <c>shop</c>, <c>number</c> and the form token.</summary>
    public Task<IResult> AcknowledgeAsync(HttpRequest request, CancellationToken cancel) =>
        TendAsync(request, (order, by, _) => desk.AcknowledgeAsync(order, by, cancel), cancel);

    /// <summary><c>POST snooze</c> with the name of a <see cref="SnoozeTime"/> besides.</summary>
    public Task<IResult> SnoozeAsync(HttpRequest request, CancellationToken cancel) => TendAsync(
        request,
        (order, by, form) => SnoozeField.TryRead(form[SnoozeField.Name].ToString()) is { } length
            ? desk.SnoozeAsync(order, by, length.LengthFrom(time.Now(), ShopClock.ZoneOf(Guard.TimeZone)), cancel)
            : null,
        cancel);

    /// <summary><c>POST assign</c> with <c>owner</c> besides; an empty one gives the order to nobody.</summary>
    public Task<IResult> AssignAsync(HttpRequest request, CancellationToken cancel) =>
        TendAsync(request, (order, _, form) => form["owner"] is [{ } owner] ? desk.AssignAsync(order, Plain.OneLine(owner), cancel) : null, cancel);

    /// <summary><c>POST parcel</c> with a word of <see cref="ParcelField"/> besides.</summary>
    public Task<IResult> ParcelAsync(HttpRequest request, CancellationToken cancel) => TendAsync(
        request,
        (order, by, form) => form[ParcelField.Name].ToString() switch
        {
            ParcelField.Acknowledge => desk.AcknowledgeParcelAsync(order, by, cancel),
            ParcelField.Settle => desk.SettleParcelAsync(order, cancel),
            _ => null,
        },
        cancel);

    /// <summary>Does what a form of the page asks for, and leads back to its order.</summary>
    /// <param name="tend">Null for a form that lacks something.</param>
    private async Task<IResult> TendAsync(HttpRequest request, Func<OrderKey, string, IFormCollection, Task<bool>?> tend, CancellationToken cancel)
    {
        if (!access.IsOpen)
        {
            return await ClosedAsync();
        }

        if (SessionOf(request) is not { } session)
        {
            return await DoorAsync(StatusCodes.Status401Unauthorized);
        }

        var form = await DeskForm.ReadAsync(request, cancel);
        var by = session.By is "" ? Words.Enter.Somebody : session.By;
        return access.IsFormToken(session, form["token"]) && form["shop"] is [{ } shop] && form["number"] is [{ } number] && tend(new OrderKey(shop, number), by, form) is { } tended
            ? new SeeOther(await tended ? "today#" + OrderAnchor.Of(new OrderKey(shop, number)) : "today?gone=1")
            : await DoorAsync(StatusCodes.Status403Forbidden, Words.Enter.FormExpired);
    }

    private DeskSession? SessionOf(HttpRequest request) => access.SessionOf(request.Cookies[DeskCookie.Name]);

    private async Task<string?> RefusalAsync(string? ticket, string? key, CancellationToken cancel) => string.IsNullOrEmpty(ticket)
        ? access.IsKey(key) ? null : Words.Enter.KeyWrong
        : access.Check(ticket) switch
        {
            TicketCheck.Good good => await tickets.TryUseAsync(good.Nonce, good.Expires, cancel) ? null : Words.Enter.TicketUsed,
            var flawed => Flaw(flawed),
        };

    private string Flaw(TicketCheck check) => check is TicketCheck.Expired ? Words.Enter.TicketExpired : Words.Enter.TicketWrong;

    private static bool CameFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] == "cross-site" && !request.Query.ContainsKey("again");

    private async Task<IResult> TodayAsync(TodayView view, DeskSession session, bool gone)
    {
        var sheet = Sheet.In(Words);
        var model = TodayModel.Of(sheet, view, Guard, access.FormToken(session), gone);
        return new PageResult(StatusCodes.Status200OK, await press.PrintAsync<TodayPage>(model), sheet.Nonce);
    }

    private async Task<IResult> DoorAsync(int status, string? notice = null, string? ticket = null, bool mayBeInside = false)
    {
        var sheet = Sheet.In(Words);
        return new PageResult(status, await press.PrintAsync<EnterPage>(new EnterModel(sheet, notice, ticket, mayBeInside)), sheet.Nonce);
    }

    private async Task<IResult> ClosedAsync()
    {
        var sheet = Sheet.In(Words);
        var reason = access.HasKey ? Words.Enter.ClosedByShortKey : Words.Enter.ClosedWithoutKey;
        return new PageResult(StatusCodes.Status503ServiceUnavailable, await press.PrintAsync<ClosedPage>(new ClosedModel(sheet, reason)), sheet.Nonce);
    }
}
