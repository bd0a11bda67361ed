using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Letters;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>What stands beside a deadline: why it is this one, what missing it costs, and what will still be said of it.</summary>
public class RowDetailTests
{
    private static readonly WarningLine Ruled = Sample.Line with { Rule = new ShipByRule(DeadlineRule.PlatformLimit, Sample.Line.Deadline) };

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]         // nothing is left to do
    [InlineData(false, false, false)]       // an older row, a table without figures
    public async Task RuleAndCost_StandInTheRow_WhereTheyAreKnown(bool known, bool overtaken, bool told)
    {
        var notice = Sample.Notice with { Warnings = [(known ? Ruled : Sample.Line) with { IsOvertaken = overtaken }] };

        var letter = await Sample.LetterAsync(notice, costs: known ? SampleCosts.Of(Sample.Notice) : null);

        Assert.All([letter.Text, letter.Html], part =>
        {
            Assert.Equal(told, part.Contains(Words.In("en").Rule.Of(Ruled.Rule!).Replace("'", part == letter.Html ? "&#x27;" : "'", StringComparison.Ordinal), StringComparison.Ordinal));
            Assert.Equal(told, part.Contains("late surcharge", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task SourcesAreNamed_OnlyWhereACostIs()
    {
        Assert.Contains("2026-10-01", (await Sample.LetterAsync(Sample.Notice, costs: SampleCosts.Of(Sample.Notice))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("contract", (await Sample.LetterAsync(Sample.Notice)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task TheTotal_IsTold_OfSeveral(int shipments, bool told)
    {
        var lines = Enumerable.Range(0, shipments).Select(number => Sample.Line with { Order = new OrderKey("main", $"P-{number}") });

        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [.. lines, Sample.Line with { IsOvertaken = true }] });

        Assert.Equal(told, letter.Text.Replace('\u00A0', ' ').Contains("At stake together: 3,060 ₽.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("early", RemindersLeft.Before)]
    [InlineData("last", RemindersLeft.Overdue)]
    [InlineData("due now, last", RemindersLeft.Overdue)]        // the instant itself is in time
    [InlineData("late", RemindersLeft.None)]
    [InlineData("late, late", RemindersLeft.None)]
    [InlineData("late, last", RemindersLeft.Mixed)]
    [InlineData("last, early", RemindersLeft.Mixed)]
    [InlineData("last, over", RemindersLeft.Overdue)]
    public async Task ALetter_PromisesTheSilence_ThatFollows(string lines, RemindersLeft expected)
    {
        var notice = Sample.Notice with { Warnings = [.. lines.Split(", ").Select(Line)] };

        Assert.Equal(expected, RemindersLeftIn.Of(notice, Sample.Now));
        Assert.Contains(Words.In("en").Letter.HowToSilence(expected), (await Sample.LetterAsync(notice)).Text, StringComparison.Ordinal);
    }

    private static WarningLine Line(string what) => what switch
    {
        "last" => Sample.Line with { IsLastRung = true },
        "due now" => Sample.Line with { IsLastRung = true, Deadline = Sample.Now },
        "late" => Sample.Line with { Deadline = Sample.Now - Duration.FromTicks(1), IsLastRung = true },
        "over" => Sample.Line with { IsOvertaken = true },
        _ => Sample.Line,
    };
}
