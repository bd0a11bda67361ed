using NodaTime;
using ShipBy.Domain.Carriers;

namespace ShipBy.Adapters.Marketplaces.Rules;

/// <summary>A carrier's week as a seller writes it: <c>Mon-Fri 12:00 16:00,Sat 12:00</c>.</summary>
internal static class PickUpText
{
    /// <exception cref="FormatException">A part is not days and times. The message names it.</exception>
    public static IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<LocalTime>> Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries).SelectMany(Part).ToList();

        return parts.GroupBy(part => part.Day).ToDictionary(day => day.Key, IReadOnlyList<LocalTime> (day) => [.. day.Select(part => part.Time).Distinct().Order()]);
    }

    private static IReadOnlyList<PickUpTime> Part(string part) => PickUpTime.ReadPart(part)
        ?? throw new FormatException($"'{part}' is not a pick-up: write days and times, such as Mon-Fri 16:00,Sat 12:00.");
}
