using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Settings;
using ShipBy.Pages.Access;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.FirstUse;

/// <summary>From an empty desk to the first real warning: seven screens, each a plain form, kept as they are left.</summary>
public sealed class StartArea(SetUpDesk setUp, StartDrafts drafts, StartPresses presses, SampleDesk sample, FramePages pages, IOptions<GuardOptions> options) : IDeskArea
{
    public IReadOnlyList<DeskRoute> Routes =>
    [
        Get(StartPlace.Start, (call, draft) => Task.FromResult(call.To(StartPlace.Of(draft.Next)))),
        .. Enum.GetValues<StartStep>().Select(step => Get(StartPlace.Of(step), (call, draft) => ShowAsync(call, step, draft))),
        .. Enum.GetValues<StartStep>().Select(step => Post(StartPlace.Of(step), (call, draft) => PressAsync(call, step, draft))),
        Post(StartPlace.Forget, ForgetAsync),
    ];

    private DeskRoute Get(string path, Func<DeskCall, StartDraft, Task<IResult>> answer) => DeskRoute.Get(path, call => WhileOpenAsync(call, answer), DeskRole.Owner);

    private DeskRoute Post(string path, Func<DeskCall, StartDraft, Task<IResult>> answer) => DeskRoute.Post(path, call => WhileOpenAsync(call, answer), DeskRole.Owner);

    /// <summary>Answers on a desk without shops, in the language that was chosen; elsewhere the way in is closed.</summary>
    private async Task<IResult> WhileOpenAsync(DeskCall call, Func<DeskCall, StartDraft, Task<IResult>> answer)
    {
        if (!setUp.IsOpen)
        {
            await drafts.ForgetAsync(call.Cancel);      // of a switching-on that died before it, or one by hand
            return call.To(DeskPath.Today);
        }

        var draft = WithUsual(await drafts.ReadAsync(call.Cancel));
        var spoken = call with { Frame = call.Frame with { Words = Words.In(draft.Of(StartField.Language)) } };
        return setUp.IsStarting ? await StartingAsync(spoken) : await answer(spoken, draft);
    }

    private async Task<IResult> ShowAsync(DeskCall call, StartStep step, StartDraft draft) => MayStandAt(step, draft)
        ? await PageAsync(new StartModel(call.Frame, step, StartForm.Chosen(draft, call.Query)), call)
        : call.To(StartPlace.Of(draft.Next));

    private async Task<IResult> PressAsync(DeskCall call, StartStep step, StartDraft draft)
    {
        if (!MayStandAt(step, draft))
        {
            return call.To(StartPlace.Of(draft.Next));
        }

        var pressed = await presses.PressAsync(call, step);
        return pressed switch
        {
            StartPress.GoOn(var to) => call.To(StartPlace.Of(to)),
            StartPress.Starting => await StartingAsync(call),
            StartPress.Stay(var model) => await PageAsync(model with { Draft = WithUsual(model.Draft) }, call, model.Notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity),
            var unknown => throw new InvalidOperationException($"No page is written for {unknown.GetType().Name}."),
        };
    }

    /// <remarks>The test alone may be passed by.</remarks>
    private static bool MayStandAt(StartStep step, StartDraft draft) => Enum.GetValues<StartStep>().All(before => before >= step || before == StartStep.Test || draft.Done.Contains(before));

    private async Task<IResult> PageAsync(StartModel model, DeskCall call, int status = StatusCodes.Status200OK) =>
        await pages.PageAsync<StartPage>(model with { MayWrite = setUp.MayWrite, HasSample = model.Step == StartStep.Language && await sample.IsThereAsync(call.Cancel) }, status);

    private Task<IResult> StartingAsync(DeskCall call) => pages.PageAsync<StartingPage>(new StartModel(call.Frame, StartStep.End, StartDraft.Empty));

    private async Task<IResult> ForgetAsync(DeskCall call, StartDraft draft)
    {
        await drafts.ForgetAsync(call.Cancel);
        return call.To(StartPlace.Start);
    }

    private StartDraft WithUsual(StartDraft draft) => new[] { (Field: StartField.Language, Usual: options.Value.Language), (Field: StartField.TimeZone, Usual: options.Value.TimeZone) }
        .Aggregate(draft, (before, one) => before.Has(one.Field) ? before : before.With(one.Field, one.Usual));
}
