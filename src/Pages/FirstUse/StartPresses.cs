using ShipBy.Application.Doctor;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Importing;
using ShipBy.Application.Settings;
using ShipBy.Pages.Checkup;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.FirstUse;

/// <summary>What the buttons of the way in do. What was typed is kept before it is tried, so that nothing of it is lost by a refusal.</summary>
public sealed class StartPresses(SetUpDesk setUp, StartDrafts drafts, ICountText countText, TimeProvider time)
{
    public async Task<StartPress> PressAsync(DeskCall call, StartStep step)
    {
        var typed = StartForm.Read(call.Form);
        if (await drafts.ChangeAsync(draft => draft.Take(step, typed), call.Cancel) is not { } draft)
        {
            return Stay(call, step, await drafts.ReadAsync(call.Cancel), call.Frame.Words.Start.NotSaved);
        }

        if (draft.Lacking(step) is { Count: > 0 } lacking)
        {
            return Stay(call, step, draft, call.Frame.Words.Start.Lacking(string.Join(call.Frame.Words.ListGap, lacking.Select(call.Frame.Words.Start.Field))));
        }

        return step switch
        {
            StartStep.Key => await KeyAsync(call, draft),
            StartStep.Shop when !StartInput.IsShopName(draft.Of(StartField.Shop)) => Stay(call, step, draft, call.Frame.Words.Start.ShopWrong),
            StartStep.Stock when draft.Kind == StartInput.Files => await CountAsync(call, draft),
            StartStep.Contact => await ContactAsync(call, draft),
            StartStep.Test => await TestAsync(call, draft),
            StartStep.End => await EndAsync(call, draft),
            _ => await LeaveAsync(call, step),
        };
    }

    private async Task<StartPress> KeyAsync(DeskCall call, StartDraft draft)
    {
        var tried = await setUp.TryKeyAsync(draft, call.Cancel);
        return tried.IsGood ? new StartPress.GoOn(StartStep.Shop) : Refused(call, StartStep.Key, draft, tried.Findings);
    }

    private async Task<StartPress> CountAsync(DeskCall call, StartDraft draft)
    {
        var text = call.Form[StartPlace.Count].ToString();
        if (string.IsNullOrWhiteSpace(text))
        {
            return await LeaveAsync(call, StartStep.Stock);
        }

        var (words, read) = (call.Frame.Words.Start, countText.Read(text));
        if (read.Flaws.Count > 0)
        {
            return new StartPress.Stay(new StartModel(call.Frame, StartStep.Stock, draft) { Notice = words.CountWrong, Flaws = read.Flaws, Pasted = text });
        }

        var import = await setUp.CountAsync(read.Counts, call.By, call.Cancel);
        return import.End == ImportEnd.Whole
            ? await LeaveAsync(call, StartStep.Stock, after => after with { Counted = read.Counts.Count })
            : new StartPress.Stay(new StartModel(call.Frame, StartStep.Stock, draft) { Notice = words.CountBroken, Pasted = text });
    }

    private async Task<StartPress> ContactAsync(DeskCall call, StartDraft draft) => await setUp.JudgeContactAsync(draft, call.Cancel) is { Count: > 0 } flaws
        ? Refused(call, StartStep.Contact, draft, flaws)
        : await LeaveAsync(call, StartStep.Contact);

    private async Task<StartPress> TestAsync(DeskCall call, StartDraft draft) => call.Form[StartPlace.Act].ToString() switch
    {
        StartPlace.Got => await LeaveAsync(call, StartStep.Test),
        StartPlace.Nothing => new StartPress.Stay(new StartModel(call.Frame, StartStep.Test, draft) { CameNothing = true }),
        StartPlace.Send => await SendAsync(call, draft),
        _ => new StartPress.GoOn(StartStep.Test),
    };

    private async Task<StartPress> SendAsync(DeskCall call, StartDraft draft)
    {
        var findings = await setUp.SendTestAsync(draft, call.Cancel);
        return new StartPress.Stay(new StartModel(call.Frame, StartStep.Test, draft)
        {
            Findings = InWords(call, findings, draft),
            IsSent = findings.Any(finding => finding.Fact is Fact.TestAccepted or Fact.TestUndecided),
        });
    }

    private async Task<StartPress> EndAsync(DeskCall call, StartDraft draft)
    {
        if (!setUp.MayWrite)
        {
            return new StartPress.Stay(new StartModel(call.Frame, StartStep.End, draft) { Lines = PortalLines.Of(await setUp.HandOverAsync(draft, call.Cancel)) });
        }

        if (await setUp.JudgeAsync(draft, call.Cancel) is { Count: > 0 } flaws)
        {
            return Refused(call, StartStep.End, draft, flaws);
        }

        try
        {
            await setUp.SwitchOnAsync(draft, call.Cancel);
            return new StartPress.Starting();
        }
        catch (IOException)
        {
            return Stay(call, StartStep.End, draft, call.Frame.Words.Start.NotWritable);
        }
    }

    private async Task<StartPress> LeaveAsync(DeskCall call, StartStep step, Func<StartDraft, StartDraft>? also = null) =>
        await drafts.ChangeAsync(draft => (also?.Invoke(draft) ?? draft).Left(step), call.Cancel) is { }
            ? new StartPress.GoOn(step + 1)
            : Stay(call, step, await drafts.ReadAsync(call.Cancel), call.Frame.Words.Start.NotSaved);

    private StartPress.Stay Refused(DeskCall call, StartStep step, StartDraft draft, IReadOnlyList<Finding> findings) =>
        new(new StartModel(call.Frame, step, draft) { Notice = call.Frame.Words.Start.Refused, Findings = InWords(call, findings, draft) });

    private IReadOnlyList<FindingText> InWords(DeskCall call, IReadOnlyList<Finding> findings, StartDraft draft)
    {
        var zone = draft.Has(StartField.TimeZone) ? draft.Of(StartField.TimeZone) : "UTC";
        var clock = new ShopClock(ShopClock.ZoneOf(zone), call.Frame.Words.Time, time.Now());
        return [.. findings.Select(finding => FindingText.Of(finding, call.Frame.Words, clock))];
    }

    private static StartPress.Stay Stay(DeskCall call, StartStep step, StartDraft draft, string notice) => new(new StartModel(call.Frame, step, draft) { Notice = notice });
}

/// <summary>Where a press leads.</summary>
public abstract record StartPress
{
    private StartPress() { }

    public sealed record GoOn(StartStep To) : StartPress;

    public sealed record Stay(StartModel Model) : StartPress;

    /// <summary>It is switched on, and the app starts anew.</summary>
    public sealed record Starting : StartPress;
}
