using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;
using ShipBy.Adapters.Marketplaces.Ozon;
using ShipBy.Adapters.Marketplaces.Rules;
using ShipBy.Adapters.Tests.Calendars;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Adapters.Tests.Marketplaces.Rules;

/// <summary>What a shop's settings come to, seen in the deadline of a posting that was paid on Monday 2026-03-02 at 12:00 UTC.</summary>
public sealed class DispatchSettingsTests
{
    private const string Limit = "2026-03-05T12:00:00Z";

    [Theory]
    [InlineData("", null)]
    [InlineData("HandlingTime=16h;Calendar=russia", "2026-03-03T16:00:00Z HandlingTime")]                                     // Moscow, 9 to 21: six hours of Monday and ten of Tuesday
    [InlineData("HandlingTime=16h;Calendar=russia;TimeZone=Asia/Shanghai", "2026-03-04T04:00:00Z HandlingTime")]
    [InlineData("HandlingTime=16h;Calendar=russia;OrderCutOff=14:00", "2026-03-04T10:00:00Z HandlingTime")]                   // it came at 15:00 in Moscow
    [InlineData("HandlingTime=16h;Calendar=russia;OrderCutOff=15:00", "2026-03-03T16:00:00Z HandlingTime")]
    public void TheShopsOwnRule_IsRead(string settings, string? expected) => Assert.Equal(expected, Deadline(settings, shipBy: null));

    [Theory]
    [InlineData("", "2026-03-05T12:00:00Z PlatformLimit")]
    [InlineData("PickUps=Mon-Fri 16:00", "2026-03-04T13:00:00Z PlatformLimit")]                                               // Moscow's 16:00 on Wednesday
    [InlineData("PickUps=Mon-Fri 15:00", "2026-03-05T12:00:00Z PlatformLimit")]                                               // on the limit's instant
    [InlineData("PickUps=Mon-Fri 16:00;CarrierTimeZone=Asia/Shanghai", "2026-03-05T08:00:00Z PlatformLimit")]
    [InlineData("PickUps=Mon-Fri 16:00;TimeZone=Asia/Shanghai", "2026-03-05T08:00:00Z PlatformLimit")]
    [InlineData("PickUps=Fri 16:00", "2026-03-05T12:00:00Z PlatformLimit none left")]
    public void PickUps_AreRead(string settings, string expected) => Assert.Equal(expected, Deadline(settings, Limit));

    [Theory]
    [InlineData("south", "2026-03-03T13:00:00Z PlatformLimit")]
    [InlineData("North", "2026-03-04T13:00:00Z PlatformLimit")]
    public void TheCarriersOwnDays_AreThoseOfTheRegion(string region, string expected)
    {
        using var file = new CalendarOnDisk();
        File.WriteAllText(file.Path, "date,kind,pick-ups,region,name\n2026-03-04,off,,south,strike\n2026-03-02,off,,north,strike\n");

        Assert.Equal(expected, Deadline($"PickUps=Mon-Fri 16:00;Carrier={file.Path};CarrierRegion={region}", Limit));
        Assert.Equal(["Shops__main__CarrierRegion has to be one of the carrier's file: north, south."], Flaws($"PickUps=Mon-Fri 16:00;Carrier={file.Path}"));
        Assert.Equal(["Shops__main__CarrierRegion has to be one of the carrier's file: north, south."], Flaws($"PickUps=Mon-Fri 16:00;Carrier={file.Path};CarrierRegion=east"));
    }

    [Fact]
    public void TheCarriersCalendar_TakesItsDaysOff()
    {
        using var file = new CalendarOnDisk();
        File.WriteAllText(file.Path, "date,kind\n2026-03-04,off\n");

        Assert.Equal("2026-03-03T13:00:00Z PlatformLimit", Deadline($"PickUps=Mon-Fri 16:00;CarrierCalendar={file.Path}", Limit));
    }

    [Fact]
    public void APromotion_WinsOverTheHandlingTime()
    {
        using var file = new CalendarOnDisk();
        File.WriteAllText(file.Path, "date,handling,name,source,confidence\n2026-03-02,72h,Sale,notice,official\n");

        Assert.Equal("2026-03-05T12:00:00Z Promotion", Deadline($"Promotions={file.Path};HandlingTime=16h;Calendar=russia", shipBy: null));
        Assert.Equal("2026-03-05T12:00:00Z Promotion", Deadline($"Promotions={file.Path}", shipBy: null));
    }

