using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.Doctor;
using ShipBy.Adapters.Marketplaces;
using ShipBy.Adapters.Storage;
using ShipBy.Application;
using ShipBy.Application.Doctor;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Pages;

namespace ShipBy.Cli.Doctor;

/// <summary>Checks what the settings name, as far as they can be read, with the app's own parts.</summary>
internal sealed class DoctorRun(IConfiguration settings, TimeProvider clock)
{
    private readonly SettingsReading _reading = SettingsJudge.Judge(settings);

    /// <param name="sendTest">Whether a test alert goes out by every channel; without it nobody is written to.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(bool sendTest, CancellationToken cancel)
    {
        if (!_reading.StorageIsSound)
        {
            return [.. _reading.Findings, .. await ShopsAloneAsync(cancel), Skipped];
        }

        await using var app = Services();
        var found = await app.GetRequiredService<Checkup>().RunAsync(cancel);
        return [.. _reading.Findings, .. found, .. _reading.AlertsAreSound ? (Finding[])[] : [Skipped], .. sendTest && _reading.AlertsAreSound ? await app.GetRequiredService<TestAlert>().RunAsync(cancel) : []];
    }

    private static Finding Skipped => new(Area.Channels, Fact.SettingsFirst);

    /// <summary>Without a storage the keys can be tried all the same.</summary>
    private async Task<IReadOnlyList<Finding>> ShopsAloneAsync(CancellationToken cancel)
    {
        await using var shops = Basis().AddSingleton<IProbe, ShopKeysProbe>().BuildServiceProvider();
        return await shops.GetRequiredService<Checkup>().RunAsync(cancel);
    }

    private ServiceProvider Services()
    {
        var services = Basis().AddStorage(settings).AddStorageProbes(settings);
        services = _reading.AlertsAreSound
            ? services.AddAlerts(settings).AddPages().AddCheckup().AddChannelProbes()
            : services.AddSingleton<IProbe, ShopKeysProbe>();

        // The few calls of a check-up need no budget of all instances, and the keys can be tried while the storage is silent.
        return services.AddSingleton<ICallBudget, InProcessCallBudget>().BuildServiceProvider();
    }

    private IServiceCollection Basis() => new ServiceCollection()
        .AddLogging()
        .AddSingleton(clock)
        .AddSingleton(new MachineClock(clock))
        .AddGuardSettings(_reading.GuardIsSound ? settings : SoundSettings.WithoutGuard(settings))
        .AddGuard()
        .AddSingleton<ICallBudget, InProcessCallBudget>()
        .AddSingleton<ClocksProbe>()
        .AddSingleton<Checkup>()
        .AddShops(SoundSettings.ShopsOf(settings, _reading.SoundShops), ShopHoursServices.ZoneOf(settings));
}
