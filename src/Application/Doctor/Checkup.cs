using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;

namespace ShipBy.Application.Doctor;

/// <summary>Looks at everything that ShipBy needs to do its work. A part that does not answer hides nothing of the others.</summary>
public sealed class Checkup(IEnumerable<IProbe> probes, ClocksProbe clocks, MachineClock machine)
{
    /// <value>Somebody waits for the answer.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>By area, in the areas' order.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var found = (await Task.WhenAll(probes.Select(probe => LookAsync(probe, cancel)))).SelectMany(findings => findings).ToList();

        // The clocks outside are read from the answers that the others got.
        found.AddRange(await LookAsync(clocks, cancel));
        var storageFails = found.Any(finding => finding.Fact is Fact.StorageSilent or Fact.StorageRefused);
        return [.. found.Select(finding => storageFails ? BesideAStorageThatFails(finding) : finding).OrderBy(finding => finding.Area)];
    }

    /// <summary>What breaks for want of the storage is no trouble of its own.</summary>
    private static Finding BesideAStorageThatFails(Finding finding) => finding.Fact is Fact.Broke ? new Finding(finding.Area, Fact.NotLookedAt) : finding;

    private async Task<IReadOnlyList<Finding>> LookAsync(IProbe probe, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, machine.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return await probe.LookAsync(either.Token);
        }
        catch (LedgerUnreachableException)
        {
            return [new Finding(probe.Area, Fact.NotLookedAt)];
        }
        catch (Exception) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return [new Finding(probe.Area, Fact.TookTooLong) { Time = Duration.FromTimeSpan(Patience) }];
        }
        catch (Exception broken) when (!cancel.IsCancellationRequested)
        {
            return [new Finding(probe.Area, Fact.Broke) { Detail = broken.GetType().Name }];     // its message may quote what nobody should read
        }
    }
}
