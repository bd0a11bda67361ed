using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;
using ShipBy.Pages.Access;
using ShipBy.Pages.Layout;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Checkup;

/// <summary>The check-up as a page behind the desk's door. Opening it asks nobody anything; only its buttons do.</summary>
public sealed class CheckupPages(Application.Doctor.Checkup checkup, TestAlert testAlert, DeskAccess access, ComponentPress press, IOptions<GuardOptions> options, TimeProvider time)
{
    private Words Words => Words.In(options.Value.Language);

    /// <summary><c>GET checkup</c>: the two buttons.</summary>
    public async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return SessionOf(request) is { } session ? await PageAsync(session, StatusCodes.Status200OK, findings: null) : ToTheDoor;
    }

    /// <summary><c>POST checkup</c> with <c>act</c> and the form token: checks everything, or sends a test alert, and shows what came of it.</summary>
    public async Task<IResult> AskAsync(HttpRequest request, CancellationToken cancel)
    {
        if (SessionOf(request) is not { } session)
        {
            return ToTheDoor;
        }

        var form = await DeskForm.ReadAsync(request, cancel);
        return (access.IsFormToken(session, form["token"]), form["act"].ToString()) switch
        {
            (true, CheckupForm.Check) => await PageAsync(session, StatusCodes.Status200OK, await checkup.RunAsync(cancel)),
            (true, CheckupForm.Send) => await PageAsync(session, StatusCodes.Status200OK, await testAlert.RunAsync(cancel)),
            _ => await PageAsync(session, StatusCodes.Status403Forbidden, findings: null, Words.Enter.FormExpired),
        };
    }

    /// <value>The page of today knows how to let in, and why one cannot come in.</value>
    private static SeeOther ToTheDoor => new("today");

    private DeskSession? SessionOf(HttpRequest request) => access.IsOpen ? access.SessionOf(request.Cookies[DeskCookie.Name]) : null;

    private async Task<IResult> PageAsync(DeskSession session, int status, IReadOnlyList<Finding>? findings, string? notice = null)
    {
        var sheet = Sheet.In(Words);
        var clock = new ShopClock(ShopClock.ZoneOf(options.Value.TimeZone), Words.Time, time.Now());
        var model = new CheckupModel(sheet, access.FormToken(session), notice, findings is null ? null : [.. findings.Select(finding => FindingText.Of(finding, Words, clock))]);
        return new PageResult(status, await press.PrintAsync<CheckupPage>(model), sheet.Nonce);
    }
}
