using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Pages.Layout;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Access;

/// <summary>The desk's door: letting in by a one-time link or a key, and telling why not.</summary>
public sealed class DoorPages(ITicketStore tickets, DeskAccess access, DeskVisitor visitor, ComponentPress press, IOptions<GuardOptions> options)
{
    private Words Words => Words.In(options.Value.Language);

    /// <summary><c>GET enter?ticket=...</c>: a button, since whatever merely looks at the link (a mail scanner, a preview) must not use it up.</summary>
    public async Task<IResult> EnterFormAsync(HttpRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var ticket = request.Query["ticket"].ToString();
        return (access.IsOpen, ticket) switch
        {
            (false, _) => await ClosedAsync(),
            (_, "") when visitor.Of(request) is not null => new SeeOther(DeskPath.Today),
            (_, "") => await DoorAsync(DeskPath.Enter, StatusCodes.Status200OK),
            _ => access.Check(ticket) is TicketCheck.Good
                ? await DoorAsync(DeskPath.Enter, StatusCodes.Status200OK, ticket: ticket)
                : await DoorAsync(DeskPath.Enter, StatusCodes.Status403Forbidden, Flaw(access.Check(ticket))),
        };
    }

    /// <summary><c>POST enter</c> with a ticket or a key: signs the browser in, and leads to where it wanted to go.</summary>
    public async Task<IResult> EnterAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!access.IsOpen)
        {
            return await ClosedAsync();
        }

        var form = await DeskForm.ReadAsync(request, cancel);
        return await AdmitAsync(form["ticket"], form["key"], cancel) switch
        {
            ({ } role, _) => new SeeOther(DeskPath.Back(form["to"]), access.NewSession(form["by"].ToString(), role), DeskCookie.IsSecure(request, options.Value.PublicUrl)),
            (_, var refusal) => await DoorAsync(DeskPath.Enter, StatusCodes.Status403Forbidden, refusal, to: form["to"]),
        };
    }

    /// <param name="path">The page that was asked for.</param>
    /// <param name="to">Where to lead whoever enters; null: to the page that was asked for.</param>
    internal async Task<IResult> DoorAsync(string path, int status, string? notice = null, string? ticket = null, bool mayBeInside = false, string? to = null)
    {
        var sheet = Sheet.In(Words);
        var model = new EnterModel(sheet, DeskPath.RootFrom(path), notice, ticket, mayBeInside, DeskPath.Back(to ?? path), visitor.EntersByKey);
        return new PageResult(status, await press.PrintAsync<EnterPage>(model), sheet.Nonce);
    }

    internal async Task<IResult> ClosedAsync()
    {
        var sheet = Sheet.In(Words);
        var reason = access.HasKey ? Words.Enter.ClosedByShortKey : Words.Enter.ClosedWithoutKey;
        return new PageResult(StatusCodes.Status503ServiceUnavailable, await press.PrintAsync<ClosedPage>(new ClosedModel(sheet, reason)), sheet.Nonce);
    }

    private async Task<(DeskRole? Role, string? Refusal)> AdmitAsync(string? ticket, string? key, CancellationToken cancel) => (visitor.EntersByKey, string.IsNullOrEmpty(ticket)) switch
    {
        (false, _) => (null, Words.Enter.ByPlatform),
        (_, true) => access.RoleOf(key) is { } role ? (role, null) : (null, Words.Enter.KeyWrong),
        _ => access.Check(ticket!) switch
        {
            TicketCheck.Good good => await tickets.TryUseAsync(good.Nonce, good.Expires, cancel) ? (DeskRole.Owner, null) : (null, Words.Enter.TicketUsed),
            var flawed => (null, Flaw(flawed)),
        },
    };

    private string Flaw(TicketCheck check) => check is TicketCheck.Expired ? Words.Enter.TicketExpired : Words.Enter.TicketWrong;
}
