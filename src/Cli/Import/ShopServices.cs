using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.Marketplaces;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Cli.Doctor;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;

namespace ShipBy.Cli.Import;

/// <summary>Works on one shop's orders with the app's own rules: its ladder, its hours, its routes.</summary>
internal static class ShopServices
{
    /// <param name="assurance">As <see cref="LedgerAccess"/> says.</param>
    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<T> UseAsync<T>(LedgerPlace place, ShopChoice choice, string assurance, Func<IServiceProvider, Shop, Task<T>> work)
    {
        var settings = RealSettings.ToConfiguration(place.Settings);
        try
        {
            return await LedgerAccess.UseAsync(place, assurance, app => work(app, app.GetRequiredService<Pools>().Shops.Single(shop => shop.Name == choice.Name)), services => Add(services, settings, choice));
        }
        catch (Exception flaws) when (flaws is ValidationException or OptionsValidationException)
        {
            throw new CannotStartException(string.Join(' ', flaws.Message.Split('\n', StringSplitOptions.TrimEntries)), flaws);
        }
    }

    /// <summary>Without the shop's own rules and key: for work that asks for neither.</summary>
    /// <inheritdoc cref="UseAsync"/>
    public static Task<T> UseBareAsync<T>(LedgerPlace place, ShopChoice choice, string assurance, Func<IServiceProvider, Shop, Task<T>> work)
    {
        var settings = RealSettings.ToConfiguration(place.Settings);
        return LedgerAccess.UseAsync(place, assurance, app => work(app, new Shop(choice.Name, choice.Kind, choice.Pool)), services => services.AddGuardSettings(settings).AddAlerts(settings).AddShopHours(settings));
    }

    private static void Add(IServiceCollection services, IConfiguration settings, ShopChoice choice)
    {
        var (own, home) = (SoundSettings.ShopsOf(settings, [choice.Name]), ShopHoursServices.ZoneOf(settings));
        services.AddGuardSettings(settings).AddAlerts(settings).AddShopHours(settings).AddShops(own, home);
    }
}
