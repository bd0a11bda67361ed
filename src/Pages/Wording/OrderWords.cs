using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Wording;

/// <summary>How a language speaks of orders, in the marketplace's own terms where it has some.</summary>
public sealed record OrderWords
{
    public required string Shipment { get; init; }

    /// <value>A number of shipments, such as "3 shipments".</value>
    public required Func<int, string> Shipments { get; init; }

    public required string Pending { get; init; }

    public required string Held { get; init; }

    /// <value>Takes the number of missing units; 0 where nobody counted.</value>
    public required Func<int, string> OutOfStock { get; init; }

    public required string SetAside { get; init; }

    public required string Shipped { get; init; }

    public required string Cancelled { get; init; }

    /// <value>The marketplace's statuses as its own cabinet names them. A word that is not here is shown as it came.</value>
    public required IReadOnlyDictionary<string, string> Statuses { get; init; }

    public string State(OrderState state, int missing) => state switch
    {
        OrderState.Pending => Pending,
        OrderState.Held => Held,
        OrderState.OutOfStock => OutOfStock(missing),
        OrderState.SetAside => SetAside,
        OrderState.Shipped => Shipped,
        OrderState.Cancelled => Cancelled,
        var unknown => throw new InvalidOperationException($"No word is written for {unknown}."),
    };

    public string Status(string raw) => Statuses.GetValueOrDefault(raw, raw);
}
