using NodaTime;

namespace ShipBy.Domain.Stock;

/// <summary>Goods ordered from a supplier for one pool.</summary>
/// <param name="Number">As the seller or the supplier calls it.</param>
/// <param name="Lines">Each product once.</param>
public sealed record PurchaseOrder(Guid Id, string Number, string Supplier, Instant OrderedAt, string By, IReadOnlyList<PurchaseLine> Lines)
{
    /// <value>A delivery of all of them fits into one commit, so that it is on hand whole or not at all.</value>
    public const int MostLines = 40;

    /// <value>Null where the supplier did not say.</value>
    public LocalDate? Expected { get; init; }

    /// <value>When all had come, or nothing more was expected; null while it is open.</value>
    public Instant? ClosedAt { get; init; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>Takes note of what came. More than was ordered may come; nothing is expected any more then.</summary>
    public PurchaseOrder Receive(IReadOnlyDictionary<Sku, int> came, Instant now)
    {
        PurchaseLine[] lines = [.. Lines.Select(line => line with { Received = line.Received + came.GetValueOrDefault(line.Sku) })];
        return this with { Lines = lines, ClosedAt = lines.All(line => line.Outstanding == 0) ? now : null };
    }

    /// <summary>Units that are still to come, by product.</summary>
    public IEnumerable<(Sku Sku, int Units)> Incoming() => IsOpen ? Lines.Where(line => line.Outstanding > 0).Select(line => (line.Sku, line.Outstanding)) : [];
}

/// <param name="Ordered">Units, at least 1.</param>
/// <param name="Received">Units that are on hand since.</param>
public sealed record PurchaseLine(Sku Sku, int Ordered, int Received = 0)
{
    public int Outstanding => Math.Max(0, Ordered - Received);
}
