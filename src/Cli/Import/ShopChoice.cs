using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Calendars;
using ShipBy.Cli.Reconcile;
using ShipBy.Cli.Shops;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Import;

/// <summary>The shop that a file is about.</summary>
/// <param name="Name">As the settings write it.</param>
/// <param name="Zone">Of its times without an offset.</param>
/// <param name="IsZoneSet">Whether the seller set it for this shop.</param>
internal sealed record ShopChoice(string Name, string Kind, PoolName Pool, DateTimeZone Zone, bool IsZoneSet)
{
    private const string Taobao = "taobao";

    /// <value>Whether the next poll would undo what a file says. Taobao refuses some apps to read orders; then a file is all there is.</value>
    public bool IsRead => Kind == "ozon";

    /// <value>Whether it cannot be asked at all.</value>
    public bool TellsOfItself => Kind is "webhook" or "file";

    /// <exception cref="CannotStartException">There is no such shop, or its pool is none, or its zone is none.</exception>
    public static ShopChoice Of(IConfiguration settings, string name)
    {
        if (ShopSection.Find(settings, name) is not { } section)
        {
            var shops = ShopSection.Names(settings);
            throw new CannotStartException(shops.Count == 0
                ? $"No shop is set. Set Shops__{name}__Kind=file, where the app runs too."
                : $"There is no shop {name} in the settings. Give --shop one of these: {string.Join(", ", shops)}; or set Shops__{name}__Kind=file, where the app runs too.");
        }

        var kind = section["Kind"]?.Trim().ToLowerInvariant() ?? "";
        var zone = section["TimeZone"]?.Trim() is { Length: > 0 } own ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(own)
            : kind == Taobao ? DateTimeZoneProviders.Tzdb["Asia/Shanghai"]      // all times of that platform are
            : ShopHoursServices.ZoneOf(settings);

        return zone is null
            ? throw new CannotStartException($"Shops__{section.Key}__TimeZone is not a time zone: write an IANA name, such as Europe/Moscow.")
            : new ShopChoice(section.Key, kind, PoolChoice.PoolOf(section), zone, !string.IsNullOrWhiteSpace(section["TimeZone"]));
    }

    /// <exception cref="CannotStartException">It is read by itself.</exception>
    public void RequireNotRead()
    {
        if (IsRead)
        {
            throw new CannotStartException(
                $"The shop {Name} is of the kind {Kind}: it is asked for its orders, and what a file says would be undone by the next poll. Files are for shops of the kind file; set Shops__<name>__Kind=file for a shop that cannot be asked.");
        }
    }
}
