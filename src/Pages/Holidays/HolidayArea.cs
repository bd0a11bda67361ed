using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using ShipBy.Application.Desk;
using ShipBy.Application.Holidays;
using ShipBy.Domain.Holidays;
using ShipBy.Pages.Access;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Holidays;

/// <summary>The closed periods ahead: everybody sees them, the owner writes their texts.</summary>
public sealed class HolidayArea(LookAtHolidays lookAtHolidays, IHolidayWriter writer, FramePages pages) : IDeskArea
{
    internal const string Path = "desk/peak/holiday", Save = Path + "/save", Forget = Path + "/forget", File = Path + "/promotions.csv";

    internal const string Id = "period", By = "by", Usual = "usual";

    public IReadOnlyList<DeskRoute> Routes =>
    [
        DeskRoute.Get(Path, ShowAsync),
        DeskRoute.Get(File, DownloadAsync),
        DeskRoute.Post(Save, SaveAsync, DeskRole.Owner),
        DeskRoute.Post(Forget, ForgetAsync, DeskRole.Owner),
    ];

    internal static string FieldOf(HolidayText text) => $"{text.Language}:{text.Part}";

    internal static string AddressOf(string id) => $"{Path}?{Id}={id}";

    private async Task<IResult> ShowAsync(DeskCall call)
    {
        var pack = await PackAsync(call);
        return pack is null && call.Query.ContainsKey(Id)
            ? await GoneAsync(call)
            : await pages.PageAsync<HolidayPage>(new HolidayModel(call.Frame, await lookAtHolidays.PeriodsAsync(call.Cancel), pack, call.Query.ContainsKey("saved") ? call.Frame.Words.Prepare.Saved : null));
    }

    private async Task<IResult> SaveAsync(DeskCall call)
    {
        if (call.Form[Id] is not [{ Length: > 0 } id])
        {
            return await pages.LackingAsync(call);
        }

        var texts = from language in Wording.Texts.Languages
                    from part in Enum.GetValues<HolidayPart>()
                    let text = call.Form[FieldOf(new HolidayText(language, part, ""))].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim()
                    where text.Length > 0
                    select new HolidayText(language, part, text[..Math.Min(text.Length, LookAtHolidays.LongestText)]);
        return await lookAtHolidays.KeepAsync(id, DayOf(call.Form[By]), [.. texts], writer, call.Cancel) ? call.To($"{AddressOf(id)}&saved=1") : await GoneAsync(call);
    }

    private async Task<IResult> ForgetAsync(DeskCall call) => call.Form[Id] is not [{ Length: > 0 } id] ? await pages.LackingAsync(call)
        : await lookAtHolidays.ForgetAsync(id, call.Cancel) ? call.To($"{AddressOf(id)}&saved=1")
        : await GoneAsync(call);

    private async Task<IResult> DownloadAsync(DeskCall call)
    {
        if (await PackAsync(call) is not { } pack)
        {
            return await GoneAsync(call);
        }

        var usual = int.TryParse(call.Query[Usual], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= PromotionLines.MostHours ? hours : PromotionLines.UsualHours;
        SecurityHeaders.Apply(call.Request.HttpContext.Response.Headers, nonce: null);
        return Results.File(PromotionLines.Write(pack.Pack, usual), "text/csv; charset=utf-8", $"promotions-{LocalDatePattern.Iso.Format(pack.Pack.Period.From)}.csv");
    }

    private Task<KeptPack?> PackAsync(DeskCall call) => lookAtHolidays.PackAsync(call.Query[Id] is [{ Length: > 0 } id] ? id : null, DayOf(call.Query[By]), writer, call.Cancel);

    private Task<IResult> GoneAsync(DeskCall call) => pages.NoticeAsync(call.Frame, StatusCodes.Status404NotFound, call.Frame.Words.Holiday.Gone);

    private static LocalDate? DayOf(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } ? day : null;
}

/// <summary>The closed periods, and one of them at length.</summary>
/// <param name="Shown">Null where there is none.</param>
/// <param name="Said">What the last form came to; null where there was none.</param>
public sealed record HolidayModel(PageFrame Frame, IReadOnlyList<ClosedPeriod> Periods, KeptPack? Shown, string? Said);
