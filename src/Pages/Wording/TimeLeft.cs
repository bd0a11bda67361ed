using System.Globalization;
using NodaTime;

namespace ShipBy.Pages.Wording;

/// <summary>Puts a stretch of time into words, in its two largest units.</summary>
/// <remarks>Always rounded down: "2 h left" is a promise, and 1 h 59 min must not be told as two.</remarks>
internal static class TimeLeft
{
    /// <param name="left">To the deadline. Zero is still on time; negative is overdue; null means that there is no deadline.</param>
    public static string Tell(Duration? left, TimeWords words) => left switch
    {
        null => words.NoDeadline,
        { } some when some < Duration.Zero => words.Overdue(Length(-some, words)),
        { } some => words.Left(Length(some, words)),
    };

    /// <summary>The length alone. Something under a second is told as one second when it is not nothing.</summary>
    public static string Length(Duration length, TimeWords words)
    {
        var second = length > Duration.Zero && length < Duration.FromSeconds(1) ? 1 : length.Seconds;
        return length switch
        {
            { TotalDays: >= 1 } => Two(length.Days, words.Day, length.Hours, words.Hour, words),
            { TotalHours: >= 1 } => Two(length.Hours, words.Hour, length.Minutes, words.Minute, words),
            { TotalMinutes: >= 10 } => One(length.Minutes, words.Minute, words),
            { TotalMinutes: >= 1 } => Two(length.Minutes, words.Minute, second, words.Second, words),
            _ => One(second, words.Second, words),
        };
    }

    /// <summary>Working time: never in days, since nobody agrees how long a working day is.</summary>
    public static string Working(Duration length, TimeWords words)
    {
        var (hours, minutes) = ((int)length.TotalHours, length.Minutes);
        return hours == 0 ? One(minutes, words.Minute, words) : Two(hours, words.Hour, hours < 10 ? minutes : 0, words.Minute, words);
    }

    private static string Two(int large, string largeUnit, int small, string smallUnit, TimeWords words) => small == 0
        ? One(large, largeUnit, words)
        : One(large, largeUnit, words) + words.PartGap + One(small, smallUnit, words);

    private static string One(int number, string unit, TimeWords words) =>
        number.ToString(CultureInfo.InvariantCulture) + words.UnitGap + unit;
}
