using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Settings;
using ShipBy.Pages.Access;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.FirstUse;

/// <summary>Sample data on request, and away again with one press.</summary>
public sealed class SampleArea(SampleDesk sample, StartDrafts drafts, FramePages pages, IOptions<GuardOptions> options) : IDeskArea
{
    public IReadOnlyList<DeskRoute> Routes => [DeskRoute.Post(StartPlace.Sample, ChangeAsync, DeskRole.Owner)];

    /// <summary>Takes <c>act</c>.</summary>
    private async Task<IResult> ChangeAsync(DeskCall call)
    {
        if (call.Form[StartPlace.Act].ToString() is not (StartPlace.Fill or StartPlace.Remove))
        {
            return await pages.LackingAsync(call);
        }

        var isFilled = call.Form[StartPlace.Act].ToString() == StartPlace.Fill;
        var draft = await drafts.ReadAsync(call.Cancel);
        var done = isFilled
            ? await sample.FillAsync(draft.Has(StartField.Language) ? draft.Of(StartField.Language) : options.Value.Language, call.Cancel)
            : await sample.RemoveAsync(call.Cancel);
        return done ? call.To(isFilled ? DeskPath.Today : StartPlace.Start) : await pages.NoticeAsync(call.Frame, StatusCodes.Status409Conflict, call.Frame.Words.Start.SampleBusy);
    }
}
