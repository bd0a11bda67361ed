using ShipBy.Application.Doorbell;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Faults;

namespace ShipBy.Simulation.Ports;

/// <summary>The queues as one instance rings them. What becomes of a message on its way is no failure of the call: the caller is told that all is well.</summary>
internal sealed class BellPort(Seam seam) : IDoorbell
{
    public Task RingAsync(Bell bell, PoolName pool, CancellationToken cancel) => seam.CallAsync(
        CallSite.Ring,
        "",
        fault =>
        {
            seam.Play.Queues[bell].Put(pool, fault);
            return true;
        },
        _ => false);
}
