using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Days;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Application.Settings;

/// <summary>Binds and judges the <c>ShipBy__*</c> settings when the host starts: a bad one stops it, not the third order at night.</summary>
public static class GuardSettings
{
    public static IServiceCollection AddGuardSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GuardOptions>()
            .BindReadable(configuration.GetSection(GuardOptions.Section), GuardOptions.Section)
            .ValidateDataAnnotations()
            .Validate(IsLadder, "ShipBy__Ladder is not a ladder: write rungs from far to near, such as 24h,12h,6h,2h.")
            .Validate(options => DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.TimeZone) is not null, "ShipBy__TimeZone is not a time zone: write an IANA name, such as Europe/Moscow.")
            .Validate(options => options.LadderTime != GuardOptions.WorkingTime || !string.IsNullOrWhiteSpace(options.Calendar), "ShipBy__LadderTime=working needs ShipBy__Calendar, whose working time it counts.")
            .Validate(IsQuietHours, "ShipBy__QuietHours are no hours of a day: write 22:00-08:00, or leave it empty.")
            .Validate(options => IsHour(options.MorningPlanAt), "ShipBy__MorningPlanAt is no hour of a day: write 08:00, or leave it empty.")
            .Validate(options => IsHour(options.EveningReportAt), "ShipBy__EveningReportAt is no hour of a day: write 20:00, or leave it empty.")
            .Validate(options => options.PushSecret.Length is 0 or >= 16, "ShipBy__PushSecret is too short: use at least 16 characters.")
            .Validate(
                options => options.PushSources.Trim() is "" or "*" || NetworkList.IsSound(options.PushSources),
                "ShipBy__PushSources is no list of networks: write them like 195.34.21.0/24, parted by commas, or * for any.")
            .Validate(options => options.PackerKey.Length is 0 or >= 16, "ShipBy__PackerKey is too short: use at least 16 characters.")
            .Validate(options => options.PackerKey.Length == 0 || options.PackerKey != options.DeskKey, "ShipBy__PackerKey is the desk key too: packers would be owners.")
            .Validate(options => IsReadable(() => DeskUsers.Read(options.DeskUsers)), "ShipBy__DeskUsers is no list of people: write it like anna@example.com, boris@example.com=packer.")
            .Validate(options => options.DeskUsers.Trim() is "" || options.DeskKey.Length >= 16, "ShipBy__DeskUsers needs ShipBy__DeskKey, which signs the page's forms: at least 16 characters.")
            .Validate(options => options.LinkSecret.Length is 0 or >= 16, "ShipBy__LinkSecret is too short: use at least 16 characters.")
            .Validate(options => options.PreviousLinkSecret.Length is 0 or >= 16, "ShipBy__PreviousLinkSecret is too short: use at least 16 characters.")
            .ValidateOnStart();

        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<GuardOptions>>().Value);
    }

    private static bool IsLadder(GuardOptions options) => IsReadable(() => Ladder.Parse(options.Ladder));

    private static bool IsQuietHours(GuardOptions options) => IsReadable(() => QuietHours.Parse(options.QuietHours, DateTimeZone.Utc));

    private static bool IsHour(string text) => IsReadable(() => DayTelling.Parse(text, DateTimeZone.Utc));

    private static bool IsReadable(Func<object?> read)
    {
        try
        {
            read();
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
