using NodaTime;
using NodaTime.Text;

namespace ShipBy.Domain.Carriers;

/// <summary>When a carrier comes, once a week.</summary>
public sealed record PickUpTime(IsoDayOfWeek Day, LocalTime Time)
{
    private const int DaysOfWeek = 7;

    /// <value>Of the written form that every program reads; from Monday.</value>
    public static IReadOnlyList<string> EnglishDays { get; } = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>How sellers write the days, each from Monday.</summary>
    private static readonly IReadOnlyList<string>[] Names = [EnglishDays, ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"], ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]];

    private static readonly LocalTimePattern[] Patterns = [LocalTimePattern.CreateWithInvariantCulture("H':'mm"), LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss")];

    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>A week as a seller writes it: <c>Mon-Fri 12:00 16:00, Sat 12:00</c>, with the days in any of our languages.</summary>
    /// <returns>Each once, from Monday morning; empty for an empty text; null where a part is not days and times.</returns>
    public static IReadOnlyList<PickUpTime>? Read(string text)
    {
        var parts = text.Split([',', ';', '，', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadPart).ToList();
        return parts.Contains(null) ? null : [.. parts.SelectMany(part => part!).Distinct().OrderBy(one => one.Day).ThenBy(one => one.Time)];
    }

    /// <summary>One part of a week: <c>Mon-Fri 12:00 16:00</c>. A span may run over the week's end.</summary>
    /// <returns>Null where it is none.</returns>
    public static IReadOnlyList<PickUpTime>? ReadPart(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var times = words.Skip(1).Select(word => Patterns.Select(pattern => pattern.Parse(word)).FirstOrDefault(parsed => parsed.Success)).Select(parsed => parsed?.Value).OfType<LocalTime>().ToList();
        return times.Count > 0 && times.Count == words.Length - 1 && DaysOf(words[0]) is { } days ? [.. days.SelectMany(_ => times, (day, time) => new PickUpTime(day, time))] : null;
    }

    /// <param name="days">From Monday, in the reader's language.</param>
    public static string Write(IEnumerable<PickUpTime> week, IReadOnlyList<string> days)
    {
        var ofDays = week.GroupBy(one => one.Day).OrderBy(day => day.Key).Select(day => (Day: (int)day.Key - 1, Times: string.Join(' ', day.Select(one => one.Time).Order().Select(Written.Format)))).ToList();
        var spans = new List<(int From, int To, string Times)>();
        foreach (var (day, times) in ofDays)
        {
            if (spans is [.., var last] && last.To == day - 1 && last.Times == times)
            {
                spans[^1] = last with { To = day };
            }
            else
            {
                spans.Add((day, day, times));
            }
        }

        return string.Join(", ", spans.Select(span => span.From == span.To ? $"{days[span.From]} {span.Times}" : $"{days[span.From]}-{days[span.To]} {span.Times}"));
    }

    private static IEnumerable<IsoDayOfWeek>? DaysOf(string text) => text.Split('-', '–') switch
    {
        [var day] when DayOf(day) is >= 0 and var one => [(IsoDayOfWeek)(one + 1)],
        [var from, var to] when DayOf(from) is >= 0 and var first && DayOf(to) is >= 0 and var last =>
            Enumerable.Range(0, ((last - first + DaysOfWeek) % DaysOfWeek) + 1).Select(step => (IsoDayOfWeek)(((first + step) % DaysOfWeek) + 1)),
        _ => null,
    };

    private static int DayOf(string word) => Names.Select(names => names.ToList().FindIndex(name => name.Equals(word, StringComparison.OrdinalIgnoreCase))).Max();
}
