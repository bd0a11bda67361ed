using Microsoft.AspNetCore.Http;
using NodaTime.Text;
using ShipBy.Application.Desk;
using ShipBy.Application.Quality;
using ShipBy.Domain.Quality;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Why;

/// <summary>What the seller does so that fewer orders go wrong, and what it did.</summary>
public sealed class ImprovementArea(Improvements improvements, FramePages pages) : IDeskArea
{
    public const string Path = WhyArea.Path + "/better";

    public const string ClosePath = Path + "/close";

    public const string ForgetPath = Path + "/forget";

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(Path, call => ShowAsync(call), DeskRole.Owner),
        DeskRoute.Post(Path, AddAsync, DeskRole.Owner),
        DeskRoute.Post(ClosePath, call => AtAsync(call, id => improvements.CloseAsync(id, call.Cancel)), DeskRole.Owner),
        DeskRoute.Post(ForgetPath, call => AtAsync(call, async id => await improvements.ForgetAsync(id, call.Cancel) ? ImprovementOutcome.Kept : ImprovementOutcome.OthersAtWork), DeskRole.Owner),
    ];

    private async Task<IResult> ShowAsync(DeskCall call, string? notice = null, int status = StatusCodes.Status200OK) =>
        await pages.PageAsync<ImprovementPage>(new ImprovementModel(call.Frame, await improvements.AllAsync(call.Cancel), improvements.Shops, Guid.NewGuid(), improvements.Today, notice), status);

    /// <summary>Takes <c>measure</c>, <c>owner</c>, <c>from</c>, and where they are chosen <c>cause</c> and <c>only</c>, a shop. The id came with the page: pressed twice it is one.</summary>
    private async Task<IResult> AddAsync(DeskCall call)
    {
        CauseKind? cause = Enum.TryParse<CauseKind>(call.Form["cause"], out var kind) && Enum.IsDefined(kind) ? kind : null;
        if (!Guid.TryParse(call.Form["id"], out var id))
        {
            return await pages.LackingAsync(call);
        }

        var outcome = LocalDatePattern.Iso.Parse(call.Form["from"].ToString()) is { Success: true, Value: var from }
            ? await improvements.AddAsync(id, call.Form["measure"].ToString(), call.Form["owner"].ToString(), from, cause, call.Form["only"] is [{ Length: > 0 } shop] ? shop : null, call.By, call.Cancel)
            : ImprovementOutcome.Unreadable;
        return await ToldAsync(call, outcome);
    }

    private async Task<IResult> AtAsync(DeskCall call, Func<Guid, Task<ImprovementOutcome>> change) =>
        Guid.TryParse(call.Form["id"], out var id) ? await ToldAsync(call, await change(id)) : await pages.LackingAsync(call);

    private async Task<IResult> ToldAsync(DeskCall call, ImprovementOutcome outcome) => outcome switch
    {
        ImprovementOutcome.Kept => call.To(Path),
        ImprovementOutcome.Unknown => await pages.NotThereAsync(call),
        ImprovementOutcome.Unreadable => await ShowAsync(call, call.Frame.Words.Why.Unreadable, StatusCodes.Status400BadRequest),
        ImprovementOutcome.TooMany => await ShowAsync(call, call.Frame.Words.Why.TooMany(Improvements.Most), StatusCodes.Status409Conflict),
        _ => await ShowAsync(call, call.Frame.Words.Why.Busy, StatusCodes.Status409Conflict),
    };
}
