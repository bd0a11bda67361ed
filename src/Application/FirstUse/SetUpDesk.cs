using ShipBy.Application.Doctor;
using ShipBy.Application.Importing;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.FirstUse;

/// <summary>Leads from an empty desk to a guarded shop: tries what was typed, and switches it on.</summary>
public sealed class SetUpDesk(StartDrafts drafts, Pools pools, ISettingsTrial trial, ISettingsKeeper keeper, TestAlert testAlert, ImportStock importStock, SampleDesk sample, GuardOptions options)
{
    /// <value>The shelf of the first shop: what the settings mean where they name none.</value>
    private static readonly PoolName Shelf = PoolName.Parse("main");

    /// <value>Whether there is a way in at all: once a shop is set, settings are changed where they stand.</value>
    public bool IsOpen => pools.IsEmpty;

    public bool MayWrite => keeper.MayWrite;

    /// <value>Whether it was switched on, and the app is about to start anew.</value>
    public bool IsStarting => IsOpen && keeper.HasKept;

    /// <summary>Tries the marketplace's key, and notes what it brought.</summary>
    /// <param name="draft">As it is kept; the key in it is the one that is tried.</param>
    public async Task<ShopTrial> TryKeyAsync(StartDraft draft, CancellationToken cancel)
    {
        var tried = await trial.AskShopAsync(StartSettings.Of(draft), cancel);
        if (tried.IsGood)
        {
            await drafts.ChangeAsync(now => IsSameKey(now, draft) ? now.Left(StartStep.Key) with { Listing = tried.Listing } : now, cancel);
        }

        return tried;
    }

    /// <summary>Judges the way to the seller without sending anything.</summary>
    /// <returns>Flaws; none where a test can be sent.</returns>
    public Task<IReadOnlyList<Finding>> JudgeContactAsync(StartDraft draft, CancellationToken cancel) =>
        trial.OpenRoutesAsync(StartSettings.Of(draft), _ => Task.FromResult<IReadOnlyList<Finding>>([]), cancel);

    /// <summary>Sends a test by exactly what was typed.</summary>
    public Task<IReadOnlyList<Finding>> SendTestAsync(StartDraft draft, CancellationToken cancel) => trial.OpenRoutesAsync(
        StartSettings.Of(draft), routes => testAlert.SendByAsync(routes, draft.Of(StartField.Language), draft.Of(StartField.TimeZone), cancel), cancel);

    /// <summary>Brings a count of the shelf in. Broken off, the same count goes on.</summary>
    public Task<StockImport> CountAsync(IReadOnlyList<StockCount> counts, string by, CancellationToken cancel) => importStock.RunAsync(Shelf, counts, by, cancel);

    /// <summary>Looks at all of it a last time: settings that no app could start with are never kept, and a key may have died since it was tried.</summary>
    /// <returns>What stands against it; a marketplace that is silent just now does not.</returns>
    public async Task<IReadOnlyList<Finding>> JudgeAsync(StartDraft draft, CancellationToken cancel) =>
    [
        .. (await trial.AskShopAsync(StartSettings.Of(draft), cancel)).Findings.Where(finding => finding.Fact is Fact.SettingWrong or Fact.KeyRefused or Fact.KeyLacksReading),
        .. await JudgeContactAsync(draft, cancel),
    ];

    /// <value>What is to be kept, or pasted. The desk key goes along where we keep it ourselves: links and browsers that have entered stay good.</value>
    private SortedDictionary<string, string> SettingsOf(StartDraft draft) => keeper.MayWrite
        ? new(StartSettings.Of(draft).ToDictionary(), StringComparer.Ordinal) { ["ShipBy__DeskKey"] = options.DeskKey }
        : new(StartSettings.Of(draft).ToDictionary(), StringComparer.Ordinal);

    /// <summary>The settings to be pasted, by somebody who leaves what was made up behind.</summary>
    public async Task<IReadOnlyDictionary<string, string>> HandOverAsync(StartDraft draft, CancellationToken cancel)
    {
        await sample.RemoveAsync(cancel);

        return SettingsOf(draft);
    }

    /// <summary>Switches the shop on: what was made up goes, the settings are kept, the draft is forgotten. Whatever ends it, pressing again goes on.</summary>
    /// <exception cref="IOException">The settings could not be kept; the draft is still there.</exception>
    public async Task SwitchOnAsync(StartDraft draft, CancellationToken cancel)
    {
        await sample.RemoveAsync(cancel);
        await keeper.KeepAsync(SettingsOf(draft), cancel);
        await drafts.ForgetAsync(cancel);
    }

    private static bool IsSameKey(StartDraft one, StartDraft other) =>
        one.Kind == other.Kind && StartInput.Of(StartStep.Key, one).All(input => one.Of(input.Field) == other.Of(input.Field));
}
