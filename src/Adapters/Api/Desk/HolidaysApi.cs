using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Holidays;
using ShipBy.Domain.Holidays;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>The closed periods ahead: last days to ship, and texts for buyers.</summary>
public sealed class HolidaysApi(LookAtHolidays lookAtHolidays, IHolidayWriter writer) : IApiArea
{
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("holidays", async call => ApiCall.Answer(new { Periods = (await lookAtHolidays.PeriodsAsync(call.Cancel)).Select(Told) })),
        ApiRoute.Get("holidays/one", ShowAsync),
        ApiRoute.Post("holidays/save", SaveAsync),
        ApiRoute.Post("holidays/forget", async call => call.Text("period") is { } id ? Said(await lookAtHolidays.ForgetAsync(id, call.Cancel)) : LacksPeriod),
    ];

    private static IResult LacksPeriod => ApiCall.Lacks("period is missing; name one as GET holidays lists them, such as 2027-02-05..2027-02-12.");

    private static IResult LacksTexts => ApiCall.Lacks("texts is missing or cannot be read; send {\"texts\": [{\"language\": \"ru\", \"part\": \"notice\", \"text\": \"...\"}]} with the languages and parts that GET holidays/one lists.");

    private static IResult Unknown => ApiCall.Answer(new { error = "There is no such closed period ahead; GET holidays lists them." }, StatusCodes.Status404NotFound);

    private async Task<IResult> ShowAsync(ApiCall call)
    {
        var usual = int.TryParse(call.Query["usual"], out var hours) && hours is > 0 and <= PromotionLines.MostHours ? hours : PromotionLines.UsualHours;
        return await lookAtHolidays.PackAsync(call.Query["period"] is [{ Length: > 0 } id] ? id : null, DayOf(call.Query["by"]), writer, call.Cancel) is not { Pack: var pack } kept ? Unknown : ApiCall.Answer(new
        {
            Period = Told(pack.Period),
            pack.ArriveBy,
            pack.LastDay,
            pack.Again,
            Carriers = pack.Carriers.Select(carrier => new { Carrier = carrier.Tariff.Name, carrier.Tariff.Places, carrier.Tariff.PostalCodes, carrier.Tariff.Countries, carrier.Tariff.Days, carrier.LastArriving, carrier.LastBefore, carrier.FirstAfter }),
            kept.Texts,
            HandlingTimes = HolidayPolicy.HandlingIn(pack, Duration.FromHours(usual)).Select(day => new { day.Day, Hours = (int)day.Handling.TotalHours }),
        });
    }

    private async Task<IResult> SaveAsync(ApiCall call)
    {
        if (call.Text("period") is not { } id)
        {
            return LacksPeriod;
        }

        return call.Body.Field("texts") is { ValueKind: JsonValueKind.Array } texts && texts.EnumerateArray().Select(TextOf).ToList() is var read && !read.Contains(null)
            ? Said(await lookAtHolidays.KeepAsync(id, DayOf(call.Text("by")), [.. read.OfType<HolidayText>()], writer, call.Cancel))
            : LacksTexts;
    }

    private static HolidayText? TextOf(JsonElement text) => text.Text("text") is { Length: > 0 and <= LookAtHolidays.LongestText } says && text.Text("language") is "ru" or "zh-CN" or "en"
        && Enum.TryParse<HolidayPart>(text.Text("part")?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var part) && Enum.IsDefined(part)
        ? new HolidayText(text.Text("language")!, part, says)
        : null;

    private static object Told(ClosedPeriod period) => new { period.Id, period.From, period.To, period.Name, period.Paused };

    private static IResult Said(bool done) => done ? ApiCall.Answer(new { done = true }) : Unknown;

    private static LocalDate? DayOf(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } ? day : null;
}
