namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>The columns of a file of orders, by the names that messages call them.</summary>
internal static class OrderColumn
{
    public const string Order = "order";
    public const string Sku = "sku";
    public const string Quantity = "quantity";
    public const string Status = "status";
    public const string Name = "name";
    public const string Price = "price";
    public const string Amount = "amount";
    public const string Currency = "currency";
    public const string Created = "created";
    public const string Paid = "paid";
    public const string ShipBy = "ship_by";
    public const string Shipped = "shipped";
    public const string Changed = "changed";
    public const string Carrier = "carrier";
    public const string TrackingNumber = "tracking_number";
    public const string Note = "note";
    public const string Recipient = "recipient";
    public const string Phone = "phone";
    public const string Country = "country";
    public const string Region = "region";
    public const string City = "city";
    public const string Address = "address";
    public const string PostalCode = "postal_code";
    public const string DeliverBy = "deliver_by";
    public const string Delivered = "delivered";
    public const string Review = "review";
    public const string CancelledBy = "cancelled_by";

    /// <value>Without these there is no order.</value>
    public static IReadOnlyList<string> Needed { get; } = [Order, Sku, Quantity, Status];
}
