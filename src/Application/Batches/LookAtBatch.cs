using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Batches;

/// <summary>Reads how far a batch has come: what is noted, and what the marketplaces show of it.</summary>
public sealed class LookAtBatch(ILedger ledger, Pools pools, Channels channels)
{
    public async Task<BatchView> RunAsync(ShipmentBatch batch, CancellationToken cancel)
    {
        var orders = new Dictionary<OrderKey, Order>();
        foreach (var ofPool in batch.Items.Where(item => pools.OfShop(item.Order.Shop) is not null).GroupBy(item => pools.OfShop(item.Order.Shop)!))
        {
            foreach (var (key, stored) in await ledger.OrdersAsync(ofPool.Key, [.. ofPool.Select(item => item.Order)], cancel))
            {
                orders[key] = stored.Order();
            }
        }

        return new BatchView(batch, [.. batch.Items.Select(item => new BatchLine(item, orders.GetValueOrDefault(item.Order), ProgressOf(item, orders.GetValueOrDefault(item.Order))))])
        {
            HasLabels = batch.Items.Any(item => channels.Find<ILabelSource>(item.Order.Shop) is not null),
        };
    }

    private static BatchProgress ProgressOf(BatchItem item, Order? order) => (item.State, order) switch
    {
        (BatchItemState.Waiting, _) => BatchProgress.Waiting,
        (BatchItemState.Refused, _) => BatchProgress.NotPossible,
        (_, null) => BatchProgress.Left,
        (_, { State: OrderState.Shipped }) => BatchProgress.Done,
        (_, { State: OrderState.Cancelled }) => BatchProgress.Refused,
        (_, { Instruction: { Kind: InstructionKind.Ship, State: InstructionState.Done } }) => BatchProgress.Done,
        (_, { Instruction.State: InstructionState.Refused }) => BatchProgress.Refused,
        (_, { Instruction.State: InstructionState.Told }) => BatchProgress.Told,
        _ => BatchProgress.Noted,
    };
}

public sealed record BatchView(ShipmentBatch Batch, IReadOnlyList<BatchLine> Lines)
{
    /// <value>Whether a shop of it prints labels.</value>
    public bool HasLabels { get; init; }

    /// <value>Whether anything may still change by itself.</value>
    public bool IsMoving => Lines.Any(line => line.Progress is BatchProgress.Waiting or BatchProgress.Noted or BatchProgress.Told);

    public int CountOf(BatchProgress progress) => Lines.Count(line => line.Progress == progress);
}

/// <param name="Order">Null once it has left for the history.</param>
public sealed record BatchLine(BatchItem Item, Order? Order, BatchProgress Progress);

/// <summary>How far one order of a batch is.</summary>
public enum BatchProgress
{
    Waiting,
    Noted,

    /// <summary>The marketplace was told, and does not show it yet.</summary>
    Told,
    Done,

    /// <summary>It is closed, and has left for the history.</summary>
    Left,

    /// <summary>The marketplace refused, or the order was cancelled meanwhile.</summary>
    Refused,

    /// <summary>It changed before it was noted, so that it must not ship.</summary>
    NotPossible,
}
