using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Pages.Letters;

/// <summary>What a warning letter is, as its subject and its heading say.</summary>
public enum WarningKind
{
    InGoodTime,

    /// <summary>Nothing before the deadline will repeat it, or no carrier comes any more.</summary>
    LastCall,

    /// <summary>The deadline of the most urgent one has passed: what is overdue comes first.</summary>
    Overdue,

    /// <summary>To the second contact.</summary>
    NobodyAcknowledged,

    /// <summary>Nothing but reminders that somebody asked for.</summary>
    AskedFor,

    /// <summary>Nothing is left to do about any line.</summary>
    Overtaken,
}

internal static class WarningKinds
{
    /// <param name="now">A notice that waited may have become overdue since it was decided.</param>
    public static WarningKind Of(Notice notice, Instant now)
    {
        var open = notice.Warnings.Where(line => !line.IsOvertaken).ToList();
        return open switch
        {
            [] => WarningKind.Overtaken,
            _ when notice.To == Contact.Second => WarningKind.NobodyAcknowledged,
            _ when open.TrueForAll(IsReminder) => WarningKind.AskedFor,
            _ when open.Exists(line => line.Deadline < now) => WarningKind.Overdue,
            _ when notice.Severity == Severity.Critical && open.Exists(line => line.IsLastRung || line.HasNoPickUpLeft) => WarningKind.LastCall,
            _ => WarningKind.InGoodTime,
        };
    }

    public static bool IsReminder(WarningLine line) => line.Rungs is [Rung.Reminder];
}
