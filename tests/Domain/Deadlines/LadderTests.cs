using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Calendars;
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

    /// <summary>Monday to Friday, 9 to 21; two hours before a closing. 2026-03-06 is a Friday.</summary>
    [Theory]
    [InlineData("03-05 12:00", "24h 03-04 12:00, 12h 03-04 19:00, 6h 03-04 19:00, 2h 03-05 10:00")]       // midnight and early morning come the evening before
    [InlineData("03-09 10:00", "24h 03-06 19:00, 12h 03-06 19:00, 6h 03-06 19:00, 2h 03-06 19:00")]       // Monday morning: all of it before the weekend
    [InlineData("03-09 11:00", "24h 03-06 19:00, 12h 03-06 19:00, 6h 03-06 19:00, 2h 03-09 09:00")]       // the opening itself is open
    [InlineData("03-07 20:59", "24h 03-06 19:00, 12h 03-06 19:00, 6h 03-06 19:00, 2h 03-06 19:00")]       // a rung in the last two hours is taken along by the nearer one
    [InlineData("03-06 20:00", "24h 03-05 19:00, 12h 03-05 19:00, 6h 03-06 14:00, 2h 03-06 18:00")]
    public void InAShopThatCloses_RungsComeBeforeClosedHours_AndInTheirOrder(string deadline, string expected)
    {
        var ladder = Ladder.Parse("24h,12h,6h,2h").Within(WorkCalendar.Usual(DateTimeZone.Utc), Duration.FromHours(2));

        var reached = ladder.Rungs.SkipLast(1).Select(rung => $"{rung.Name} {Format.Format(ladder.ReachedAt(rung, Format.Parse(deadline).Value))}");

        Assert.Equal(expected, string.Join(", ", reached));
    }

    [Fact]
    public void Overdue_IsNeverMoved()
    {
        var saturday = Format.Parse("03-07 12:00").Value;
        var ladder = Ladder.Parse("2h").Within(WorkCalendar.Usual(DateTimeZone.Utc), Duration.FromHours(2));

        Assert.Equal(saturday + Duration.FromTicks(1), ladder.ReachedAt(Rung.Overdue, saturday));
    }

    [Fact]
    public void InAShopThatNeverOpens_RungsFollowTheClock()
    {
        var noon = Format.Parse("03-04 12:00").Value;
        var never = new WorkCalendar(DateTimeZone.Utc, new Dictionary<IsoDayOfWeek, WorkHours>(), new Dictionary<LocalDate, WorkHours?>());
        var ladder = Ladder.Parse("2h").Within(never, Duration.FromHours(2));

        Assert.Equal(noon - Duration.FromHours(2), ladder.ReachedAt(ladder.Rungs[0], noon));
    }

    /// <summary>The same week; a working day has twelve hours.</summary>
    [Theory]
    [InlineData("03-05 12:00", "24h 03-03 12:00, 12h 03-04 12:00, 6h 03-04 18:00, 2h 03-05 10:00")]
    [InlineData("03-09 10:00", "24h 03-05 10:00, 12h 03-06 10:00, 6h 03-06 16:00, 2h 03-06 20:00")]       // the weekend does not count
    [InlineData("03-09 11:00", "24h 03-05 11:00, 12h 03-06 11:00, 6h 03-06 17:00, 2h 03-09 09:00")]       // just two hours: at the opening
    [InlineData("03-07 15:00", "24h 03-05 09:00, 12h 03-06 09:00, 6h 03-06 15:00, 2h 03-06 19:00")]       // a limit on a closed day counts back from the last closing
    public void InWorkingTime_ARungsLengthIsCountedInOpenHours(string deadline, string expected)
    {
        var calendar = WorkCalendar.Usual(DateTimeZone.Utc);
        var (counted, moved) = (Ladder.Parse("24h,12h,6h,2h").InWorkingTime(calendar), Ladder.Parse("24h,12h,6h,2h").InWorkingTime(calendar).Within(calendar, Duration.FromHours(2)));

        Assert.Equal(expected, Reached(counted, deadline));
        Assert.Equal(expected, Reached(moved, deadline));                               // such a rung never falls into closed hours
        Assert.Equal(Format.Parse(deadline).Value + Duration.FromTicks(1), counted.ReachedAt(Rung.Overdue, Format.Parse(deadline).Value));
    }

    [Fact]
    public void InWorkingTime_OfAShopThatNeverOpens_RungsFollowTheClock()
    {
        var never = new WorkCalendar(DateTimeZone.Utc, new Dictionary<IsoDayOfWeek, WorkHours>(), new Dictionary<LocalDate, WorkHours?>());

        Assert.Equal("24h 03-03 12:00, 2h 03-04 10:00", Reached(Ladder.Parse("24h,2h").InWorkingTime(never), "03-04 12:00"));
    }

    [Fact]
    public void InAShopThatCloses_NeverAsMarketplacesWriteIt_HasRungs()
    {
        var never = Instant.FromUtc(9999, 12, 31, 23, 59, 59);
        var calendar = WorkCalendar.Usual(DateTimeZoneProviders.Tzdb["Europe/Moscow"]);

        Assert.All([Ladder.Parse("24h,2h").Within(calendar, Duration.FromHours(2)), Ladder.Parse("24h,2h").InWorkingTime(calendar)], ladder => Assert.True(ladder.ReachedAt(ladder.Rungs[0], never) < never));
    }

    private static string Reached(Ladder ladder, string deadline) =>
        string.Join(", ", ladder.Rungs.SkipLast(1).Select(rung => $"{rung.Name} {Format.Format(ladder.ReachedAt(rung, Format.Parse(deadline).Value))}"));

    private static InstantPattern Format { get; } = InstantPattern.CreateWithInvariantCulture("MM-dd HH:mm").WithTemplateValue(Instant.FromUtc(2026, 1, 1, 0, 0));
}