    [Theory]
    [InlineData("TimeZone=Mars", "Shops__main__TimeZone is not a time zone")]
    [InlineData("HandlingTime=16:00:00;Calendar=russia", "Shops__main__HandlingTime is not a length of time")]
    [InlineData("HandlingTime=16h", "Shops__main__HandlingTime needs Shops__main__Calendar")]
    [InlineData("HandlingTime=16h;Calendar=rusia", "Shops__main__Calendar: rusia cannot be used as a calendar")]
    [InlineData("Calendar=russia", "Shops__main__Calendar does nothing without HandlingTime")]
    [InlineData("OrderCutOff=14:00", "Shops__main__OrderCutOff does nothing without HandlingTime")]
    [InlineData("HandlingTime=16h;Calendar=russia;OrderCutOff=2 pm", "Shops__main__OrderCutOff is not a time of day")]
    [InlineData("PickUps=daily", "Shops__main__PickUps: 'daily' is not a pick-up")]
    [InlineData("Carrier=china", "Shops__main__Carrier does nothing without PickUps")]
    [InlineData("CarrierRegion=south", "Shops__main__CarrierRegion does nothing without PickUps")]
    [InlineData("CarrierCalendar=china", "Shops__main__CarrierCalendar does nothing without PickUps")]
    [InlineData("CarrierTimeZone=UTC", "Shops__main__CarrierTimeZone does nothing without PickUps")]
    [InlineData("PickUps=Mon 16:00;CarrierTimeZone=Mars", "Shops__main__CarrierTimeZone is not a time zone")]
    [InlineData("PickUps=Mon 16:00;Carrier=nobody", "Shops__main__Carrier: nobody cannot be used")]
    [InlineData("PickUps=Mon 16:00;CarrierRegion=south", "Shops__main__CarrierRegion does nothing without Carrier")]
    [InlineData("PickUps=Mon 16:00;Carrier=china;CarrierRegion=south", "Shops__main__CarrierRegion is in vain")]
    [InlineData("Promotions=nothing", "Shops__main__Promotions: nothing cannot be used")]
    public void ASettingThatIsWrong_IsNamed(string settings, string expected) => Assert.StartsWith(expected, Assert.Single(Flaws(settings)), StringComparison.Ordinal);

    [Fact]
    public void AnOzonShop_HasThem_OrDoesNotStart()
    {
        var read = OzonSettings.Read(Section("Kind=ozon;ClientId=1;ApiKey=k;PickUps=Mon-Fri 16:00").Root.GetSection("Shops"), Moscow);
        var refusal = Assert.Throws<ValidationException>(() => OzonSettings.Read(Section("Kind=ozon;ClientId=1;ApiKey=k;PickUps=daily;TimeZone=Mars").Root.GetSection("Shops"), Moscow));

        Assert.NotNull(Assert.Single(read).Shop.Rules.PickUps);
        Assert.Equal(2, refusal.Message.Split(Environment.NewLine).Length);
    }

    private static DateTimeZone Moscow { get; } = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    private static string? Deadline(string settings, string? shipBy)
    {
        var flaws = new List<string>();
        var rules = DispatchSettings.Read(Section(settings).Shop, Moscow, flaws);
        Assert.Empty(flaws);

        var posting = TestKit.Sample.Posting with { InProcessAt = TestKit.Sample.Noon, ShipBy = shipBy is null ? null : InstantPattern.General.Parse(shipBy).Value };
        var date = DeadlineInForce.Of(posting, null, rules, TestKit.Sample.Noon);
        return date is null ? null : $"{date.At} {date.Rule.Kind}{(date.Rule.PickUp == CarrierPickUp.NoneLeft ? " none left" : "")}";
    }

    private static List<string> Flaws(string settings)
    {
        var flaws = new List<string>();
        DispatchSettings.Read(Section(settings).Shop, Moscow, flaws);
        return flaws;
    }

    private static (IConfigurationRoot Root, IConfigurationSection Shop) Section(string settings)
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2)).ToDictionary(setting => $"Shops:main:{setting[0]}", setting => (string?)setting[1])).Build();
        return (root, root.GetSection("Shops:main"));
    }
}
