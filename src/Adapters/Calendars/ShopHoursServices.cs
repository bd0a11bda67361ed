using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Calendars;

public static class ShopHoursServices
{
    /// <summary>Adds the <see cref="ShopHours"/> that <c>ShipBy__Calendar</c> names, and how far they reach; none where it is empty.</summary>
    /// <exception cref="ValidationException">The calendar cannot be used; the message names its file and every flaw.</exception>
    public static IServiceCollection AddShopHours(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(GuardOptions.Section);
        var calendar = options[nameof(GuardOptions.Calendar)];
        if (string.IsNullOrWhiteSpace(calendar))
        {
            return services;
        }

        try
        {
            var hours = new ShopHours(CalendarFile.Read(calendar, ZoneOf(configuration)));
            return services.AddSingleton(hours).AddSingleton<IWatchedCalendars>(CalendarHorizon.Of(calendar, hours.Calendar));
        }
        catch (InvalidSellerFileException invalid)
        {
            throw new ValidationException($"ShipBy__Calendar: {invalid.Message}", invalid);
        }
    }

    /// <summary>The seller's zone. A name that is none is refused with the other settings; here it means the default.</summary>
    public static DateTimeZone ZoneOf(IConfiguration configuration)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        return zones.GetZoneOrNull(configuration.GetSection(GuardOptions.Section)[nameof(GuardOptions.TimeZone)] ?? "") ?? zones[new GuardOptions().TimeZone];
    }
}
