using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.Marketplaces;
using ShipBy.Application.Marketplaces;
using ShipBy.Cli.Real;

namespace ShipBy.Cli.Shops;

/// <summary>Lets a command speak with one shop, beside a running app. A command makes a handful of calls: they need no budget of all instances.</summary>
internal static class ShopAccess
{
    /// <typeparam name="TAbility">What the shop has to be able to do.</typeparam>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="ability">What that is, for the message: "prints labels".</param>
    /// <exception cref="CannotStartException">A setting is wrong, there is no such shop, it cannot do that, or it does not answer.</exception>
    public static async Task<T> UseAsync<TAbility, T>(IReadOnlyDictionary<string, string> settings, string shop, string ability, Func<TAbility, Task<T>> work)
        where TAbility : class
    {
        try
        {
            await using var app = Services(settings);
            return await work(Find<TAbility>([.. app.GetServices<IMarketplace>()], shop, ability));
        }
        catch (ValidationException flaws)
        {
            throw new CannotStartException($"{flaws.Message.Split(Environment.NewLine)[0]} 'shipby doctor' looks at all settings.", flaws);
        }
        catch (MarketplaceException problem)
        {
            throw new CannotStartException(problem.Message, problem);
        }
    }

    private static TAbility Find<TAbility>(IReadOnlyList<IMarketplace> shops, string name, string ability)
        where TAbility : class
    {
        var shop = shops.FirstOrDefault(one => string.Equals(one.Shop.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CannotStartException($"There is no shop {name} that can be asked. Name one of these: {string.Join(", ", shops.Select(one => one.Shop.Name))}.");
        return shop as TAbility ?? throw new CannotStartException($"The shop {name} is none that {ability}.");
    }

    private static ServiceProvider Services(IReadOnlyDictionary<string, string> settings)
    {
        var configuration = RealSettings.ToConfiguration(settings);
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ICallBudget, InProcessCallBudget>()
            .AddShops(configuration.GetSection("Shops"), ShopHoursServices.ZoneOf(configuration))
            .BuildServiceProvider();
    }
}
