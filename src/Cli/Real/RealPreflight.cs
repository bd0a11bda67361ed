using System.ComponentModel.DataAnnotations;
using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.Costs;
using ShipBy.Adapters.Marketplaces;
using ShipBy.Adapters.Quality;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Real;

/// <summary>Tries what the settings name before anything is started: with a wrong key nothing would ever come.</summary>
internal static class RealPreflight
{
    /// <summary>Says what is missing without calling anybody.</summary>
    /// <exception cref="CannotStartException">A setting is missing or wrong.</exception>
    public static void Check(RealSettings settings, string language)
    {
        string[] missing =
        [
            .. settings.Get("AzureWebJobsStorage").Length > 0 || settings.KeepsStorageHere
                ? Array.Empty<string>()
                : ["AzureWebJobsStorage (the connection string of a storage account)"],
            .. settings.Get("ShipBy__Contact").Length > 0 || settings.NamesAChat
                ? Array.Empty<string>()
                : ["ShipBy__Contact (the mail address that warnings go to)"],
        ];
        if (missing.Length > 0)
        {
            throw new CannotStartException(
                $"The settings name a shop, and still lack {string.Join(" and ", missing)}. Put them into the environment or into {RealSettings.FileName}; to play with the sandbox instead, add --seed 1.");
        }

        Judge(RealSettings.ToConfiguration(RealAppSettings.For(settings, RunKeys.Make(), port: 1, language, mails: ".")));
    }

    /// <exception cref="CannotStartException">The storage account refuses us, is not there, or its connection string is none.</exception>
    public static async Task<bool> CheckStorageAsync(RealSettings settings, CancellationToken cancel)
    {
        try
        {
            var options = new QueueClientOptions();
            options.Retry.MaxRetries = 1;
            options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
            await new QueueClient(settings.Get("AzureWebJobsStorage"), "reserve-stock", options).ExistsAsync(cancel);

            return true;
        }
        catch (FormatException malformed)
        {
            throw new CannotStartException("AzureWebJobsStorage is no connection string. Copy it again from the storage account's page 'Access keys'.", malformed);
        }
        catch (RequestFailedException refused) when (refused.Status is 401 or 403)
        {
            throw new CannotStartException("The storage account does not accept the key in AzureWebJobsStorage. Copy the connection string again from its page 'Access keys'.", refused);
        }
        catch (Exception away) when (away is RequestFailedException or AggregateException)
        {
            throw new CannotStartException("The storage account in AzureWebJobsStorage does not answer. Check its name and that this machine reaches it.", away);
        }
    }

    /// <summary>Asks each marketplace for a first page of postings.</summary>
    /// <returns>What kept a marketplace from answering now and will pass; the app will try again by itself.</returns>
    /// <exception cref="CannotStartException">A marketplace does not accept the shop's key.</exception>
    public static async Task<IReadOnlyList<string>> CheckShopsAsync(RealSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var later = new List<string>();
        foreach (var marketplace in Marketplaces(settings, clock))
        {
            try
            {
                var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
                await using var pages = marketplace.OpenPostingsAsync(now, now + Duration.FromHours(1), cancel).GetAsyncEnumerator(cancel);
                await pages.MoveNextAsync();
            }
            catch (MarketplaceUnauthorisedException refused)
            {
                throw new CannotStartException($"Shop {marketplace.Shop.Name}: {refused.Message}", refused);
            }
            catch (MarketplaceException passing)
            {
                later.Add($"Shop {marketplace.Shop.Name}: {passing.Message} It will be tried again.");
            }
        }

        return later;
    }

    /// <summary>Has the app's own parts read the settings as they will on start.</summary>
    private static void Judge(IConfiguration configuration)
    {
        try
        {
            using var judges = new ServiceCollection().AddGuardSettings(configuration).AddAlerts(configuration).AddShopHours(configuration).AddCosts(configuration).AddQuality(configuration)
                .AddShops(configuration.GetSection("Shops"), ShopHoursServices.ZoneOf(configuration)).BuildServiceProvider();
            _ = judges.GetRequiredService<IOptions<GuardOptions>>().Value;
            _ = judges.GetRequiredService<IOptions<AlertOptions>>().Value;
            judges.GetRequiredService<IStartupValidator>().Validate();      // what has no options of its own to ask for: the chats
        }
        catch (Exception flaws) when (flaws is ValidationException or OptionsValidationException or InvalidOperationException)
        {
            throw new CannotStartException(string.Join(' ', flaws.Message.Split('\n', StringSplitOptions.TrimEntries)), flaws);
        }
    }

    private static List<IMarketplace> Marketplaces(RealSettings settings, TimeProvider clock) =>
    [
        .. new ServiceCollection().AddLogging().AddSingleton(clock).AddSingleton<ICallBudget, InProcessCallBudget>()
            .AddShops(RealSettings.ToConfiguration(settings.Values).GetSection("Shops"))
            .BuildServiceProvider().GetServices<IMarketplace>(),
    ];
}
