using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Source.RealOrders;

/// <summary>Folds a history onto one week and plays two weeks within a run.</summary>
/// <remarks>
/// An order keeps weekday and hour of its appearance and all its own intervals. The week starts on Monday, 00:00 UTC, with
/// the run; arrivals therefore fill the run's first half.
/// </remarks>
internal sealed class WeekFold(DateTimeOffset runStart, TimeSpan length)
{
    public static TimeSpan Played { get; } = TimeSpan.FromDays(14);

    public static double ScaleOf(TimeSpan length) => length / Played;

    /// <summary>Where an instant of an order lies in the run, seen from where the order appeared.</summary>
    public DateTimeOffset Map(DateTimeOffset appeared, DateTimeOffset instant)
    {
        var sinceMonday = TimeSpan.FromDays(((int)appeared.DayOfWeek + 6) % 7) + appeared.TimeOfDay;
        return RunClock.Round(runStart + (sinceMonday + (instant - appeared)) * ScaleOf(length));
    }
}
