using NodaTime;
using NodaTime.Text;
using ShipBy.Adapters.Calendars;
using ShipBy.Domain.Calendars;

namespace ShipBy.Adapters.Tests.Calendars;

/// <summary>2026-03-02 is a Monday.</summary>
public sealed class CalendarFileTests
{
    private const string Heading = "date,kind,opens,closes,name\n";

    [Theory]
    [InlineData("2026-03-02", "09:00-21:00")]
    [InlineData("2026-03-06", "09:00-21:00")]
    [InlineData("2026-03-07", "off")]
    [InlineData("2026-03-08", "off")]
    public void AFileWithoutRows_IsTheUsualWeek(string date, string expected) => Assert.Equal(expected, Hours(Heading, date));

    [Theory]
    [InlineData("usual,working,10:00,18:00,", "2026-03-02", "10:00-18:00")]
    [InlineData("usual,working,,18:00,", "2026-03-02", "09:00-18:00")]
    [InlineData("usual,working,8:30,18:00:00,", "2026-03-02", "08:30-18:00")]                   // as a spreadsheet may save them
    [InlineData("2026-03-02,working,,20:00,\nusual,working,10:00,18:00,", "2026-03-02", "10:00-20:00")]
    [InlineData("saturday,working,10:00,14:00,", "2026-03-07", "10:00-14:00")]
    [InlineData("saturday,working,10:00,14:00,", "2026-03-02", "09:00-21:00")]                  // a weekday's row changes that day alone
    [InlineData("Monday,OFF,,,", "2026-03-02", "off")]
    [InlineData("monday,off,,,", "2026-03-03", "09:00-21:00")]
    [InlineData("2026-03-07,make-up,,,", "2026-03-07", "09:00-21:00")]
    [InlineData("2026-03-07,make-up,,,", "2026-03-08", "off")]
    [InlineData("2026-03-02..2026-03-04,off,,,", "2026-03-01", "off")]                          // a Sunday as ever
    [InlineData("2026-03-02..2026-03-04,off,,,", "2026-03-02", "off")]
    [InlineData("2026-03-02..2026-03-04,off,,,", "2026-03-04", "off")]
    [InlineData("2026-03-02..2026-03-04,off,,,", "2026-03-05", "09:00-21:00")]
    [InlineData("2026-03-02 .. 2026-03-04,off", "2026-03-03", "off")]
    [InlineData("2026/3/2,off,,,", "2026-03-02", "off")]
    [InlineData("02.03.2026..4.3.2026,off,,,", "2026-03-04", "off")]
    public void ARow_SaysWhatItSays(string rows, string date, string expected) => Assert.Equal(expected, Hours(Heading + rows, date));

    [Theory]
    [InlineData("2026-03-03,working,,,\n2026-03-02..2026-03-04,off,,,", "09:00-21:00")]         // a single date wins from wherever it stands
    [InlineData("2026-03-02..2026-03-04,off,,,\n2026-03-03,working,,,", "09:00-21:00")]
    [InlineData("2026-03-02..2026-03-04,off,,,\n2026-03-03..2026-03-05,working,,15:00,", "09:00-15:00")]
    [InlineData("2026-03-03..2026-03-05,working,,15:00,\n2026-03-02..2026-03-04,off,,,", "off")]
    [InlineData("2026-03-03,off,,,\n2026-03-03,working,,16:00,", "09:00-16:00")]
    [InlineData("2026-03-02..2026-03-04,working,,,\ntuesday,off,,,", "09:00-21:00")]            // a date wins over the week
    [InlineData("tuesday,off,,,\ntuesday,working,,17:00,", "09:00-17:00")]
    [InlineData("usual,working,,17:00,\nusual,working,,18:00,", "09:00-18:00")]
    public void WhereRowsMeet_TheNearerWins_ThenTheLater(string rows, string expected) => Assert.Equal(expected, Hours(Heading + rows, "2026-03-03"));

    [Theory]
    [InlineData("date;kind;opens;closes;name\n2026-03-02;working;;20:00;eve, shortened")]
    [InlineData("date,kind,opens,closes,name\r\n2026-03-02,working,,20:00,eve; shortened\r\n")]
    [InlineData("# made by hand; source, date\n\n  Date , KIND ,opens,closes\n2026-03-02,working,,20:00")]
    [InlineData("\"# a comment, quoted by a spreadsheet\",,,,\n,,,,\ndate,kind,opens,closes,name,,\n2026-03-02,working,,20:00,\"eve, shortened\",,\n,,,,,,\n")]
    [InlineData("\"# ein Kommentar; in Anführung\";;;;\ndate;kind;opens;closes;name\n2026-03-02;working;;20:00;\"\"")]
    [InlineData("name,closes,opens,kind,date\neve,20:00,,working,2026-03-02\n# the end")]
    [InlineData("\"date\",\"kind\",\"opens\",\"closes\"\n\"2026-03-02\",\"working\",\"\",\"20:00\"")]
    public void WhatSpreadsheetsMakeOfAFile_IsRead(string text) => Assert.Equal("09:00-20:00", Hours(text, "2026-03-02"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AFile_IsReadByItsPath_WithAByteOrderMarkAndWithout(bool mark)
    {
        using var file = new CalendarOnDisk();
        File.WriteAllText(file.Path, Heading + "2026-03-02,working,,20:00,canção 春节 праздник", new System.Text.UTF8Encoding(mark));

        Assert.Equal("09:00-20:00", Hours(CalendarFile.Read(file.Path, DateTimeZone.Utc), "2026-03-02"));
    }

    [Fact]
    public void TheHours_AreThoseOfTheZone()
    {
        var moscow = CalendarFile.Parse(Heading, "own.csv", DateTimeZoneProviders.Tzdb["Europe/Moscow"]);

        Assert.True(moscow.IsOpen(InstantPattern.General.Parse("2026-03-02T06:00:00Z").Value));
        Assert.False(moscow.IsOpen(InstantPattern.General.Parse("2026-03-02T18:00:00Z").Value));
    }

    private static string Hours(string text, string date) => Hours(CalendarFile.Parse(text, "own.csv", DateTimeZone.Utc), date);

    private static string Hours(WorkCalendar calendar, string date) =>
        calendar.HoursOf(LocalDatePattern.Iso.Parse(date).Value) is { } hours ? FormattableString.Invariant($"{hours.Opens:HH:mm}-{hours.Closes:HH:mm}") : "off";
}
