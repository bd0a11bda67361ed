using Microsoft.AspNetCore.Http;
using ShipBy.Application.Desk;
using ShipBy.Application.Quality;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Why;

/// <summary>Why orders were late or cancelled: what the journal shows, and what a person says.</summary>
public sealed class WhyArea(LookAtCauses lookAtCauses, JudgeOrder judgeOrder, FramePages pages) : IDeskArea
{
    public const string Path = "desk/why";

    public const string CausePath = Path + "/cause";

    /// <value>Windows that can be chosen.</value>
    public static IReadOnlyList<int> Windows { get; } = [7, 30, 90];

    private const int UsualWindow = 30;

    public IReadOnlyList<DeskRoute> Routes => [DeskRoute.Get(Path, ShowAsync, DeskRole.Owner), DeskRoute.Post(CausePath, ConfirmAsync, DeskRole.Owner)];

    /// <summary>Takes <c>days</c> and <c>only</c>, a shop.</summary>
    private async Task<IResult> ShowAsync(DeskCall call) =>
        await lookAtCauses.RunAsync(DaysOf(call.Query["days"]), ShopOf(call.Query["only"]), call.Cancel) is { } sheet
            ? await pages.PageAsync<WhyPage>(new WhyModel(call.Frame, sheet, DaysOf(call.Query["days"]), new ShopClock(sheet.Zone, call.Frame.Words.Time, sheet.AsOf), call.Query.ContainsKey("busy")))
            : await pages.NotThereAsync(call);

    /// <summary>Takes an order and a cause, and what the page showed, to come back there. Pressing it twice says it once.</summary>
    private async Task<IResult> ConfirmAsync(DeskCall call)
    {
        if (call.Order is not { } order || !Enum.TryParse<CauseKind>(call.Form["cause"], out var cause) || !Enum.IsDefined(cause))
        {
            return await pages.LackingAsync(call);
        }

        var outcome = await judgeOrder.ConfirmCauseAsync(order, cause, call.By, note: null, call.Cancel);
        return outcome == ChangeOutcome.Unknown ? await pages.NotThereAsync(call)
            : call.To(AddressOf(DaysOf(call.Form["days"]), ShopOf(call.Form["only"]), isBusy: outcome == ChangeOutcome.OthersAtWork, order));
    }

    private static string AddressOf(int days, string? shop, bool isBusy, OrderKey order) =>
        $"{Path}?days={days}{(shop is null ? "" : "&only=" + Uri.EscapeDataString(shop))}{(isBusy ? "&busy=1" : "")}#{OrderAnchor.Of(order)}";

    private static int DaysOf(string? text) => int.TryParse(text, out var days) && Windows.Contains(days) ? days : UsualWindow;

    private static string? ShopOf(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
