using NodaTime;
using ShipBy.Domain.Quality;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Quality;

public class ImprovementPolicyTests
{
    private static readonly LocalDate Start = new(2026, 3, 2);

    private static readonly Improvement One = new(Guid.Empty, "a second shift", "Anna", Start, CauseKind.Staff, null, "Boris", Sample.Noon);

    [Theory]
    [InlineData(8, null, null)]         // the last three days may still go wrong
    [InlineData(9, null, 7)]
    [InlineData(30, null, 28)]
    [InlineData(200, null, 28)]
    [InlineData(30, 6, 7)]              // it ended with its seventh day
    [InlineData(30, 5, null)]
    [InlineData(-5, null, null)]
    public void ItIsJudged_OverSevenToTwentyEightDays(int today, int? until, int? expected) =>
        Assert.Equal(expected, ImprovementPolicy.DaysOf(One with { Until = until is { } last ? Start.PlusDays(last) : null }, Start.PlusDays(today)));

    [Theory]
    [InlineData(CauseKind.Staff, 2, 1)]
    [InlineData(null, 3, 2)]
    public void BeforeAndAfter_AreEqualSpansOfTheSameFigure(CauseKind? cause, int before, int after)
    {
        (LocalDate, CauseKind?)[] wrong =
        [
            (Start.PlusDays(-8), CauseKind.Staff), (Start.PlusDays(-7), CauseKind.Staff), (Start.PlusDays(-1), CauseKind.Staff), (Start.PlusDays(-1), CauseKind.Buyer),
            (Start, CauseKind.Staff), (Start.PlusDays(6), null), (Start.PlusDays(7), CauseKind.Staff),
        ];

        var effect = ImprovementPolicy.EffectOf(One with { Cause = cause }, 7, wrong, (first, last) => first == Start.PlusDays(-7) && last == Start.PlusDays(-1) ? 50 : first == Start && last == Start.PlusDays(6) ? 100 : -1);

        Assert.Equal((Start.PlusDays(-7), FigureValue.Share(before, 50), FigureValue.Share(after, 100)), (effect.First, effect.Before, effect.After));
    }
}
