using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Rules;

/// <summary>Reads what a shop itself knows about its deadlines, whatever its marketplace is, and judges every part of it before the first order.</summary>
/// <remarks>A setting that would do nothing is a flaw as well: whoever wrote it believes that it does something.</remarks>
internal sealed class DispatchSettings
{
    private readonly IConfigurationSection _shop;
    private readonly DispatchOptions _options;
    private readonly List<string> _flaws;

    private DispatchSettings(IConfigurationSection shop, List<string> flaws) =>
        (_shop, _options, _flaws) = (shop, shop.Get<DispatchOptions>() ?? new DispatchOptions(), flaws);

    /// <param name="shop">The shop's section, <c>Shops:&lt;name&gt;</c>.</param>
    /// <param name="home">The zone of a shop that names none.</param>
    /// <returns>What could be read; of no use where flaws were added.</returns>
    public static DispatchRules Read(IConfigurationSection shop, DateTimeZone home, List<string> flaws) => new DispatchSettings(shop, flaws).Read(home);

    private DispatchRules Read(DateTimeZone home)
    {
        var zone = ZoneOf(nameof(DispatchOptions.TimeZone), _options.TimeZone, home);
        var hours = Try(nameof(DispatchOptions.Calendar), _options.Calendar, calendar => CalendarFile.Read(calendar, zone));
        var promotions = Try(nameof(DispatchOptions.Promotions), _options.Promotions, file => PromotionFile.Read(file, zone, hours)) ?? [];

        return new DispatchRules { HandlingTime = HandlingTimeBy(hours), Promotions = promotions, PickUps = PickUpsIn(ZoneOf(nameof(DispatchOptions.CarrierTimeZone), _options.CarrierTimeZone, zone)), Shipping = ShippingSettings.Read(_shop, _flaws), Transit = TransitSettings.Read(_shop, _flaws), Bundles = Try(nameof(DispatchOptions.Bundles), _options.Bundles, BundleFile.Read) ?? Bundles.None };
    }

    private HandlingTime? HandlingTimeBy(WorkCalendar? hours)
    {
        LocalTime? cutOff = _options.OrderCutOff.Trim() is { Length: > 0 } text ? CellText.Time(text) : null;
        Need(cutOff is not null || IsEmpty(_options.OrderCutOff), nameof(DispatchOptions.OrderCutOff), "is not a time of day: write 14:00");
        if (IsEmpty(_options.HandlingTime))
        {
            Need(IsEmpty(_options.OrderCutOff), nameof(DispatchOptions.OrderCutOff), "does nothing without HandlingTime");
            Need(IsEmpty(_options.Calendar) || !IsEmpty(_options.Promotions), nameof(DispatchOptions.Calendar), "does nothing without HandlingTime; warnings follow ShipBy__Calendar");
            return null;
        }

        var length = LengthText.Parse(_options.HandlingTime.Trim());
        Need(length is not null, nameof(DispatchOptions.HandlingTime), "is not a length of time: write hours of working time, such as 16h");
        Need(!IsEmpty(_options.Calendar), nameof(DispatchOptions.HandlingTime), $"needs Shops__{_shop.Key}__Calendar, whose working time it counts");

        return length is { } some && hours is not null ? new HandlingTime(some, hours, cutOff) : null;
    }

    private PickUpPlan? PickUpsIn(DateTimeZone zone)
    {
        if (IsEmpty(_options.PickUps))
        {
            (string Name, string Value)[] others =
            [
                (nameof(DispatchOptions.Carrier), _options.Carrier), (nameof(DispatchOptions.CarrierRegion), _options.CarrierRegion),
                (nameof(DispatchOptions.CarrierCalendar), _options.CarrierCalendar), (nameof(DispatchOptions.CarrierTimeZone), _options.CarrierTimeZone),
            ];
            Array.ForEach(others, other => Need(IsEmpty(other.Value), other.Name, "does nothing without PickUps"));
            return null;
        }

        var week = Try(nameof(DispatchOptions.PickUps), _options.PickUps, PickUpText.Parse);
        var days = Try(nameof(DispatchOptions.Carrier), _options.Carrier, CarrierFile.Read);
        var calendar = Try(nameof(DispatchOptions.CarrierCalendar), _options.CarrierCalendar, file => CalendarFile.Read(file, zone));
        if (days is not null)
        {
            var region = _options.CarrierRegion.Trim();
            Need(
                (days.Regions.Count == 0 && region.Length == 0) || days.Regions.Contains(region, StringComparer.OrdinalIgnoreCase),
                nameof(DispatchOptions.CarrierRegion),
                days.Regions.Count == 0 ? "is in vain: the carrier's file names no regions" : $"has to be one of the carrier's file: {string.Join(", ", days.Regions)}");
        }
        else
        {
            Need(IsEmpty(_options.CarrierRegion) || !IsEmpty(_options.Carrier), nameof(DispatchOptions.CarrierRegion), "does nothing without Carrier");
        }

        return week is null ? null : new PickUpPlan(zone, week, days?.In(_options.CarrierRegion.Trim()) ?? new Dictionary<LocalDate, IReadOnlyList<LocalTime>>(), calendar);
    }

    private DateTimeZone ZoneOf(string setting, string name, DateTimeZone otherwise)
    {
        var zone = IsEmpty(name) ? otherwise : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.Trim());
        Need(zone is not null, setting, "is not a time zone: write an IANA name, such as Europe/Moscow");
        return zone ?? otherwise;
    }

    private T? Try<T>(string setting, string text, Func<string, T> read)
        where T : class
    {
        try
        {
            return IsEmpty(text) ? null : read(text.Trim());
        }
        catch (Exception flaw) when (flaw is FormatException or InvalidSellerFileException)
        {
            _flaws.Add($"Shops__{_shop.Key}__{setting}: {flaw.Message}");
            return null;
        }
    }

    private void Need(bool holds, string setting, string flaw)
    {
        if (!holds)
        {
            _flaws.Add($"Shops__{_shop.Key}__{setting} {flaw}.");
        }
    }

    private static bool IsEmpty(string text) => string.IsNullOrWhiteSpace(text);
}
