using NodaTime;
using ShipBy.Adapters.Calendars;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Adapters.Tests.Calendars;

public sealed class PromotionFileTests
{
    private const string Heading = "date,handling,name,source,confidence,counts\n";

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("2026-11-11,72h,Singles' Day,notice,official,", "2026-11-10T23:00:00Z..2026-11-11T23:00:00Z 72 h Official")]
    [InlineData("2026-11-11..2026-11-12,3d,11.11,notice,Projection,clock", "2026-11-10T23:00:00Z..2026-11-12T23:00:00Z 72 h Projection")]
    [InlineData("2026-11-11,24h,11.11,notice,computed,working", "2026-11-10T23:00:00Z..2026-11-11T23:00:00Z 24 working h Computed")]
    [InlineData("2026-03-29,72h,spring,notice,official,", "2026-03-28T23:00:00Z..2026-03-29T22:00:00Z 72 h Official")]              // a day of 23 hours
    [InlineData("2026-10-25,72h,autumn,notice,official,", "2026-10-24T22:00:00Z..2026-10-25T23:00:00Z 72 h Official")]              // and one of 25
    public void ARow_IsAPeriodOfTheShopsDays(string row, string expected)
    {
        var period = Assert.Single(PromotionFile.Parse(Heading + row, "own.csv", Berlin, WorkCalendar.Usual(Berlin)));

        Assert.Equal(expected, $"{period.PaidWithin.Start}..{period.PaidWithin.End} {period.Time.InWords} {period.Confidence}");
        Assert.Equal("notice", period.Source);
    }

    [Theory]
    [InlineData("someday,72h,a,b,official,", "line 2, date: 'someday' is not a date")]
    [InlineData("2026-11-11,72,a,b,official,", "line 2, handling: '72' is not a length of time")]
    [InlineData("2026-11-11,72:00:00,a,b,official,", "line 2, handling: '72:00:00' is not a length of time")]
    [InlineData("2026-11-11,,a,b,official,", "line 2, handling: the cell is empty")]
    [InlineData("2026-11-11,72h,,b,official,", "line 2, name: the cell is empty")]
    [InlineData("2026-11-11,72h,a,,official,", "line 2, source: the cell is empty")]
    [InlineData("2026-11-11,72h,a,b,,", "line 2, confidence: the cell is empty")]
    [InlineData("2026-11-11,72h,a,b,sure,", "line 2, confidence: 'sure' is not how sure")]
    [InlineData("2026-11-11,72h,a,b,1,", "line 2, confidence: '1' is not how sure")]
    [InlineData("2026-11-11,72h,a,b,official,days", "line 2, counts: 'days' is not a way to count")]
    [InlineData("2026-11-11,72h,a,b,official,working", "line 2, counts: 'working' needs the shop's working time")]
    public void ALine_IsNamedWithWhatIsWrongInIt(string row, string expected)
    {
        var refusal = Assert.Throws<InvalidCalendarFileException>(() => PromotionFile.Parse(Heading + row, "own.csv", Berlin, hours: null));

        Assert.StartsWith("own.csv cannot be used as promotion periods:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Single(refusal.Faults).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    public void AName_HasItsLength(int length, int faults)
    {
        var text = $"{Heading}2026-11-11,72h,{new string('n', length)},b,official,";

        Assert.Equal(faults, Record.Exception(() => PromotionFile.Parse(text, "own.csv", Berlin, hours: null)) is InvalidCalendarFileException refusal ? refusal.Faults.Count : 0);
    }

    [Fact]
    public void TheShippedFile_IsAnEmptyForm_WhoseExampleCanBeRead()
    {
        Assert.Empty(PromotionFile.Read("announced", Berlin, hours: null));

        var example = File.ReadLines(CalendarFolder.Find("announced", CalendarFolder.Promotions)).Single(line => line.StartsWith("# 2026", StringComparison.Ordinal))[2..];
        Assert.Equal(Confidence.Official, Assert.Single(PromotionFile.Parse(Heading + example, "own.csv", Berlin, hours: null)).Confidence);
    }
}
