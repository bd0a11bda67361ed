using ShipBy.Sandbox.Mail;
using ShipBy.Sandbox.Reporting;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Reporting;

public sealed class WarningsNamedTests
{
    private static readonly Ladder Ladder = Ladder.Parse("24h,2h", 1);
    private static readonly long First = TestRun.Start.ToUnixTimeSeconds();
    private static readonly long Second = First + 500;

    [Theory]
    [InlineData("o/24h", "", 1, 0, 0)]
    [InlineData("o/24h@1", "", 1, 0, 0)]
    [InlineData("o/2h", "", 1, 1, 0)]
    [InlineData("", "", 0, 1, 0)]
    [InlineData("o/24h@1, o/24h@1", "", 1, 0, 0)]             // twice in one mail is once
    [InlineData("o/24h@1", "o/24h@1", 1, 0, 1)]
    [InlineData("o/24h@1", "o/24h@2", 2, 0, 0)]               // each for a limit of its own
    [InlineData("o/24h", "o/24h", 1, 0, 0)]                   // without the limit: as often as there were limits
    [InlineData("o/24h, o/2h", "o/2h@2", 3, 0, 0)]
    public void Of_ComparesNamesWithWhatWasOwed(string oneMail, string otherMail, int sent, int missing, int duplicated)
    {
        var named = Of(oneMail, otherMail);

        Assert.Equal((sent, missing, duplicated, 0), (named.Sent.Count, named.Missing.Count, named.Duplicated.Count, named.Strange.Count));
    }

    [Theory]
    [InlineData("nobody/24h")]
    [InlineData("o/3h")]
    [InlineData("o")]
    [InlineData("o/24h@77")]
    public void Of_CallsAStrangerAStranger(string name) => Assert.Single(Of(name, "").Strange);

    [Fact]
    public void Of_CountsAThirdMailAsOneTooMany_WhenThereWereTwoLimits() =>
        Assert.Single(Of("o/24h", "o/24h", "o/24h").Duplicated);

    [Fact]
    public void Read_TakesOrdersApart_HoweverTheyAreSpelt()
    {
        var number = "a/1, #2%";

        Assert.Equal([new NamedWarning(number, "24h", 5), new NamedWarning("b", "overdue", null)], WarningNames.Read($" {Uri.EscapeDataString(number)}/24h@5 ,b/overdue,"));
    }

    private static WarningsNamed Of(params string[] mails)
    {
        var plan = new PlannedOrder
        {
            Number = "o",
            OrderId = 1,
            OrderNumber = "o",
            Appears = TestRun.Start,
            Limit = TestRun.Start,
            Lines = [],
            Moves = [new CutoffMove(TestRun.Start, TestRun.Start.AddSeconds(500))],
        };
        var accepted = mails.Select((text, index) => new AcceptedMail($"{index}", TestRun.Start, [], WarningNames.Read(
            text.Replace("@1", $"@{First}", StringComparison.Ordinal).Replace("@2", $"@{Second}", StringComparison.Ordinal)))).ToArray();
        return WarningsNamed.Of(accepted, [new DueWarning("o", "24h", First)], [new OrderTrack(plan)], Ladder);
    }
}
