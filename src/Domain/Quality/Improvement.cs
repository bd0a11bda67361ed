using NodaTime;

namespace ShipBy.Domain.Quality;

/// <summary>Something the seller does so that fewer orders go wrong.</summary>
/// <param name="Measure">What is done, in the seller's words.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="From">The first day on which it is done.</param>
/// <param name="Cause">What it shall make rarer; null: whatever orders are late or cancelled for.</param>
/// <param name="Shop">Null: all shops.</param>
/// <param name="By">Who wrote it down.</param>
public sealed record Improvement(Guid Id, string Measure, string Owner, LocalDate From, CauseKind? Cause, string? Shop, string By, Instant At)
{
    public const int LongestMeasure = 200;

    /// <value>The last day on which it was done; null while it goes on.</value>
    public LocalDate? Until { get; init; }
}

/// <summary>What it did: orders that went wrong out of all orders, over as many days before it as since.</summary>
public sealed record ImprovementEffect(LocalDate First, int Days, FigureValue Before, FigureValue After);

/// <summary>Says over which days an improvement is judged.</summary>
public static class ImprovementPolicy
{
    /// <value>Fewer days are chance: every day of the week is in it at least once.</value>
    public const int FewestDays = 7;

    /// <value>What comes later has many other reasons.</value>
    public const int MostDays = 28;

    /// <value>Orders of the last days may still go wrong.</value>
    public const int Lag = 3;

    /// <summary>How many days since it began can be judged.</summary>
    /// <returns>Null while they are too few.</returns>
    public static int? DaysOf(Improvement improvement, LocalDate today)
    {
        var last = LocalDate.Min(today.PlusDays(-Lag), LocalDate.Min(improvement.Until ?? LocalDate.MaxIsoValue, improvement.From.PlusDays(MostDays - 1)));
        var days = Period.DaysBetween(improvement.From, last) + 1;
        return days >= FewestDays ? days : null;
    }

    /// <param name="days">What <see cref="DaysOf"/> says.</param>
    /// <param name="wentWrong">The day and the cause in force of every order that was late or cancelled in these shops, and in a time that holds both spans.</param>
    /// <param name="ordersBetween">How many orders these shops had, both days included.</param>
    public static ImprovementEffect EffectOf(Improvement improvement, int days, IReadOnlyCollection<(LocalDate Day, CauseKind? Cause)> wentWrong, Func<LocalDate, LocalDate, long> ordersBetween)
    {
        return new ImprovementEffect(improvement.From.PlusDays(-days), days, From(improvement.From.PlusDays(-days)), From(improvement.From));

        FigureValue From(LocalDate first)
        {
            var last = first.PlusDays(days - 1);
            return FigureValue.Share(wentWrong.Count(one => one.Day >= first && one.Day <= last && (improvement.Cause is null || improvement.Cause == one.Cause)), ordersBetween(first, last));
        }
    }
}
