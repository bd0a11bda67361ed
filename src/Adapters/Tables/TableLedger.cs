using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tables;

/// <summary>The ledger on Table Storage: one table, one partition a pool, one entity group transaction a commit.</summary>
public sealed class TableLedger(TableClient table) : ILedger
{
    /// <value>Table Storage gives at most this many rows a request.</value>
    private const int MostAPage = 1_000;

    private volatile bool _created;

    public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => AnswerAsync<IReadOnlyList<Stored>>(
        async () =>
        {
            await CreateOnceAsync(cancel);
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {pool.Value} and RowKey ge {range.From} and RowKey lt {range.Before}");
            var rows = new List<Stored>();
            await foreach (var page in table.QueryAsync<TableEntity>(filter, Math.Min(limit, MostAPage), select: null, cancel).AsPages())
            {
                rows.AddRange(page.Values.Take(limit - rows.Count).Select(RowFormat.Read));
                if (rows.Count == limit)
                {
                    break;
                }
            }

            return rows;
        },
        cancel);

    public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => AnswerAsync(
        async () =>
        {
            await CreateOnceAsync(cancel);
            var found = await table.GetEntityIfExistsAsync<TableEntity>(pool.Value, key.Value, select: null, cancel);
            return found.HasValue ? RowFormat.Read(found.Value!) : null;
        },
        cancel);

    public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
    {
        if (commit.IsEmpty)
        {
            return CommitOutcome.TookEffect;
        }

        await AnswerAsync(() => CreateOnceAsync(cancel), cancel);
        var operation = Guid.NewGuid();
        try
        {
            var answers = await table.SubmitTransactionAsync(commit.Changes.Select(change => ToAction(pool, change, operation)), cancel);
            return new CommitOutcome(true, Versions(commit, answers.Value));
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            // A request that was sent twice, the first time with effect, meets its own rows.
            return await TookEffectAsync(pool, commit, operation, failure, cancel) ? CommitOutcome.TookEffect : CommitOutcome.Refused;
        }
        catch (Exception failure) when (IsRefusal(failure))
        {
            throw new LedgerUnreachableException(ReasonOf(failure), failure);
        }
        catch (Exception failure) when (IsSilence(failure, cancel))
        {
            // Should it land later after all: whatever is decided next touches the same rows, and one of the two is refused.
            return await TookEffectAsync(pool, commit, operation, failure, cancel) ? CommitOutcome.TookEffect : CommitOutcome.Refused;
        }
    }

    private static Dictionary<RowKey, string> Versions(CommitSet commit, IReadOnlyList<Response> answers) => commit.Changes
        .Zip(answers, (change, answer) => (change.Key, answer.Headers.ETag))
        .Where(row => row.ETag is not null)
        .ToDictionary(row => row.Key, row => row.ETag!.Value.ToString());

    /// <summary>Whether the request may have taken effect all the same: nobody said that it did not.</summary>
    private static bool IsSilence(Exception failure, CancellationToken cancel) => !cancel.IsCancellationRequested
        && failure is RequestFailedException { Status: 0 or 408 or 429 or >= 500 } or OperationCanceledException or AggregateException or IOException;

    /// <summary>Whether the account does not accept us. Nothing took effect then.</summary>
    private static bool IsRefusal(Exception failure) => failure is RequestFailedException { Status: 401 or 403 } or AuthenticationFailedException;

    /// <summary>Asks, and says it in the ledger's own words when no answer came.</summary>
    private static async Task<T> AnswerAsync<T>(Func<Task<T>> ask, CancellationToken cancel)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (IsSilence(failure, cancel) || IsRefusal(failure))
        {
            throw new LedgerUnreachableException(ReasonOf(failure), failure);
        }
    }

    private static string ReasonOf(Exception failure) => failure is RequestFailedException { Status: > 0 } refusal
        ? $"the storage account says {refusal.Status} {refusal.ErrorCode}"
        : failure is AuthenticationFailedException ? "the storage account cannot be asked without a token, and none was given to us"
        : "the storage account does not answer";

    /// <summary>Reads back one row that the commit would have written. A commit that only deletes cannot tell; doing it again is harmless.</summary>
    private async Task<bool> TookEffectAsync(PoolName pool, CommitSet commit, Guid operation, Exception cause, CancellationToken cancel)
    {
        if (commit.Changes.FirstOrDefault(change => change is not RowChange.Delete) is not { } written)
        {
            return false;
        }

        try
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(pool.Value, written.Key.Value, [RowFormat.Operation], cancel);
            return found.HasValue && found.Value!.GetString(RowFormat.Operation) == operation.ToString("N");
        }
        catch (Exception failure) when (IsSilence(failure, cancel))
        {
            throw new LedgerUnreachableException(ReasonOf(cause), cause);
        }
    }

    private static TableTransactionAction ToAction(PoolName pool, RowChange change, Guid operation) => change switch
    {
        RowChange.Insert(var row) => new TableTransactionAction(TableTransactionActionType.Add, RowFormat.Write(pool, row, operation)),
        RowChange.Replace(var row, var version) => new TableTransactionAction(
            TableTransactionActionType.UpdateReplace, RowFormat.Write(pool, row, operation), ETagOf(version)),
        RowChange.Delete(var key, var version) => new TableTransactionAction(
            TableTransactionActionType.Delete, new TableEntity(pool.Value, key.Value), ETagOf(version)),
        _ => throw new InvalidOperationException($"No step is written for {change}."),
    };

    private static ETag ETagOf(string? version) => version is null ? ETag.All : new ETag(version);

    /// <remarks>Several callers at once may all ask; asking twice is harmless.</remarks>
    private async Task<bool> CreateOnceAsync(CancellationToken cancel)
    {
        if (!_created)
        {
            await table.CreateIfNotExistsAsync(cancel);
            _created = true;
        }

        return _created;
    }
}
