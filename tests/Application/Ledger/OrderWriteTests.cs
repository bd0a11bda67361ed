using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Application.Tests.Ledger;

/// <summary>An order that waits stands in two rows, and whoever read either of them is refused once the other was changed.</summary>
public sealed class OrderWriteTests
{
    private readonly InMemoryLedger _ledger = new();

    public static TheoryData<string> Changes => ["held", "short", "acknowledged", "looked at", "cancelled", "moved"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task OfTwoWhoReadTheSameOrder_ByDifferentRows_TheSecondIsRefused(string change)
    {
        foreach (var first in new[] { RowKey.Order(Sample.Order.Key), RowKey.Waiting(Sample.Order) })
        {
            var pool = Domain.Stock.PoolName.Parse($"p{first.Value.Length}");
            await _ledger.TryCommitAsync(pool, new CommitSet().With([.. OrderWrite.Changes(null, Sample.Order)]), default);
            var order = (await _ledger.FindAsync(pool, RowKey.Order(Sample.Order.Key), default))!;
            var waiting = (await _ledger.FindAsync(pool, RowKey.Waiting(Sample.Order), default))!;
            var (one, other) = first == order.Row.Key ? (order, waiting) : (waiting, order);

            Assert.True((await _ledger.TryCommitAsync(pool, new CommitSet().With([.. OrderWrite.Changes(one, Changed(change))]), default)).IsCommitted);
            Assert.False((await _ledger.TryCommitAsync(pool, new CommitSet().With([.. OrderWrite.Changes(other, Changed("held"))]), default)).IsCommitted);
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Rows_FollowTheOrder(string change)
    {
        await _ledger.TryCommitAsync(Sample.Pool, new CommitSet().With([.. OrderWrite.Changes(null, Sample.Order)]), default);
        var read = (await _ledger.FindAsync(Sample.Pool, RowKey.Waiting(Sample.Order), default))!;

        await _ledger.TryCommitAsync(Sample.Pool, new CommitSet().With([.. OrderWrite.Changes(read, Changed(change))]), default);

        var rows = await _ledger.RangeAsync(Sample.Pool, new KeyRange("a", "z"), 100, default);
        Assert.Equal(OrderWrite.Rows(Changed(change)).OrderBy(row => row.Key.Value, StringComparer.Ordinal), rows.Select(stored => stored.Row));
    }

    private static Order Changed(string how) => how switch
    {
        "held" => Sample.Order with { State = OrderState.Held, HeldAt = Sample.Noon },
        "short" => Sample.Order with { State = OrderState.OutOfStock, MissingUnits = 1 },
        "acknowledged" => Sample.Order with { Acknowledged = new Acknowledgement("Anna", Sample.Noon, Sample.Noon) },
        "looked at" => Sample.Order with { LookAt = Sample.Noon + Duration.FromHours(7) },
        "cancelled" => Sample.Order with { State = OrderState.Cancelled, CancelledAt = Sample.Noon },
        "moved" => Sample.Order with { ShipBy = Sample.Noon + Duration.FromHours(50), Warned = [] },
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };
}
