using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.Marketplaces;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.FirstUse;

/// <summary>Builds the parts that the settings would have, uses them once, and takes them down again.</summary>
/// <remarks>Nothing of it logs: a setting that is only tried may be a secret in the wrong place.</remarks>
public sealed class SettingsTrial(TimeProvider clock, MachineClock machine) : ISettingsTrial
{
    /// <value>Somebody waits for the answer.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<ShopTrial> AskShopAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, machine.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await using var parts = ShopsOf(ToConfiguration(settings));
            var findings = await parts.GetRequiredService<ShopKeysProbe>().LookAsync(either.Token);
            var tried = new ShopTrial(findings, Listing: null);
            return tried.IsGood ? tried with { Listing = await ListingAsync(parts.GetServices<IMarketplace>().OfType<IShopWindow>().FirstOrDefault(), either.Token) } : tried;
        }
        catch (ValidationException flawed)
        {
            return new ShopTrial([.. flawed.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(flaw => new Finding(Area.Settings, Fact.SettingWrong) { Detail = flaw })], Listing: null);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return new ShopTrial([new Finding(Area.Shops, Fact.TookTooLong) { Time = Duration.FromTimeSpan(Patience) }], Listing: null);
        }
    }

    public async Task<IReadOnlyList<Finding>> OpenRoutesAsync(IReadOnlyDictionary<string, string> settings, Func<AlertRoutes, Task<IReadOnlyList<Finding>>> use, CancellationToken cancel)
    {
        var configuration = ToConfiguration(settings);
        AlertRoutes routes;
        await using var parts = new ServiceCollection().AddSingleton(clock).AddSingleton(machine).AddGuardSettings(configuration).AddAlerts(configuration).BuildServiceProvider();
        try
        {
            parts.GetRequiredService<IStartupValidator>().Validate();
            routes = parts.GetRequiredService<AlertRoutes>();
        }
        catch (Exception flawed) when (flawed is OptionsValidationException or AggregateException)
        {
            return [.. FlawsOf(flawed).Distinct().Select(flaw => new Finding(Area.Settings, Fact.SettingWrong) { Detail = flaw })];
        }

        return await use(routes);
    }

    private static IEnumerable<string> FlawsOf(Exception flawed) => flawed switch
    {
        OptionsValidationException one => one.Failures,
        AggregateException several => several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(one => one.Failures),
        _ => [],
    };

    /// <remarks>A shop that is guarded without telling what it has is no fault.</remarks>
    private static async Task<ShopListing?> ListingAsync(IShopWindow? shop, CancellationToken cancel)
    {
        try
        {
            return shop is null ? null : await shop.ListAsync(cancel);
        }
        catch (MarketplaceException)
        {
            return null;
        }
    }

    private ServiceProvider ShopsOf(IConfigurationRoot configuration) => new ServiceCollection().AddLogging().AddSingleton(clock)
        .AddSingleton<ICallBudget, InProcessCallBudget>().AddSingleton<Pools>().AddSingleton<ShopKeysProbe>()
        .AddShops(configuration.GetSection("Shops"), ShopHoursServices.ZoneOf(configuration)).BuildServiceProvider();

    private static IConfigurationRoot ToConfiguration(IReadOnlyDictionary<string, string> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)))
        .Build();
}
