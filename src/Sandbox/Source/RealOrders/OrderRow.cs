namespace ShipBy.Sandbox.Source.RealOrders;

/// <summary>A row as read, in the file's own time.</summary>
internal sealed record OrderRow
{
    private const string Cancelled = "canceled";

    private static readonly HashSet<string> KnownStatuses = new(StringComparer.Ordinal)
    {
        "created", "approved", "invoiced", "processing", "shipped", "delivered", "unavailable", Cancelled,
    };

    public required string OrderId { get; init; }

    public required string SellerId { get; init; }

    public required string Status { get; init; }

    /// <value>Approved, or purchased where that is missing.</value>
    public required DateTimeOffset Appeared { get; init; }

    public required DateTimeOffset Limit { get; init; }

    public DateTimeOffset? Carrier { get; init; }

    public DateTimeOffset? Received { get; init; }

    public decimal TotalPrice { get; init; }

    /// <value>Whom the seller brings it to; null where the marketplace's carrier does.</value>
    public string? Recipient { get; init; }

    public required IReadOnlyList<(string ProductId, int Quantity)> Items { get; init; }

    public bool IsCancelled => Status == Cancelled;

    public bool HasKnownStatus => KnownStatuses.Contains(Status);

    public string Number => $"{OrderId}-{SellerId}";
}
