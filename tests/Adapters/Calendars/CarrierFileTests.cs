using NodaTime.Text;
using ShipBy.Adapters.Calendars;

namespace ShipBy.Adapters.Tests.Calendars;

public sealed class CarrierFileTests
{
    private const string Heading = "date,kind,pick-ups,region,name\n";

    [Theory]
    [InlineData("2026-03-02,off,,,", "2026-03-02", "none")]
    [InlineData("2026-03-02,off,,,", "2026-03-03", "as usual")]
    [InlineData("2026-03-02..2026-03-04,off,,,", "2026-03-01", "as usual")]
    [InlineData("2026-03-02..2026-03-04,off,,,", "2026-03-02", "none")]
    [InlineData("2026-03-02..2026-03-04,off,,,", "2026-03-04", "none")]
    [InlineData("2026-03-02..2026-03-04,off,,,", "2026-03-05", "as usual")]
    [InlineData("2026-03-02,Pick-Up,10:00 14:30,,", "2026-03-02", "10:00 14:30")]
    [InlineData("2026-03-03,pick-up,10:00,,\n2026-03-02..2026-03-04,off,,,", "2026-03-03", "10:00")]            // a date wins over a range
    [InlineData("2026-03-02..2026-03-04,off,,,\n2026-03-03..2026-03-05,pick-up,9:00,,", "2026-03-03", "09:00")]  // the later of two ranges
    [InlineData("02.03.2026;off;;;", "2026-03-02", "none")]
    public void ARow_SaysWhatItSays(string rows, string date, string expected) =>
        Assert.Equal(expected, Times(rows.Contains(';', StringComparison.Ordinal) ? Heading.Replace(',', ';') + rows : Heading + rows, "", date));

    [Theory]
    [InlineData("south", "2026-02-13", "none")]
    [InlineData("SOUTH", "2026-02-13", "none")]
    [InlineData("north", "2026-02-13", "as usual")]
    [InlineData("north", "2026-02-15", "none")]
    [InlineData("south", "2026-02-17", "none")]                                                                // everybody's
    [InlineData("north", "2026-02-17", "none")]
    public void ARegion_HasItsOwnRowsAndEverybodys(string region, string date, string expected) =>
        Assert.Equal(expected, Times(Heading + "2026-02-13..2026-02-20,off,,South,\n2026-02-15..2026-02-20,off,,north,\n2026-02-17,off,,,", region, date));

    [Theory]
    [InlineData("2026-02-30,off,,,", "line 2, date: '2026-02-30' is not a date")]
    [InlineData("monday,off,,,", "line 2, date: 'monday' is not a date")]                                      // the week stands in the settings
    [InlineData("2026-01-01..2027-01-02,off,,,", "line 2, date: '2026-01-01..2027-01-02' is a range of 367 days")]
    [InlineData("2026-03-02,closed,,,", "line 2, kind: 'closed' is not a kind of day")]
    [InlineData("2026-03-02", "line 2, kind: the cell is empty")]
    [InlineData("2026-03-02,pick-up,,,", "line 2, pick-ups: the cell is empty")]
    [InlineData("2026-03-02,pick-up,10:00 later,,", "line 2, pick-ups: '10:00 later' is not a list of times")]
    [InlineData("2026-03-02,off,10:00,,", "line 2, pick-ups: '10:00' stands on a day without pick-ups")]
    public void ALine_IsNamedWithWhatIsWrongInIt(string rows, string expected)
    {
        var refusal = Assert.Throws<InvalidCalendarFileException>(() => CarrierFile.Parse(Heading + rows, "own.csv"));

        Assert.StartsWith("own.csv cannot be used as a carrier's days:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Single(refusal.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithFaults_IsRefusedWhole_WithAllOfThem()
    {
        var refusal = Assert.Throws<InvalidCalendarFileException>(() => CarrierFile.Parse(Heading + "2026-03-02,off,,,\nsoon,off,,,\n2026-03-04,closed,,,", "own.csv"));

        Assert.Equal([3, 4], refusal.Faults.Select(fault => fault.Line));
    }

    [Fact]
    public void AHeadingOfAnotherFile_IsRefused() => Assert.Contains(
        "line 1, opens: this column is not known",
        Assert.Throws<InvalidCalendarFileException>(() => CarrierFile.Parse("date,kind,opens,closes,name\n", "own.csv")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void China_PausesAroundSpringFestival_AsAProjection()
    {
        var china = CarrierFile.Read("china");

        Assert.Empty(china.Regions);
        Assert.Equal(22, china.In("").Count);
        Assert.All(["2026-02-13", "2026-02-23", "2027-02-02", "2027-02-12"], date => Assert.Equal("none", Times(china, "", date)));
        Assert.All(["2026-02-12", "2026-02-24", "2027-02-01", "2027-02-13"], date => Assert.Equal("as usual", Times(china, "", date)));
        Assert.Contains("Confidence: projection", File.ReadAllText(CalendarFolder.Find("china", CalendarFolder.Carriers)), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThere_IsRefusedWithTheNamesThatAre() => Assert.Contains(
        "one of these names: china.",
        Assert.Throws<InvalidCalendarFileException>(() => CarrierFile.Read("russia")).Message,
        StringComparison.Ordinal);

    private static string Times(string text, string region, string date) => Times(CarrierFile.Parse(text, "own.csv"), region, date);

    private static string Times(CarrierDays days, string region, string date) => !days.In(region).TryGetValue(LocalDatePattern.Iso.Parse(date).Value, out var times) ? "as usual"
        : times.Count == 0 ? "none"
        : string.Join(' ', times.Select(time => FormattableString.Invariant($"{time:HH:mm}")));
}
