using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Planted;

/// <summary>Sends first and writes down afterwards that it does.</summary>
internal sealed class SendsBeforeTheIntent(ILedger inner, IAlertChannel channel, ILetterWriter letters) : LedgerDecorator(inner)
{
    public override async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        foreach (var mail in commit.Changes.Select(RowOf).OfType<NoticeRow>().Where(row => row.Notice.State == NoticeState.Sending).Select(row => row.Notice))
        {
            await channel.SendAsync(mail.Id, await letters.WriteAsync(mail, new Dictionary<OrderKey, CostOfMissing>(), cancel), cancel);
        }

        return await Inner.TryCommitAsync(pool, commit, cancel);
    }
}

/// <summary>Sends a mail again without asking whether the first one arrived.</summary>
internal sealed class NeverAsks(IAlertChannel inner) : IAlertChannel
{
    public Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel) => inner.SendAsync(id, letter, cancel);

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => Task.FromResult<Delivery>(new Delivery.NotThere());
}

/// <summary>Takes a time-out for a no: the mail goes back and leaves once more under another id.</summary>
internal sealed class TakesATimeOutForANo(IAlertChannel inner) : IAlertChannel
{
    public async Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel) => await inner.SendAsync(id, letter, cancel) switch
    {
        Delivery.Undecided => await inner.SendAsync(new Guid(id.ToByteArray().Select(part => (byte)(part ^ 1)).ToArray()), letter, cancel),
        var told => told,
    };

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => inner.AskAsync(id, cancel);
}

/// <summary>Says that copies are written, and writes none.</summary>
internal sealed class ForgetsToCopy(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => Task.FromResult(CommitOutcome.TookEffect);
}

/// <summary>Takes the seller's local time for UTC.</summary>
internal sealed class LocalClock(TimeProvider inner) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + TimeSpan.FromHours(3);

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);
}
