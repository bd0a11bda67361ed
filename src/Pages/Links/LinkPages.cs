using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application;
using ShipBy.Application.Ledger;
using ShipBy.Application.Links;
using ShipBy.Application.Settings;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Access;
using ShipBy.Pages.Layout;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Links;

/// <summary>What a link in a message opens: a small page with a button. Looking changes nothing, since mail scanners and previews open every link.</summary>
public sealed class LinkPages(FollowLink followLink, DeskAccess access, ComponentPress press, IOptions<GuardOptions> options, TimeProvider time, ILogger<LinkPages> log)
{
    private readonly LinkSeal _seal = new(options.Value);

    private GuardOptions Guard => options.Value;

    private Words Words => Words.In(Guard.Language);

    private Instant Now => time.Now();

    /// <summary><c>GET a/{token}</c>, <c>HEAD a/{token}</c>: what is true now. <c>POST a/{token}</c> with what the page's button sends: presses it.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, string token, CancellationToken cancel)
    {
        try
        {
            return _seal.Check(token, Now) switch
            {
                LinkCheck.Good(var link) when HttpMethods.IsPost(request.Method) => await PressAsync(request, token, link, cancel),
                LinkCheck.Good(var link) => await LookAsync(token, link, isDone: request.Query.ContainsKey("done"), cancel),
                LinkCheck.Expired(var link) => await InvalidAsync(StatusCodes.Status410Gone, Words.Link.Expired, link.Order),
                _ => await InvalidAsync(StatusCodes.Status404NotFound, Words.Link.Wrong),
            };
        }
        catch (LedgerUnreachableException silence)
        {
            GuardLog.LinkNotFollowed(log, silence.Message);
            return await InvalidAsync(StatusCodes.Status503ServiceUnavailable, Words.Link.Silent);
        }
    }

    /// <param name="isDone">The browser comes from the button. Whoever adds that to an address is told no more than what is true.</param>
    private async Task<IResult> LookAsync(string token, AlertLink link, bool isDone, CancellationToken cancel)
    {
        var sight = await followLink.LookAsync(link, cancel);
        return await PageAsync(StatusCodes.Status200OK, token, link, isDone && sight is LinkSight.Used(var subject) ? new LinkSight.Done(subject) : sight);
    }

    private async Task<IResult> PressAsync(HttpRequest request, string token, AlertLink link, CancellationToken cancel)
    {
        var form = await DeskForm.ReadAsync(request, cancel);
        if (!_seal.IsPress(token, form["pressed"]) || !TryReadTime(link, form[SnoozeField.Name].ToString(), out var chosen))
        {
            return await PageAsync(StatusCodes.Status400BadRequest, token, link, await followLink.LookAsync(link, cancel), Words.Link.PressAgain);
        }

        return await followLink.PressAsync(link, chosen, By(request, link), cancel) switch
        {
            LinkSight.Done => new SeeOther($"{token}?done=1"),
            LinkSight.Open open => await PageAsync(StatusCodes.Status409Conflict, token, link, open, Words.Link.Busy),
            var sight => await PageAsync(StatusCodes.Status409Conflict, token, link, sight),
        };
    }

    /// <remarks>The page's own form brings the cookie of a browser that is signed in; what is pressed elsewhere is known by the route of its message.</remarks>
    private string By(HttpRequest request, AlertLink link) =>
        access.SessionOf(request.Cookies[DeskCookie.Name]) is { By.Length: > 0 } session ? session.By : Words.Link.By(link.Route);

    private static bool TryReadTime(AlertLink link, string text, out SnoozeTime? time)
    {
        time = SnoozeField.TryRead(text);
        return link.Action == LinkAction.Snooze ? time is not null : text.Length == 0;
    }

    private Task<IResult> PageAsync(int status, string token, AlertLink link, LinkSight sight, string? notice = null)
    {
        var clock = new ShopClock(ShopClock.ZoneOf(Guard.TimeZone), Words.Time, Now);
        var model = LinkModel.Of(Sheet.In(Words), link, sight, clock, Now, _seal.PressOf(token));
        return PrintAsync(status, model with { Notice = model.Notice ?? notice }, link.Order);
    }

    private Task<IResult> InvalidAsync(int status, string notice, OrderKey? order = null) => PrintAsync(status, LinkModel.Invalid(Sheet.In(Words), notice), order);

    private async Task<IResult> PrintAsync(int status, LinkModel model, OrderKey? order)
    {
        var desk = access.IsOpen ? "../today" + (order is null ? "" : "#" + OrderAnchor.Of(order)) : null;
        return new PageResult(status, await press.PrintAsync<LinkPage>(model with { Desk = desk }), model.Sheet.Nonce);
    }
}
