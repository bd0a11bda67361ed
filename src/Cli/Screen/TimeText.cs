using System.Globalization;

namespace ShipBy.Cli.Screen;

/// <summary>Times as the screen writes them.</summary>
internal static class TimeText
{
    /// <summary><c>0:43</c>, <c>12:05</c>, <c>1:02:03</c>; never below zero.</summary>
    public static string Clock(TimeSpan time) => time <= TimeSpan.Zero
        ? "0:00"
        : time.ToString(time < TimeSpan.FromHours(1) ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture) is var text && time >= TimeSpan.FromDays(1)
            ? $"{time.Days.ToString(CultureInfo.InvariantCulture)}d {text}"
            : text;

    /// <summary>The two largest units: <c>2 d 4 h</c>, <c>9 h 40 min</c>, <c>12 min</c>, <c>under a minute</c>.</summary>
    public static string Words(TimeSpan time) => time switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Days} d {time.Hours} h"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Hours} h {time.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min"),
        _ => "under a minute",
    };
}
