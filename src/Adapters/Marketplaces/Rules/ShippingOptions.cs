using System.ComponentModel.DataAnnotations;

namespace ShipBy.Adapters.Marketplaces.Rules;

/// <summary>What a seller may switch on for a shop, as <c>Shops__&lt;name&gt;__*</c> sets it. Nothing is on by itself.</summary>
public sealed class ShippingOptions
{
    /// <value>Whether an order that is in stock and has no open question is reported as packed at once, in one parcel.</value>
    public bool AutoShip { get; init; }

    /// <value>Only orders worth less, in units of their currency. Null: all.</value>
    [Range(0.01, 1e9)] public decimal? AutoShipBelow { get; init; }

    /// <value>Orders worth this or more, in units of their currency, wait for a person. Null: none for that.</value>
    [Range(0.01, 1e9)] public decimal? ReviewFromValue { get; init; }

    /// <value>Orders of this many pieces or more wait for a person. Null: none for that.</value>
    [Range(1, 1_000_000)] public int? ReviewFromUnits { get; init; }

    /// <value>Whether an odd address makes an order wait.</value>
    public bool ReviewAddresses { get; init; }

    /// <value>Whether a note makes an order wait.</value>
    public bool ReviewNotes { get; init; }
}
