using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.FirstUse;

namespace ShipBy.Adapters.FirstUse;

public static class FirstUseServices
{
    /// <value>Names the file that the app may keep its settings in. Only <c>shipby</c> sets it, for an app that it will start anew.</value>
    public const string FileSetting = "SHIPBY_SETTINGS_FILE";

    /// <summary>Adds what leads from an empty desk to a guarded shop.</summary>
    public static IServiceCollection AddFirstUse(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton<ISettingsTrial, SettingsTrial>()
        .AddSingleton<ISettingsKeeper>(new SettingsFile(settings[FileSetting]))
        .AddSingleton<ICountText, CountText>();
}
