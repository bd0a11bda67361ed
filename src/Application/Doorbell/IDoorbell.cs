using ShipBy.Domain.Stock;

namespace ShipBy.Application.Doorbell;

/// <summary>Says "there is work in this pool". A ring that is lost, late or doubled harms nothing: the sweep rings again.</summary>
public interface IDoorbell
{
    /// <summary>Rings. Never throws for a queue that does not answer: the work is in the ledger already.</summary>
    Task RingAsync(Bell bell, PoolName pool, CancellationToken cancel);
}

public enum Bell
{
    /// <summary>Queue <c>reserve-stock</c>: orders wait for stock.</summary>
    ReserveStock,

    /// <summary>Queue <c>deadline-warnings</c>: warnings wait to be sent.</summary>
    DeadlineWarnings,
}
