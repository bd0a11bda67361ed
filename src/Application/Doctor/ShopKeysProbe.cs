using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;

namespace ShipBy.Application.Doctor;

/// <summary>Whether the marketplaces take the shops' keys, and until when.</summary>
public sealed class ShopKeysProbe(IEnumerable<IMarketplace> marketplaces, Pools pools, TimeProvider clock) : IProbe
{
    /// <value>Time enough to make a new key, a holiday included.</value>
    private static readonly Duration Soon = Duration.FromDays(14);

    public Area Area => Area.Shops;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        var findings = await Task.WhenAll(marketplaces.Select(shop => KeyAsync(shop, cancel)));
        return pools.Shops.Count > 0 ? [.. findings.SelectMany(some => some)] : [new Finding(Area, Fact.NoShop)];
    }

    /// <remarks>One page of postings and no more: a key may be good and lack the right to read them.</remarks>
    private async Task<Finding[]> KeyAsync(IMarketplace marketplace, CancellationToken cancel)
    {
        var (name, now) = (marketplace.Shop.Name, clock.Now());
        try
        {
            await using var pages = marketplace.OpenPostingsAsync(now, now + Duration.FromHours(1), cancel).GetAsyncEnumerator(cancel);
            await pages.MoveNextAsync();
            Finding life = (marketplace is IExpiringKey key ? await key.KeyExpiresAtAsync(cancel) : null) switch
            {
                null => new Finding(Area, Fact.KeySound, name),
                { } end when end - now <= Soon => new Finding(Area, Fact.KeyEndsSoon, name) { At = end },
                { } end => new Finding(Area, Fact.KeyGoodUntil, name) { At = end },
            };
            return [life, .. Lacking(name, marketplace is IKeyRights rights ? await rights.MissingRightsAsync(cancel) : null)];
        }
        catch (MarketplaceUnauthorisedException)
        {
            return [new Finding(Area, Fact.KeyRefused, name)];
        }
        catch (MarketplaceBusyException busy)
        {
            return [new Finding(Area, Fact.ShopBusy, name) { Time = Duration.FromTimeSpan(busy.RetryAfter) }];
        }
        catch (MarketplaceRefusedException refused)
        {
            return [new Finding(Area, Fact.ShopRefuses, name) { Detail = refused.Code }];
        }
        catch (MarketplaceUnreachableException silent)
        {
            return [new Finding(Area, Fact.ShopSilent, name) { Detail = silent.Message }];
        }
    }

    private IEnumerable<Finding> Lacking(string name, MissingRights? missing)
    {
        if (missing is { Needed.Count: > 0 })
        {
            yield return new Finding(Area, Fact.KeyLacksReading, name) { Detail = string.Join(", ", missing.Needed) };
        }

        if (missing is { Others.Count: > 0 })
        {
            yield return new Finding(Area, Fact.KeyLacksMore, name) { Detail = string.Join(", ", missing.Others) };
        }
    }
}
