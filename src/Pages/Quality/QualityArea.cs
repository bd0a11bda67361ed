using Microsoft.AspNetCore.Http;
using NodaTime.Text;
using ShipBy.Application.Desk;
using ShipBy.Application.Quality;
using ShipBy.Domain.Quality;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Quality;

/// <summary>How well the shops do.</summary>
public sealed class QualityArea(LookAtQuality lookAtQuality, CompareIndex compareIndex, JudgeOrder judgeOrder, FramePages pages) : IDeskArea
{
    public const string Path = "desk/quality";

    public const string IndexPath = "desk/quality/index";

    public const string DefectPath = "desk/quality/defect";

    public const string CausePath = "desk/quality/cause";

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(Path, ShowAsync, DeskRole.Owner),
        DeskRoute.Get(IndexPath, CompareAsync, DeskRole.Owner),
        DeskRoute.Post(DefectPath, NoteDefectAsync, DeskRole.Owner),
        DeskRoute.Post(CausePath, ConfirmCauseAsync, DeskRole.Owner),
    ];

    /// <summary>Takes <c>shop</c> and <c>day</c>, the day to look from.</summary>
    private async Task<IResult> ShowAsync(DeskCall call)
    {
        var day = LocalDatePattern.Iso.Parse(call.Query["day"].ToString()) is { Success: true, Value: var asked } ? asked : (NodaTime.LocalDate?)null;
        var sheet = await lookAtQuality.RunAsync(call.Cancel, day);
        var shop = sheet.Shops.FirstOrDefault(one => one.Name == call.Query["shop"])?.Name;
        return await pages.PageAsync<QualityPage>(new QualityModel(call.Frame, sheet, shop, compareIndex.Shops) { Said = WordOf<ChangeOutcome>(call.Query["said"]) });
    }

    /// <summary>Takes <c>shop</c>. The marketplace is asked then, and only then.</summary>
    private async Task<IResult> CompareAsync(DeskCall call) => compareIndex.Shops.Contains(call.Query["shop"].ToString())
        ? await pages.PageAsync<IndexPage>(new IndexModel(call.Frame, call.Query["shop"].ToString(), await compareIndex.RunAsync(call.Query["shop"].ToString(), call.Cancel)))
        : await pages.NotThereAsync(call);

    /// <summary>Takes <c>shop</c>, <c>number</c>, <c>kind</c>, <c>note</c>, and <c>back</c> where it was a mistake.</summary>
    private async Task<IResult> NoteDefectAsync(DeskCall call) => call.Order is { } order && WordOf<DefectKind>(call.Form["kind"]) is { } kind && DefectPolicy.IsEntered(kind)
        ? Said(call, call.Form.ContainsKey("back") ? await judgeOrder.TakeDefectBackAsync(order, kind, call.Cancel) : await judgeOrder.NoteDefectAsync(order, kind, call.By, call.Form["note"].ToString(), call.Cancel))
        : await pages.LackingAsync(call);

    /// <summary>Takes <c>shop</c>, <c>number</c>, <c>cause</c> and <c>note</c>.</summary>
    private async Task<IResult> ConfirmCauseAsync(DeskCall call) => call.Order is { } order && WordOf<CauseKind>(call.Form["cause"]) is { } cause
        ? Said(call, await judgeOrder.ConfirmCauseAsync(order, cause, call.By, call.Form["note"].ToString(), call.Cancel))
        : await pages.LackingAsync(call);

    private static IResult Said(DeskCall call, ChangeOutcome outcome) => call.To($"{Path}?said={outcome}");

    private static TEnum? WordOf<TEnum>(string? text)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(text, out var word) && Enum.IsDefined(word) ? word : null;
}
