using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Stock;

/// <summary>What became of an order's wish for stock.</summary>
public abstract record Reservation
{
    private Reservation() { }

    public abstract Order Order { get; }

    /// <summary>All of its units can be held.</summary>
    public sealed record Made(Order Held) : Reservation
    {
        public override Order Order => Held;
    }

    /// <summary>It holds its units already, or is closed: a doubled message.</summary>
    public sealed record AlreadyDecided(Order Same) : Reservation
    {
        public override Order Order => Same;
    }

    /// <summary>Nothing is held; what is missing is named.</summary>
    /// <param name="IsNews">Whether it was not known before that the order is short by this much.</param>
    public sealed record OutOfStock(Order ShortOrder, bool IsNews) : Reservation
    {
        public override Order Order => ShortOrder;
    }
}
