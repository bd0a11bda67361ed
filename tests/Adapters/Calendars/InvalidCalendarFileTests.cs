using System.Text;
using NodaTime;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.SellerFiles;

namespace ShipBy.Adapters.Tests.Calendars;

public sealed class InvalidCalendarFileTests
{
    private const string Heading = "# line 1 is a comment\ndate,kind,opens,closes,name\n";

    [Theory]
    [InlineData("2026-02-30,off,,,", "line 3, date: '2026-02-30' is not a date")]
    [InlineData("2/15/2026,off,,,", "line 3, date: '2/15/2026' is not a date")]                       // the month first, or the day? refused, not guessed
    [InlineData("02-15-2026,off,,,", "line 3, date: '02-15-2026' is not a date")]
    [InlineData("2026-03-04..2026-03-02,off,,,", "line 3, date: '2026-03-04..2026-03-02' is not a date")]
    [InlineData("2026-03-02..,off,,,", "line 3, date: '2026-03-02..' is not a date")]
    [InlineData("2026-01-01..2027-01-02,off,,,", "line 3, date: '2026-01-01..2027-01-02' is a range of 367 days")]
    [InlineData("mon,off,,,", "line 3, date: 'mon' is not a date")]
    [InlineData(",off,,,New Year", "line 3, date: the cell is empty")]
    [InlineData("\n\n2026-01-01,holiday,,,", "line 5, kind: 'holiday' is not a kind of day")]
    [InlineData("2026-01-01", "line 3, kind: the cell is empty")]
    [InlineData("2026-01-01;x,off,,,", "line 3, date: '2026-01-01;x' is not a date")]
    [InlineData("2026-01-02,working,9,,", "line 3, opens: '9' is not a time of day")]
    [InlineData("2026-01-02,working,,24:00,", "line 3, closes: '24:00' is not a time of day")]
    [InlineData("2026-01-02,working,,9:00 PM,", "line 3, closes: '9:00 PM' is not a time of day")]
    [InlineData("2026-01-02,working,10:00,10:00,", "line 3, closes: '10:00' is not after the opening at 10:00")]
    [InlineData("2026-01-02,working,21:00,,", "line 3, opens: '21:00' is not before the closing at 21:00")]
    [InlineData("2026-01-02,working,,08:00,", "line 3, closes: '08:00' is not after the opening at 09:00")]
    [InlineData("usual,working,20:00,10:00,", "line 3, closes: '10:00' is not after the opening at 20:00")]
    [InlineData("usual,off,,,", "line 3, kind: 'off' leaves the usual day without hours")]
    [InlineData("2026-01-01,off,,20:00,", "line 3, closes: '20:00' stands on a day off")]
    [InlineData("2026-01-01,off,09:00,,", "line 3, opens: '09:00' stands on a day off")]
    [InlineData("2026-01-01,off,,,\"New Year", "line 3: its quotation marks do not pair")]
    public void ALine_IsNamedWithWhatIsWrongInIt(string rows, string expected)
    {
        var refusal = Refusal(Heading + rows);

        Assert.Single(refusal.Faults);
        Assert.StartsWith("own.csv cannot be used as a calendar:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it has no rows")]
    [InlineData("# nothing but a comment\n", "it has no rows")]
    [InlineData("2026-01-01,off,,,\n", "line 1, date: there is no such column")]
    [InlineData("date,kind,open,closes,name\n", "line 1, open: this column is not known")]
    [InlineData("date,kind,date\n", "line 1, date: this column is there twice")]
    [InlineData("date\tkind\topens\tcloses\tname\n", "line 1, kind: there is no such column")]
    public void AHeading_IsNamedWithWhatIsWrongInIt(string text, string expected) => Assert.Contains(expected, Refusal(text).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryFault_TellsItsRemedy()
    {
        var refusal = Refusal(Heading + "someday,perhaps,early,late,\nusual,off,,,");

        Assert.Equal(5, refusal.Faults.Count);
        Assert.All(refusal.Faults, fault => Assert.EndsWith(".", fault.Remedy, StringComparison.Ordinal));
        Assert.All(refusal.Faults, fault => Assert.Contains(fault.Remedy, refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10, 10, null)]
    [InlineData(11, 10, "  and 1 more.")]
    public void AllFaults_AreNamedAtOnce_UpToTen(int faults, int named, string? rest)
    {
        var lines = Refusal(Heading + string.Concat(Enumerable.Repeat("someday,off,,,\n2026-01-01,off,,,\n", faults))).Message.Split(Environment.NewLine);

        Assert.Equal(Enumerable.Range(0, named).Select(fault => $"  line {3 + (2 * fault)}"), lines.Skip(1).Take(named).Select(line => line.Split(',')[0]));
        Assert.Equal(rest, lines.Skip(1 + named).SingleOrDefault());
    }

    [Fact]
    public void Faults_AreInTheOrderOfTheFile_WhateverFoundThem()
    {
        var refusal = Refusal(Heading + "2026-01-02,working,,08:00,\nsomeday,off,,,\n2026-01-03,off,,,\"x");

        Assert.Equal([3, 4, 5], refusal.Faults.Select(fault => fault.Line));
    }

    [Fact]
    public void AFileInAnotherEncoding_IsRefusedWithTheLine()
    {
        using var file = new CalendarOnDisk();
        File.WriteAllBytes(file.Path, [.. Encoding.UTF8.GetBytes(Heading + "2026-01-01,off,,,"), .. Encoding.Latin1.GetBytes("f\u00EAte\n")]);

        Assert.Contains("line 3: it is not in UTF-8", Assert.Throws<InvalidSellerFileException>(() => CalendarFile.Read(file.Path, DateTimeZone.Utc)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThere_IsRefusedWithTheNamesThatAre()
    {
        var refusal = Assert.Throws<InvalidSellerFileException>(() => CalendarFile.Read("chian", DateTimeZone.Utc));

        Assert.Contains("chian", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("china, russia", refusal.Message, StringComparison.Ordinal);
    }

    private static InvalidSellerFileException Refusal(string text) => Assert.Throws<InvalidSellerFileException>(() => CalendarFile.Parse(text, "own.csv", DateTimeZone.Utc));
}
