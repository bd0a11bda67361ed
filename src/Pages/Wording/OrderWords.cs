using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Wording;

/// <summary>How a language speaks of orders, in the marketplace's own terms where it has some.</summary>
public sealed class OrderWords(Texts texts)
{
    public string Shipment => texts.Say();

    public string Pending => texts.Say();

    public string Held => texts.Say();

    public string SetAside => texts.Say();

    public string Shipped => texts.Say();

    public string Cancelled => texts.Say();

    /// <summary>A number of shipments, such as "3 shipments".</summary>
    public string Shipments(int count) => texts.Count("Shipments", count);

    /// <param name="missing">Units; 0 where nobody counted.</param>
    public string OutOfStock(int missing) => missing > 0 ? texts.Say("OutOfStock.missing", ("missing", missing)) : texts.Say("OutOfStock");

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

    /// <summary>A marketplace's status as its own cabinet names it. A word that has no text is shown as it came.</summary>
    public string Status(string raw) => texts.Find($"Status.{raw}") ?? raw;
}
