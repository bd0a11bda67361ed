namespace ShipBy.Sandbox.Source.RealOrders;

/// <summary>A row as read, in the file's own time.</summary>
internal sealed record OrderRow
{
    public required string OrderId { get; init; }

    public required string SellerId { get; init; }

    public required string Status { get; init; }

    /// <value>Approved, or purchased where that is missing.</value>
    public required DateTimeOffset Appeared { get; init; }

    public required DateTimeOffset Limit { get; init; }

    public DateTimeOffset? Carrier { get; init; }

    public DateTimeOffset? Received { get; init; }

    public decimal TotalPrice { get; init; }

    public required IReadOnlyList<(string ProductId, int Quantity)> Items { get; init; }

    public string Number => $"{OrderId}-{SellerId}";
}
