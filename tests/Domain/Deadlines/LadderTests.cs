using NodaTime;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Domain.Tests.Deadlines;

public sealed class LadderTests
{
    [Theory]
    [InlineData("24h,12h,6h,2h", "24h=86400 12h=43200 6h=21600 2h=7200 overdue=0")]
    [InlineData(" 1d , 90m,30s ", "1d=86400 90m=5400 30s=30 overdue=0")]
    [InlineData("24h=30s,6h=7.5s", "24h=30 6h=7.5 overdue=0")]                       // names stay, lengths are mapped
    [InlineData("", "overdue=0")]
    public void Parse_ReadsRungsFromFarToNear(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ladder.Parse(text).Rungs.Select(rung => FormattableString.Invariant($"{rung.Name}={rung.Before.TotalSeconds}"))));

    [Theory]
    [InlineData("2h,24h", "from far to near")]
    [InlineData("2h,2h", "from far to near")]
    [InlineData("a=2h,a=1h", "twice")]
    [InlineData("0h", "not a length of time")]
    [InlineData("-1h", "cannot name a rung")]
    [InlineData("x=-1h", "not a length of time")]
    [InlineData("soon", "not a length of time")]
    [InlineData("24h=NaNs", "not a length of time")]
    [InlineData("overdue=1h", "cannot name a rung")]
    [InlineData("2 h", "cannot name a rung")]
    public void Parse_NamesWhatIsWrong(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Ladder.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void LastBeforeDeadline_IsTheNearest() => Assert.Equal(Duration.FromHours(2), Ladder.Parse("24h,2h").LastBeforeDeadline.Before);
}
