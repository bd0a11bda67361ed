using Azure;
using Azure.Identity;
using ShipBy.Application.Doctor;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Adapters.Doctor;

/// <summary>Writes a row into the ledger's table, reads it back and deletes it.</summary>
public sealed class LedgerProbe(ILedger ledger, TimeProvider clock) : IProbe
{
    private const string Name = "ledger";

    public Area Area => Area.Storage;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        try
        {
            await TryAsync(cancel);
            return [new Finding(Area, Fact.StorageSound)];
        }
        catch (LedgerUnreachableException silent)
        {
            return [silent.InnerException switch
            {
                RequestFailedException { Status: 401 or 403 } refused => new Finding(Area, Fact.StorageRefused) { Detail = StorageWord.Of(refused) },
                RequestFailedException { Status: > 0 } answer => new Finding(Area, Fact.StorageSilent) { Detail = StorageWord.Of(answer) },
                AuthenticationFailedException refused => new Finding(Area, Fact.StorageRefused) { Detail = refused.GetType().Name },
                _ => new Finding(Area, Fact.StorageSilent),
            }];
        }
        catch (RequestFailedException refused)
        {
            return [new Finding(Area, Fact.StorageRefused) { Detail = StorageWord.Of(refused) }];
        }
    }

    /// <remarks>A commit that is refused has met another check-up at the same moment: the ledger has judged it, which is what was to be tried.</remarks>
    private async Task TryAsync(CancellationToken cancel)
    {
        var row = new ProbeRow(Name, clock.Now());
        var left = await ledger.FindAsync(ProbeRow.Pool, row.Key, cancel);
        await ledger.TryCommitAsync(ProbeRow.Pool, new CommitSet().With(left is null ? new RowChange.Insert(row) : new RowChange.Replace(row, left.Version)), cancel);
        if (await ledger.FindAsync(ProbeRow.Pool, row.Key, cancel) is { } written)
        {
            await ledger.TryCommitAsync(ProbeRow.Pool, new CommitSet().With(new RowChange.Delete(row.Key, written.Version)), cancel);
        }
    }
}
