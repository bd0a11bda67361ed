using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Application.Transit;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;
using ShipBy.Cli.Shops;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Wording;

namespace ShipBy.Cli.Parcels;

/// <summary>Speaks of one parcel on its way, beside a running app.</summary>
internal static class ParcelRun
{
    private const string NothingChanged = "Run the command again.";

    /// <param name="order">Its shop in any case.</param>
    /// <returns>Wrong where no such parcel is followed.</returns>
    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<int> SettleAsync(LedgerPlace place, OrderKey order, TextWriter output, CancellationToken cancel)
    {
        var settled = await LedgerAccess.UseAsync(place, NothingChanged, async app =>
            await FindAsync(app, place, order, cancel) is var (pool, parcel) && await app.GetRequiredService<TendConsignment>().SettleAsync(parcel.Order, pool, cancel) ? parcel.Order : null);
        await output.WriteLineAsync(settled is null ? Unknown(place, order) : $"{settled.Number} of {settled.Shop} is settled; nobody asks about it any more.");

        return settled is null ? ExitCode.Wrong : ExitCode.Fine;
    }

    /// <inheritdoc cref="SettleAsync"/>
    public static async Task<int> DraftAsync(LedgerPlace place, OrderKey order, TimeProvider time, TextWriter output, CancellationToken cancel)
    {
        var parcel = await LedgerAccess.UseAsync(place, NothingChanged, async app => await FindAsync(app, place, order, cancel) is var (_, found) ? found : null);
        await output.WriteLineAsync(parcel is null ? Unknown(place, order) : Draft(parcel, RealSettings.ToConfiguration(place.Settings), time));

        return parcel is null ? ExitCode.Wrong : ExitCode.Fine;
    }

    internal static string Draft(Consignment parcel, IConfiguration settings, TimeProvider time)
    {
        var guard = settings.GetSection(GuardOptions.Section).Get<GuardOptions>() ?? new GuardOptions();
        var words = Words.In(guard.Language);
        var contact = settings[$"Shops:{parcel.Order.Shop}:CarrierContact"] ?? "";
        var line = new ConsignmentLine(parcel.Order, parcel.Complaint, IsOver: true, parcel.HandedOverAt, parcel.Seen.At, parcel.Carrier, parcel.TrackingNumber, contact, parcel.Value);
        return string.Join('\n', [.. contact.Length == 0 ? Array.Empty<string>() : [$"{words.Transit.ContactLabel}: {contact}", ""], ClaimText.Write(line, words, new ShopClock(ShopClock.ZoneOf(guard.TimeZone), words.Time, time.Now()))]);
    }

    /// <remarks>A shop that has left the settings since may still have parcels: its name has to be written as it was.</remarks>
    private static async Task<(PoolName Pool, Consignment Parcel)?> FindAsync(IServiceProvider app, LedgerPlace place, OrderKey order, CancellationToken cancel)
    {
        var settings = RealSettings.ToConfiguration(place.Settings);
        var found = from pool in PoolChoice.Of(settings, asked: null)
                    from shop in new[] { ShopSection.Find(settings, order.Shop)?.Key, order.Shop }.OfType<string>().Distinct()
                    select (Pool: pool, Key: RowKey.Consignment(order with { Shop = shop }));
        foreach (var (pool, key) in found)
        {
            if (await app.GetRequiredService<ILedger>().FindAsync(pool, key, cancel) is { } stored)
            {
                return (pool, stored.Consignment());
            }
        }

        return null;
    }

    private static string Unknown(LedgerPlace place, OrderKey order)
    {
        var settings = RealSettings.ToConfiguration(place.Settings);
        return (ShopSection.Find(settings, order.Shop)?.Key, ShopSection.Names(settings)) switch
        {
            (null, [_, ..] names) => $"There is no shop {order.Shop} in the settings, and no parcel of such a shop is followed. Name one of these: {string.Join(", ", names)}.",
            var (shop, _) => $"No parcel of {order.Number} of {shop ?? order.Shop} is followed: it has arrived, its order has not left for the history yet, or the shop follows none (Shops__{shop ?? order.Shop}__ArriveWithin).",
        };
    }
}
