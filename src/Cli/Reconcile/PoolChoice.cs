using Microsoft.Extensions.Configuration;
using ShipBy.Adapters.Marketplaces.Ozon;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Reconcile;

/// <summary>Which pools a command works on.</summary>
internal static class PoolChoice
{
    /// <summary>The pool that was asked for, else those of all shops, else the pool that shops have by default.</summary>
    /// <exception cref="CannotStartException">A pool is asked for that no shop sells from: a slip of the pen would find an empty pool, and call it sound.</exception>
    public static IReadOnlyList<PoolName> Of(IConfiguration settings, PoolName? asked)
    {
        List<PoolName> known = [.. settings.GetSection("Shops").GetChildren().Select(PoolOf).Distinct()];
        if (asked is not null && known.Count > 0 && !known.Contains(asked))
        {
            throw new CannotStartException($"No shop of the settings sells from the pool {asked}. Give --pool one of these: {string.Join(", ", known)}.");
        }

        return asked is not null ? [asked] : known.Count > 0 ? known : [PoolName.Parse(new OzonOptions().Pool)];
    }

    /// <summary>The pool that was asked for, else the only one there is.</summary>
    /// <exception cref="CannotStartException">There are several and none is asked for, or one that no shop sells from.</exception>
    public static PoolName OneOf(IConfiguration settings, PoolName? asked) => Of(settings, asked) switch
    {
        [var one] => one,
        var several => throw new CannotStartException($"There are several pools. Give --pool one of these: {string.Join(", ", several)}."),
    };

    /// <exception cref="CannotStartException">Its pool has a name that none can have.</exception>
    public static PoolName PoolOf(IConfigurationSection shop)
    {
        try
        {
            return PoolName.Parse(shop["Pool"] is { Length: > 0 } pool ? pool : new OzonOptions().Pool);
        }
        catch (FormatException wrong)
        {
            throw new CannotStartException($"Shops__{shop.Key}__Pool: {wrong.Message}", wrong);
        }
    }
}
