using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using ShipBy.Application.Settings;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Rules;

/// <summary>Reads which rules a seller has switched on for a shop, whatever its marketplace is.</summary>
internal static class ShippingSettings
{
    /// <value>Where packing is told apart from the hand-over, which needs a tracking number.</value>
    private const string Packs = "ozon";

    /// <returns>What could be read; of no use where flaws were added.</returns>
    public static ShippingRules Read(IConfigurationSection shop, List<string> flaws)
    {
        var before = flaws.Count;
        flaws.AddRange(UnreadableSettings.In(shop, $"Shops__{shop.Key}", typeof(ShippingOptions)));
        if (flaws.Count > before)
        {
            return ShippingRules.None;
        }

        var options = shop.Get<ShippingOptions>() ?? new ShippingOptions();
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        flaws.AddRange(results.Select(result => $"Shops__{shop.Key}__{result.MemberNames.First()}: {result.ErrorMessage}"));
        if (options.AutoShip && !string.Equals(shop["Kind"], Packs, StringComparison.OrdinalIgnoreCase))
        {
            flaws.Add($"Shops__{shop.Key}__AutoShip does nothing: only at {Packs} an order is packed before it has a tracking number. Leave it out.");
        }

        if (options is { AutoShip: false, AutoShipBelow: not null })
        {
            flaws.Add($"Shops__{shop.Key}__AutoShipBelow does nothing without AutoShip; set that to true, or leave this out.");
        }

        return new ShippingRules
        {
            PacksByItself = options.AutoShip,
            PacksBelow = options.AutoShipBelow,
            ReviewsFromValue = options.ReviewFromValue,
            ReviewsFromUnits = options.ReviewFromUnits,
            ReviewsAddresses = options.ReviewAddresses,
            ReviewsNotes = options.ReviewNotes,
        };
    }
}
