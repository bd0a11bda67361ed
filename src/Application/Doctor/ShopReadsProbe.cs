using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Doctor;

/// <summary>How long ago each shop was read whole.</summary>
public sealed class ShopReadsProbe(IEnumerable<IMarketplace> marketplaces, ILedger ledger, GuardOptions options, TimeProvider clock) : IProbe
{
    public Area Area => Area.Shops;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var shop in marketplaces.Select(marketplace => marketplace.Shop))
        {
            findings.Add(Judge(shop, (await ledger.FindAsync(shop.Pool, RowKey.Watch(shop.Name), cancel))?.Row as WatchRow));
        }

        return findings;
    }

    private Finding Judge(Shop shop, WatchRow? watch) => watch?.ReadUpTo switch
    {
        null => new Finding(Area, Fact.ShopNeverRead, shop.Name),
        { } at => new Finding(Area, clock.Now() - at > Duration.FromTimeSpan(options.OutageAfter) ? Fact.ShopReadLate : Fact.ShopReadLately, shop.Name) { At = at },
    };
}
