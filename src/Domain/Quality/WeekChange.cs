using NodaTime;

namespace ShipBy.Domain.Quality;

/// <summary>Which way a week went, against the one before.</summary>
public enum WeekTurn
{
    Worse,
    Better,
    Same,
}

/// <summary>What changed since last week: orders that went wrong in the last seven days, and in the seven before, with the kind of trouble that changed most.</summary>
/// <param name="Cause">Null where no kind changed, or nothing went wrong in either.</param>
/// <param name="CauseNow">Orders with that kind in the last seven days.</param>
public sealed record WeekChange(FigureValue Now, FigureValue Before, DefectKind? Cause, long CauseNow, long CauseBefore)
{
    private const int Days = 7;

    /// <value>Null where one of the weeks had no orders.</value>
    public WeekTurn? Turn => Now.Value is not { } now || Before.Value is not { } before ? null : now > before ? WeekTurn.Worse : now < before ? WeekTurn.Better : WeekTurn.Same;

    /// <summary>By the day of the order, as defects are placed.</summary>
    public static WeekChange Of(QualityBook book, LocalDate today, DefectKinds counted)
    {
        var (now, before) = (book.Between(today.PlusDays(1 - Days), today), book.Between(today.PlusDays(1 - 2 * Days), today.PlusDays(-Days)));
        var (value, was) = (FigureValue.Of(FigureName.DefectRate, now, counted), FigureValue.Of(FigureName.DefectRate, before, counted));
        var kinds = Enum.GetValues<DefectKind>().Where(kind => counted.Has(kind.AsSet())).Select(kind => (Kind: kind, Now: now.DefectiveBy(kind.AsSet()), Before: before.DefectiveBy(kind.AsSet())));
        var falls = value.Value < was.Value;

        // The kind that moved as the whole did, by its share of the orders: weeks are not equally busy.
        var main = kinds.Where(kind => kind.Now + kind.Before > 0)
            .Select(kind => (kind.Kind, kind.Now, kind.Before, Moved: (FigureValue.Share(kind.Now, value.Population).Value ?? 0) - (FigureValue.Share(kind.Before, was.Population).Value ?? 0)))
            .OrderByDescending(kind => falls ? -kind.Moved : kind.Moved).ThenByDescending(kind => kind.Now).ThenBy(kind => kind.Kind)
            .FirstOrDefault();
        return main == default ? new WeekChange(value, was, null, 0, 0) : new WeekChange(value, was, main.Kind, main.Now, main.Before);
    }
}
