using ShipBy.Domain.Batches;

namespace ShipBy.Application.Batches;

/// <summary>Starts a batch as somebody has seen it planned, or not at all.</summary>
public sealed class StartBatch(PlanBatch planBatch, ShipBatch shipBatch)
{
    /// <value>Times another batch may be started at the same moment before somebody has to look again.</value>
    private const int Patience = 5;

    /// <param name="id">Starting it twice is starting it once.</param>
    /// <param name="seen">The print of the plan that was seen.</param>
    /// <returns>Null when it is started, or was before; else the plan as it is now.</returns>
    public async Task<BatchPlan?> RunAsync(Guid id, BatchWish wish, string? seen, string by, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await shipBatch.FindAsync(id, cancel) is not null)
            {
                return null;
            }

            // Another start between the plan and ours refuses ours; if ours is the same after all, as with another carrier's numbers, nobody has to be asked.
            var planned = await planBatch.RunAsync(wish, cancel);
            if (attempt == Patience || planned.Plan is { Trouble: not null } or { Orders: 0 } || BatchPrint.Of(planned.Plan) != seen)
            {
                return await shipBatch.FindAsync(id, cancel) is null ? planned.Plan : null;
            }

            if (await shipBatch.StartAsync(id, wish, planned, by, cancel))
            {
                return null;
            }
        }
    }
}
