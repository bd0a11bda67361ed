using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.Calendars;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Tests.Calendars;

public sealed class ShopHoursServicesTests
{
    [Theory]
    [InlineData("Europe/Moscow", 6, true)]
    [InlineData("Europe/Moscow", 5, false)]
    [InlineData("Asia/Shanghai", 1, true)]
    [InlineData("", 6, true)]                                                          // the default zone
    public void TheCalendarOfTheSettings_IsReadInTheSellersZone(string zone, int hour, bool open)
    {
        var hours = Services(("ShipBy:Calendar", "russia"), ("ShipBy:TimeZone", zone)).GetRequiredService<ShopHours>();

        Assert.Equal(open, hours.Calendar.IsOpen(Instant.FromUtc(2026, 3, 2, hour, 0)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void WithoutACalendar_ThereAreNone(string calendar) => Assert.Null(Services(("ShipBy:Calendar", calendar)).GetService<ShopHours>());

    [Fact]
    public void ABadCalendar_StopsTheStart_WithItsFlaws()
    {
        using var file = new CalendarOnDisk();
        File.WriteAllText(file.Path, "date,kind\nsomeday,off\n2026-03-02,perhaps\n");

        var refusal = Assert.Throws<ValidationException>(() => Services(("ShipBy:Calendar", file.Path)));

        Assert.StartsWith("ShipBy__Calendar: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("line 2, date:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("line 3, kind:", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddShopHours(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build())
        .BuildServiceProvider();
}
