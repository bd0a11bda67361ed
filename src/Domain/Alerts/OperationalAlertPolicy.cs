using NodaTime;

namespace ShipBy.Domain.Alerts;

/// <summary>What is to be done about an alert of ours.</summary>
public abstract record OperationalAction
{
    private OperationalAction() { }

    /// <summary>Nothing, not even a write.</summary>
    public sealed record LeaveAsItIs : OperationalAction;

    /// <summary>Written down, and not told.</summary>
    public sealed record Note(OperationalAlert Alert) : OperationalAction;

    /// <summary>Told, in the commit that writes it down.</summary>
    public sealed record Tell(OperationalAlert Alert) : OperationalAction;

    /// <summary>Over before it was told: nobody hears of it.</summary>
    public sealed record Forget : OperationalAction;

    /// <summary>Over: told once, and forgotten in the same commit.</summary>
    public sealed record TellThatItIsOver(OperationalAlert Alert) : OperationalAction;
}

/// <summary>Pending, firing, told, repeated while it fires, over. What gets worse is told at once.</summary>
/// <remarks>For alerts about ShipBy itself alone: a rung is told once and is no business of this.</remarks>
public static class OperationalAlertPolicy
{
    /// <param name="known">The alert as it was written down; null when there is none.</param>
    /// <param name="finding">What was found now; null when nothing is wrong.</param>
    /// <param name="repeatInterval">How long a told alert stays quiet while it lasts.</param>
    public static OperationalAction Decide(OperationalAlert? known, OperationalFinding? finding, Duration repeatInterval, Instant now) => (known, finding) switch
    {
        (null, null) => new OperationalAction.LeaveAsItIs(),
        (null, { } found) => Begin(found, now),
        ({ } alert, null) => End(alert, now),
        ({ ToldAt: null } alert, { } found) => IsRipe(found.Kind, alert.Since, now) ? new OperationalAction.Tell(Told(alert, found, now)) : new OperationalAction.LeaveAsItIs(),
        ({ } alert, { } found) when IsWorse(alert, found) || IsToBeRepeated(alert, found, repeatInterval, now) => new OperationalAction.Tell(Told(alert, found, now)),
        ({ QuietSince: not null } alert, _) => new OperationalAction.Note(alert with { QuietSince = null }),
        _ => new OperationalAction.LeaveAsItIs(),
    };

    private static OperationalAction Begin(OperationalFinding found, Instant now)
    {
        var alert = new OperationalAlert
        {
            Kind = found.Kind,
            Subject = found.Subject,
            Severity = found.Severity,
            Facts = found.Facts,
            Since = found.Since ?? now,
            Stage = found.Stage,
            NotBy = found.NotBy,
        };
        return IsRipe(found.Kind, alert.Since, now) ? new OperationalAction.Tell(alert with { ToldAt = now }) : new OperationalAction.Note(alert);
    }

    private static OperationalAction End(OperationalAlert alert, Instant now)
    {
        if (alert.ToldAt is null)
        {
            return new OperationalAction.Forget();
        }

        var quietSince = alert.QuietSince ?? now;
        return now - quietSince >= OperationalRule.Of(alert.Kind).KeepFiringFor ? new OperationalAction.TellThatItIsOver(alert)
            : alert.QuietSince is null ? new OperationalAction.Note(alert with { QuietSince = now })
            : new OperationalAction.LeaveAsItIs();
    }

    private static bool IsRipe(OperationalAlertKind kind, Instant since, Instant now) => now - since >= OperationalRule.Of(kind).For;

    private static bool IsWorse(OperationalAlert alert, OperationalFinding found) => found.Severity > alert.Severity || found.Stage > alert.Stage;

    private static bool IsToBeRepeated(OperationalAlert alert, OperationalFinding found, Duration repeatInterval, Instant now) =>
        found.Severity >= OperationalRule.Of(alert.Kind).RepeatsFrom && now - alert.ToldAt >= repeatInterval;

    private static OperationalAlert Told(OperationalAlert alert, OperationalFinding found, Instant now) => alert with
    {
        Severity = found.Severity,
        Facts = found.Facts,
        Stage = found.Stage,
        NotBy = found.NotBy,
        ToldAt = now,
        QuietSince = null,
    };
}
