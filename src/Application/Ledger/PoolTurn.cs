using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Ledger;

/// <summary>One use case's turn at the bulk work of a pool.</summary>
/// <remarks>The lease row in its commits is the fence: it is the ledger that refuses a holder who lost it, never a clock. The clock only says when others may try.</remarks>
public sealed class PoolTurn(ILedger ledger, PoolName pool, long me, SemaphoreSlim gate, TimeProvider clock, Random random) : IAsyncDisposable
{
    /// <value>Rows that one commit of a turn may bring; the lease's own comes on top.</value>
    public const int MaxRows = CommitSet.MaxRows - 1;

    private static readonly Duration LongestPause = Duration.FromSeconds(1);
    private static readonly Duration Patience = PoolLease.Length + Duration.FromSeconds(5);

    private Stored? _row;
    private bool _known;
    private Duration _paused;
    private int _pauses;

    /// <summary>Takes note of the lease row as it was just read; null where the pool has none yet.</summary>
    /// <returns>Whether nobody else holds it now.</returns>
    public bool IsFree(Stored? row)
    {
        (_row, _known) = (row, true);
        return row?.Row is not LeaseRow held || held.Holder == me || held.Until <= clock.Now();
    }

    /// <summary>Waits until nobody else holds the lease. Asks nothing where the last commit told.</summary>
    /// <returns>False when that takes longer than a lease lasts: leave the work to a later run.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancel)
    {
        while (!_known)
        {
            if (!IsFree(await ledger.FindAsync(pool, RowKey.Lease, cancel)))
            {
                _known = false;
                if (!await PauseAsync(cancel))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Gives way for a moment, longer each time.</summary>
    /// <returns>False when it has waited longer than a lease lasts.</returns>
    public async Task<bool> PauseAsync(CancellationToken cancel)
    {
        var pause = Duration.Min(LongestPause, Duration.FromMilliseconds(random.Next(15, 45) * Math.Pow(1.5, _pauses++)));
        _paused += pause;
        await Task.Delay(pause.ToTimeSpan(), clock, cancel);

        return _paused < Patience;
    }

    /// <summary>Commits under the lease.</summary>
    /// <param name="more">Whether another commit follows at once: then the lease is kept for a while, else it is free again with this one.</param>
    public async Task<CommitOutcome> TryCommitAsync(CommitSet commit, bool more, CancellationToken cancel)
    {
        var lease = new LeaseRow(me, ((_row?.Row as LeaseRow)?.Term ?? 0) + 1, clock.Now() + (more ? PoolLease.Length : Duration.Zero));
        var outcome = await ledger.TryCommitAsync(
            pool,
            commit.With(_row is null ? new RowChange.Insert(lease) : new RowChange.Replace(lease, _row.Version)),
            cancel);

        _known = outcome.IsCommitted && outcome.Versions.ContainsKey(RowKey.Lease);
        _row = _known ? new Stored(lease, outcome.Versions[RowKey.Lease]) : null;
        return outcome;
    }

    /// <summary>Frees the lease if it is still kept; where that fails it ends by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_known && _row?.Row is LeaseRow kept && kept.Holder == me && kept.Until > clock.Now())
            {
                await TryCommitAsync(new CommitSet(), more: false, CancellationToken.None);
            }
        }
        catch (LedgerUnreachableException)
        {
            // It ends by itself.
        }
        finally
        {
            gate.Release();
        }
    }
}
