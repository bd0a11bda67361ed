using System.Globalization;
using System.Text;
using NodaTime;
using ShipBy.Domain.Quality;

namespace ShipBy.Application.Tests.Quality;

/// <summary>How often the proposed cause is the one that a played month knows. What the journal cannot show is in the month too: nobody is right about everything.</summary>
public sealed class CauseMonthTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ForEveryLateOrCancelledOrder_ACauseIsProposed_AndNineOfTenAreRight(int seed)
    {
        var month = await new PlayedMonth(seed).PlayAsync();
        var end = month.Max(one => one.Order.Journal[^1].At) + Duration.FromHours(1);

        var judged = month.Select(one => (one.Known, Proposed: CausePolicy.Propose(one.Order, end)?.Kind)).ToList();
        output.WriteLine(TableOf(judged));

        Assert.All(month.Where(one => one.Known is null), one => Assert.Equal((one.Order.Key, null), (one.Order.Key, CausePolicy.Propose(one.Order, end))));
        var troubled = judged.Where(one => one.Known is not null).ToList();
        Assert.InRange(troubled.Count, 150, 350);
        Assert.Equal(Enum.GetValues<CauseKind>(), troubled.Select(one => one.Known!.Value).Distinct().Order());
        Assert.DoesNotContain(troubled, one => one.Proposed is null);
        Assert.InRange((double)troubled.Count(one => one.Known == one.Proposed) / troubled.Count, 0.9, 1);
        Assert.Contains(troubled, one => one.Known != one.Proposed);        // else the month would know no more than the rules
    }

    private static string TableOf(IReadOnlyList<(CauseKind? Known, CauseKind? Proposed)> judged)
    {
        var kinds = Enum.GetValues<CauseKind>();
        var text = new StringBuilder("known \\ proposed").Append(string.Concat(kinds.Select(kind => $"{kind,9}"))).AppendLine();
        foreach (var known in kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"{known,-16}").Append(string.Concat(kinds.Select(proposed => $"{judged.Count(one => one == (known, proposed)),9}"))).AppendLine();
        }

        return text.ToString();
    }
}
