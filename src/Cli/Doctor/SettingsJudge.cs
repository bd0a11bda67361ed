using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.Costs;
using ShipBy.Adapters.Marketplaces;
using ShipBy.Adapters.Quality;
using ShipBy.Adapters.Storage;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;

namespace ShipBy.Cli.Doctor;

/// <summary>Has the app's own parts judge the settings, one part after the other, so that every flaw is named and a sound part can still be looked at.</summary>
internal static class SettingsJudge
{
    public static SettingsReading Judge(IConfiguration settings)
    {
        var guard = Guard(settings);
        var alerts = Alerts(settings, guardIsSound: guard.Count == 0);
        var shops = settings.GetSection("Shops").GetChildren().Select(shop => (shop.Key, Flaws: Shop(settings, shop))).ToList();
        var storage = Storage(settings);
        List<string> flaws = [.. guard, .. alerts, .. shops.SelectMany(shop => shop.Flaws), .. storage];
        return new SettingsReading(
            [
                .. flaws.Count == 0 ? (Finding[])[new Finding(Area.Settings, Fact.SettingsSound)] : [],
                .. flaws.Select(flaw => new Finding(Area.Settings, Fact.SettingWrong) { Detail = flaw }),
                .. SettingNames.Unknown(settings).Select(name => new Finding(Area.Settings, Fact.SettingUnknown, name)),
            ],
            [.. shops.Where(shop => shop.Flaws.Count == 0).Select(shop => shop.Key)],
            guard.Count == 0,
            guard.Count + alerts.Count == 0,
            storage.Count == 0);
    }

    private static List<string> Guard(IConfiguration settings)
    {
        var section = settings.GetSection(GuardOptions.Section);
        List<string> unreadable = [.. UnreadableSettings.In(section, "ShipBy", typeof(GuardOptions))];
        return unreadable.Count > 0 ? unreadable : [.. OfAttributes(section), .. OfStart(new ServiceCollection().AddGuardSettings(settings)), .. OfReading(() => new ServiceCollection().AddShopHours(settings)), .. OfReading(() => new ServiceCollection().AddCosts(settings)), .. OfReading(() => new ServiceCollection().AddQuality(settings))];
    }

    /// <summary>Judged here, where the setting's whole name is known.</summary>
    private static IEnumerable<string> OfAttributes(IConfigurationSection section)
    {
        var (options, results) = (section.Get<GuardOptions>() ?? new GuardOptions(), new List<ValidationResult>());
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => $"ShipBy__{result.MemberNames.First()}: {result.ErrorMessage}");
    }

    private static List<string> Alerts(IConfiguration settings, bool guardIsSound)
    {
        List<string> unreadable = [.. UnreadableSettings.In(settings.GetSection(AlertOptions.Section), AlertOptions.Section, typeof(AlertOptions))];
        var guard = guardIsSound ? settings.GetSection(GuardOptions.Section).Get<GuardOptions>() ?? new GuardOptions() : new GuardOptions();
        return unreadable.Count > 0 ? unreadable : [.. OfStart(new ServiceCollection().AddSingleton(guard).AddAlerts(settings))];
    }

    private static IEnumerable<string> OfStart(IServiceCollection services)
    {
        try
        {
            using var provider = services.BuildServiceProvider();
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException flawed)
        {
            return Own(flawed);
        }
        catch (AggregateException several)
        {
            return [.. several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(Own)];
        }
    }

    /// <remarks>What attributes say is said with the setting's whole name by <see cref="OfAttributes"/>.</remarks>
    private static IEnumerable<string> Own(OptionsValidationException flawed) => flawed.Failures.Where(failure => !failure.StartsWith("DataAnnotation", StringComparison.Ordinal));

    private static List<string> Shop(IConfiguration settings, IConfigurationSection shop)
    {
        var (own, zone) = (SoundSettings.ShopsOf(settings, [shop.Key]), ShopHoursServices.ZoneOf(settings));
        if (ShopKinds.Of(shop) is { } kind)
        {
            List<string> unreadable = [.. UnreadableSettings.In(shop, $"Shops__{shop.Key}", kind.Options)];
            return unreadable.Count > 0 ? unreadable : OfReading(() => kind.Add(new ServiceCollection(), own, zone));
        }

        return shop["Kind"] is { Length: > 0 }
            ? [$"Shops__{shop.Key}__Kind is none of {ShopKinds.Names}; no shop of another kind is read."]
            : OfReading(() => new ServiceCollection().AddShops(own, zone));
    }

    private static List<string> OfReading(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (ValidationException flawed)
        {
            return [.. flawed.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        }
    }

    private static List<string> Storage(IConfiguration settings)
    {
        try
        {
            new ServiceCollection().AddStorage(settings);
            return [];
        }
        catch (InvalidOperationException missing)
        {
            return [missing.Message];
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException)
        {
            return ["AzureWebJobsStorage is no connection string. Copy it again from the storage account's page 'Access keys'."];
        }
    }
}
