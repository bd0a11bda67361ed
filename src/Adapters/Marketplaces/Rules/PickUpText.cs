using NodaTime;
using ShipBy.Adapters.Calendars;

namespace ShipBy.Adapters.Marketplaces.Rules;

/// <summary>A carrier's week as a seller writes it: <c>Mon-Fri 12:00 16:00,Sat 12:00</c>.</summary>
internal static class PickUpText
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <exception cref="FormatException">A part is not days and times. The message names it.</exception>
    public static IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<LocalTime>> Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries).SelectMany(Part).ToList();

        return parts.GroupBy(part => part.Day).ToDictionary(day => day.Key, IReadOnlyList<LocalTime> (day) => [.. day.Select(part => part.Time).Distinct().Order()]);
    }

    private static IEnumerable<(IsoDayOfWeek Day, LocalTime Time)> Part(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var times = words.Skip(1).Select(CellText.Time).OfType<LocalTime>().ToList();

        return times.Count > 0 && times.Count == words.Length - 1 && DaysOf(words[0]) is { } days
            ? days.SelectMany(_ => times, (day, time) => (day, time))
            : throw new FormatException($"'{part}' is not a pick-up: write days and times, such as Mon-Fri 16:00,Sat 12:00.");
    }

    /// <summary>A span may run over the week's end.</summary>
    private static List<IsoDayOfWeek>? DaysOf(string text) => text.ToLowerInvariant().Split('-') switch
    {
        [var day] when DayOf(day) is >= 0 and var one => [(IsoDayOfWeek)(one + 1)],
        [var from, var to] when DayOf(from) is >= 0 and var first && DayOf(to) is >= 0 and var last =>
            [.. Enumerable.Range(0, ((last - first + 7) % 7) + 1).Select(step => (IsoDayOfWeek)(((first + step) % 7) + 1))],
        _ => null,
    };

    private static int DayOf(string word) => Array.IndexOf(Days, word);
}
