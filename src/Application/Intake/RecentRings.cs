using ShipBy.Domain.Orders;

namespace ShipBy.Application.Intake;

/// <summary>Lets one ring of a posting through, and no other while it is answered and for a second after: pushes come in bursts, and forged ones in storms.</summary>
/// <remarks>What happened in that second the next poll finds, as it finds whatever no push told.</remarks>
public sealed class RecentRings(TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();

    /// <value>Until when a posting is left alone; null while it is being answered.</value>
    private readonly Dictionary<OrderKey, DateTimeOffset?> _until = [];

    public bool TryEnter(OrderKey posting)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            foreach (var (past, _) in _until.Where(one => one.Value <= now).ToList())
            {
                _until.Remove(past);
            }

            return _until.TryAdd(posting, null);
        }
    }

    public void Leave(OrderKey posting)
    {
        lock (_gate)
        {
            _until[posting] = clock.GetUtcNow() + Quiet;
        }
    }
}
