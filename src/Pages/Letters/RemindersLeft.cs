using NodaTime;
using ShipBy.Application.Alerts;

namespace ShipBy.Pages.Letters;

/// <summary>Whether anything will be said again of a letter's shipments, so that it promises no silence that is there already.</summary>
public enum RemindersLeft
{
    /// <summary>Of every one, before its deadline.</summary>
    Before,

    /// <summary>Of none before its deadline; of each once that has passed.</summary>
    Overdue,

    /// <summary>Of none: the deadlines have passed.</summary>
    None,

    /// <summary>These of some and those of others.</summary>
    Mixed,
}

internal static class RemindersLeftIn
{
    /// <summary>Of what is open; a letter of which nothing is left to do has no more of its own either.</summary>
    public static RemindersLeft Of(Notice notice, Instant now) => notice.Warnings.Where(line => !line.IsOvertaken).Select(line => Of(line, now)).Distinct().ToList() switch
    {
        [] => RemindersLeft.None,
        [var alike] => alike,
        _ => RemindersLeft.Mixed,
    };

    private static RemindersLeft Of(WarningLine line, Instant now) => line.Deadline < now ? RemindersLeft.None : line.IsLastRung ? RemindersLeft.Overdue : RemindersLeft.Before;
}
