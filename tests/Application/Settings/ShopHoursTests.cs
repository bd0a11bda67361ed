using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Settings;

/// <summary>The ladder that the app runs with, by the settings alone. 2026-03-09 is a Monday; the shop works Monday to Friday, 9 to 21, UTC.</summary>
public sealed class ShopHoursTests
{
    private static readonly Instant MondayTen = Instant.FromUtc(2026, 3, 9, 10, 0);

    [Theory]
    [InlineData("", "", "", "2026-03-09T04:00:00Z")]
    [InlineData("usual", "", "", "2026-03-06T19:00:00Z")]                              // before the weekend, two hours before the closing
    [InlineData("usual", "00:30:00", "", "2026-03-06T20:30:00Z")]
    [InlineData("usual", "", "working", "2026-03-06T16:00:00Z")]                       // an hour on Monday and five on Friday
    [InlineData("usual", "", "clock", "2026-03-06T19:00:00Z")]
    public void TheSettings_MakeTheLadder(string calendar, string lead, string time, string sixHoursBefore)
    {
        var ladder = Ladder(calendar, lead, time);

        Assert.Equal(sixHoursBefore, ladder.ReachedAt(ladder.Rungs.Single(rung => rung.Name == "6h"), MondayTen).ToString());
    }

    [Theory]
    [InlineData("", "", "working", "ShipBy__LadderTime=working needs ShipBy__Calendar")]
    [InlineData("usual", "", "often", "LadderTime")]
    [InlineData("usual", "00:00:00", "", "CalendarLead")]
    [InlineData("usual", "1.00:00:01", "", "CalendarLead")]
    public void ASettingThatIsWrong_IsNamed(string calendar, string lead, string time, string expected) =>
        Assert.Contains(expected, Assert.Throws<OptionsValidationException>(() => Ladder(calendar, lead, time)).Message, StringComparison.Ordinal);

    [Fact]
    public void AHostThatForgetsTheCalendar_DoesNotRunByTheClockInSilence() =>
        Assert.Throws<InvalidOperationException>(() => ShopHours.Around(Domain.Deadlines.Ladder.Parse("2h"), new GuardOptions { Calendar = "usual" }, hours: null));

    private static Ladder Ladder(string calendar, string lead, string time)
    {
        var settings = new Dictionary<string, string?> { ["ShipBy:Calendar"] = calendar, ["ShipBy:CalendarLead"] = lead, ["ShipBy:LadderTime"] = time };
        var services = new ServiceCollection()
            .AddGuardSettings(new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not "")).Build())
            .AddSingleton<IAlertChannel>(new FakeChannel())
            .AddGuard();
        return (calendar.Length == 0 ? services : services.AddSingleton(new ShopHours(WorkCalendar.Usual(DateTimeZone.Utc)))).BuildServiceProvider().GetRequiredService<Ladder>();
    }
}
