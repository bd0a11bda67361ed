using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Checking;
using ShipBy.Simulation.Faults;

namespace ShipBy.Simulation.Ports;

/// <summary>The ledger, or the history, as one instance reaches it: what went wrong is answered as the table adapter answers it.</summary>
internal sealed class LedgerPort(Seam seam, RecordedStore store) : ILedger
{
    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) =>
        seam.CallAsync(CallSite.LedgerRange, "", _ => store.Range(pool, range, limit), Unanswered<IReadOnlyList<Stored>>);

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) =>
        seam.CallAsync(CallSite.LedgerFind, "", _ => store.Find(pool, key), Unanswered<Stored?>);

    public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        if (commit.IsEmpty)
        {
            return Task.FromResult(CommitOutcome.TookEffect);
        }

        seam.Play.LinkRules.Writes();
        var (answer, isDone) = (CommitOutcome.Refused, false);
        return seam.CallAsync(
            CallSite.LedgerCommit,
            "",
            _ =>
            {
                answer = store.Commit(seam.Life, pool, commit);
                isDone = true;
                return answer;
            },
            fault => fault switch
            {
                FaultKind.Refused => CommitOutcome.Refused,

                // Whether it took effect is read back from a row that it wrote; a commit that only deletes cannot tell.
                FaultKind.AnswerLost => isDone && answer.IsCommitted && !OnlyDeletes(commit) ? CommitOutcome.TookEffect : CommitOutcome.Refused,
                _ when OnlyDeletes(commit) || fault != FaultKind.TimeOutAfter && seam.Play.Chance.Chance(0.5) => CommitOutcome.Refused,
                _ => throw new LedgerUnreachableException($"{fault}", new IOException()),
            });
    }

    private static bool OnlyDeletes(CommitSet commit) => commit.Changes.All(change => change is RowChange.Delete);

    /// <remarks>Reads fail with what the storage package throws, which no use case knows by name.</remarks>
    private static T Unanswered<T>(FaultKind fault) => throw new IOException($"The storage account gave no answer: {fault}.");
}
