using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Checkup;

/// <summary>The check-up as a page of the desk. Opening it asks nobody anything; only its buttons do.</summary>
public sealed class CheckupArea(Application.Doctor.Checkup checkup, TestAlert testAlert, FramePages pages, IOptions<GuardOptions> options, TimeProvider time) : IDeskArea
{
    public IReadOnlyList<DeskRoute> Routes => [DeskRoute.Get("checkup", call => PageAsync(call, findings: null)), DeskRoute.Post("checkup", AskAsync)];

    /// <summary>Takes <c>act</c>: checks everything, or sends a test alert, and shows what came of it.</summary>
    private async Task<IResult> AskAsync(DeskCall call) => call.Form["act"].ToString() switch
    {
        CheckupForm.Check => await PageAsync(call, await checkup.RunAsync(call.Cancel)),
        CheckupForm.Send => await PageAsync(call, await testAlert.RunAsync(call.Cancel)),
        _ => await pages.LackingAsync(call),
    };

    private Task<IResult> PageAsync(DeskCall call, IReadOnlyList<Finding>? findings)
    {
        var words = call.Frame.Words;
        var clock = new ShopClock(ShopClock.ZoneOf(options.Value.TimeZone), words.Time, time.Now());
        return pages.PageAsync<CheckupPage>(new CheckupModel(call.Frame, findings is null ? null : [.. findings.Select(finding => FindingText.Of(finding, words, clock))]));
    }
}
