using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Pages.Access;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Frame;

/// <summary>Everything that a browser asks of the desk comes in here: who it is, whether they may, and which area answers.</summary>
/// <remarks>Nothing changes on GET; every POST needs somebody who has entered, and the form token of a page that they were shown.</remarks>
public sealed class DeskDoor(IEnumerable<IDeskArea> areas, DoorPages door, DeskAccess access, DeskVisitor visitor, FramePages frames, Pools pools, IOptions<GuardOptions> options)
{
    private readonly Dictionary<(string, string), DeskRoute> _routes = areas.SelectMany(area => area.Routes).ToDictionary(route => (route.Method, route.Path));

    private Words Words => Words.In(options.Value.Language);

    /// <param name="path">Without the host's prefix, such as <c>desk/ship</c>.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, string path, CancellationToken cancel)
    {
        path = path.TrimEnd('/');
        if (path.StartsWith(DeskAssets.Folder, StringComparison.Ordinal))
        {
            return DeskAssets.Find(path) ?? Results.NotFound();
        }

        return (access.IsOpen, visitor.Of(request)) switch
        {
            (false, _) => await door.ClosedAsync(),
            (_, null) => await door.DoorAsync(path, StatusCodes.Status401Unauthorized, mayBeInside: DeskVisitor.MayBeInside(request), to: HttpMethods.IsPost(request.Method) ? DeskPath.Today : path + request.QueryString),
            (_, { } session) => await AnswerAsync(request, path, session, cancel),
        };
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, string path, DeskSession session, CancellationToken cancel)
    {
        var frame = new PageFrame(Words, DeskPath.RootFrom(path), path, access.FormToken(session), session.Role) { IsSample = pools.IsEmpty };
        var method = HttpMethods.IsHead(request.Method) ? HttpMethods.Get : request.Method;
        if (_routes.GetValueOrDefault((method, path)) is not { } route)
        {
            return await frames.NoticeAsync(frame, StatusCodes.Status404NotFound, Words.Frame.NotFound);
        }

        if (session.Role < route.Role)
        {
            return await frames.NoticeAsync(frame, StatusCodes.Status403Forbidden, Words.Frame.OwnersOnly);
        }

        var form = HttpMethods.IsPost(method) ? await DeskForm.ReadAsync(request, cancel) : FormCollection.Empty;
        if (HttpMethods.IsPost(method) && !access.IsFormToken(session, form["token"]))
        {
            return await frames.NoticeAsync(frame, StatusCodes.Status403Forbidden, Words.Enter.FormExpired);
        }

        try
        {
            return await route.Answer(new DeskCall(request, path, session, form, frame, cancel));
        }
        catch (LedgerUnreachableException)
        {
            return await frames.NoticeAsync(frame, StatusCodes.Status503ServiceUnavailable, Words.Frame.Silent);
        }
    }
}
