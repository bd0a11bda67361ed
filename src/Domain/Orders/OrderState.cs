namespace ShipBy.Domain.Orders;

/// <summary>What ShipBy has made of an order.</summary>
public enum OrderState
{
    /// <summary>Taken; its stock has not been looked at yet.</summary>
    Pending,

    /// <summary>All of its units are held.</summary>
    Held,

    /// <summary>Nothing is held, and it waits in its place for stock to return.</summary>
    OutOfStock,

    /// <summary>Handed over; the held units have left the shelf.</summary>
    Shipped,

    /// <summary>Cancelled, or replaced by the parts it was split into; nothing is held any more.</summary>
    Cancelled,

    /// <summary>Cannot be worked on; a person must look. Holds nothing; its deadline is watched.</summary>
    SetAside,
}

public static class OrderStates
{
    public static bool IsOpen(this OrderState state) => state is not (OrderState.Shipped or OrderState.Cancelled);
}
