using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using ShipBy.Adapters.Calendars;
using ShipBy.Application.SelfWatch;

namespace ShipBy.Adapters.Tests.Calendars;

public sealed class CalendarHorizonTests
{
    [Theory]
    [InlineData("2027-01-02,off\n", null)]
    [InlineData("# Confidence: official.\n2027-01-02,off\n", null)]
    [InlineData("# Source: custom. Confidence: projection, to be replaced.\n2027-02-02..2027-02-04,off\n2027-01-02,off\n", "2027-01-02")]
    [InlineData("# Confidence: projection\n# more words\nmonday,off\n2027-05-01,off\n# Confidence: official\n2027-01-01,off\n", "2027-05-01")]
    public void AGuess_BeginsWithTheFirstDayUnderItsComment(string text, string? expected) =>
        Assert.Equal(expected is null ? null : LocalDatePattern.Iso.Parse(expected).Value, CalendarHorizon.GuessedFrom(text));

    [Theory]
    [InlineData("china", 2027)]
    [InlineData("russia", 2027)]
    public void AShippedCalendar_IsWatched_WithItsGuesses(string name, int year)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("ShipBy:Calendar", name)]).Build();

        var calendar = Assert.Single(new ServiceCollection().AddShopHours(settings).BuildServiceProvider().GetRequiredService<IWatchedCalendars>().InUse);

        Assert.Equal((name, year, year), (calendar.Name, calendar.KnownUntil.Year, calendar.GuessedFrom?.Year));
    }
}
