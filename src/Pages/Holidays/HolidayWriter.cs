using NodaTime;
using ShipBy.Application.Holidays;
using ShipBy.Domain.Holidays;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Holidays;

/// <summary>Words a holiday's texts from our own texts, in all our languages: a seller's buyers need not read the seller's.</summary>
public sealed class HolidayWriter : IHolidayWriter
{
    public IReadOnlyList<HolidayText> Write(HolidayPack pack) => [.. Texts.Languages.SelectMany(language => WriteIn(pack, Words.In(language)))];

    private static IEnumerable<HolidayText> WriteIn(HolidayPack pack, Words words)
    {
        var (last, again, by) = (DayOf(pack.LastDay, words), DayOf(pack.Again, words), words.Holiday.Date(pack.ArriveBy));
        var name = HolidayNames.Public(pack.Period, words);
        var inTime = pack.Carriers.Where(carrier => carrier.LastArriving.Fit == LastShipFit.InTime).ToList();
        foreach (var part in Enum.GetValues<HolidayPart>())
        {
            var text = part == HolidayPart.CanYouMakeIt && inTime.Count == 0
                ? words.Holiday.WriteLate(again, by)
                : words.Holiday.Write(part, name, last, again, by, DayOf(inTime.Max(carrier => carrier.LastArriving.Day), words));
            yield return new HolidayText(words.Language, part, part == HolidayPart.Notice && inTime.Count > 0 ? text + "\n" + Regions(inTime, by, words) : text);
        }
    }

    /// <summary>Of several carriers for one region the one that may leave last.</summary>
    private static string Regions(IEnumerable<CarrierPause> carriers, string by, Words words) => string.Join('\n', carriers
        .GroupBy(carrier => HolidayNames.Where(carrier.Tariff, words))
        .Select(region => (Where: region.Key, Day: region.Max(carrier => carrier.LastArriving.Day)!.Value))
        .OrderBy(region => region.Day)
        .Select(region => words.Holiday.Region(region.Where, words.Holiday.Date(region.Day)))
        .Prepend(words.Holiday.ToArrive(by)));

    private static string DayOf(LocalDate? day, Words words) => day is { } known ? words.Holiday.Date(known) : "…";
}
