using Azure;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Storage;
using ShipBy.Application;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Cli.Real;

namespace ShipBy.Cli.Reconcile;

/// <summary>Lets a command work on a ledger beside a running app.</summary>
internal static class LedgerAccess
{
    /// <param name="assurance">What is to be said of the work so far when the ledger stops answering, as a sentence.</param>
    /// <param name="add">What the work needs beyond the ledger; null: nothing.</param>
    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<T> UseAsync<T>(LedgerPlace place, string assurance, Func<IServiceProvider, Task<T>> work, Action<IServiceCollection>? add = null)
    {
        try
        {
            await using var app = Services(place, add);

            return await work(app);
        }
        catch (FormatException malformed)
        {
            throw new CannotStartException("AzureWebJobsStorage is no connection string. Copy it again from the storage account's page 'Access keys'.", malformed);
        }
        catch (RequestFailedException refused) when (refused.Status is 401 or 403)
        {
            throw new CannotStartException("The storage account does not let us in. Check AzureWebJobsStorage, or the roles of the identity that is used.", refused);
        }
        catch (Exception away) when (away is RequestFailedException or AggregateException or LedgerUnreachableException or IOException or AuthenticationFailedException)
        {
            throw new CannotStartException($"The ledger in {place.Name} gave no answer. {assurance}", away);
        }
    }

    /// <remarks>The app that runs beside us watches over itself; what a command sees of it would be judged by other settings.</remarks>
    private static ServiceProvider Services(LedgerPlace place, Action<IServiceCollection>? add)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new MachineClock(TimeProvider.System))
            .AddSingleton<ISelfWatch, NobodyWatches>()
            .AddStorage(RealSettings.ToConfiguration(place.Settings))
            .AddGuard();
        add?.Invoke(services);

        return services.BuildServiceProvider();
    }
}
