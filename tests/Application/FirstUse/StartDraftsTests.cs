using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Desk;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Ledger;
using ShipBy.Application.Tests.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.FirstUse;

public sealed class StartDraftsTests
{
    private readonly World _world = new(options => options.DeskKey = "a-desk-key-for-tests") { HasNoShop = true };

    [Fact]
    public async Task TwoBrowsersAtOnce_LoseNothingOfEachOther()
    {
        await Task.WhenAll(new[] { StartField.ClientId, StartField.Contact, StartField.Shop, StartField.Host }.Select(field =>
            _world.InstanceOn(new YieldingLedger(_world.Ledger)).GetRequiredService<StartDrafts>().ChangeAsync(draft => draft.With(field, "x"), default)));

        Assert.Equal(4, (await _world.Of<StartDrafts>().ReadAsync(default)).Values.Count);
    }

    [Fact]
    public async Task NothingChanged_WritesNothing_AndForgottenIsForgotten()
    {
        var drafts = _world.Of<StartDrafts>();
        await drafts.ChangeAsync(draft => draft, default);
        Assert.Null(await _world.Ledger.FindAsync(PoolName.Parse("-desk"), RowKey.Start, default));

        await drafts.ChangeAsync(draft => draft.With(StartField.ApiKey, "k"), default);
        await drafts.ForgetAsync(default);
        await drafts.ForgetAsync(default);

        Assert.Empty((await drafts.ReadAsync(default)).Values);
    }

    [Fact]
    public async Task AnotherDeskKey_BeginsAnew_InsteadOfFailing()
    {
        await _world.Of<StartDrafts>().ChangeAsync(draft => draft.With(StartField.ApiKey, "k"), default);
        var others = new World(options => options.DeskKey = "another-desk-key-for-tests") { HasNoShop = true }.InstanceOn(_world.Ledger).GetRequiredService<StartDrafts>();

        Assert.Empty((await others.ReadAsync(default)).Values);
        Assert.Equal("2", (await others.ChangeAsync(draft => draft.With(StartField.ClientId, "2"), default))!.Of(StartField.ClientId));
    }

    [Fact]
    public async Task OnceAShopIsThere_TheFirstPageForgetsIt_WithoutAskingMore()
    {
        await _world.Of<StartDrafts>().ChangeAsync(draft => draft.With(StartField.ApiKey, "k"), default);
        await _world.Of<SavedViews>().SaveAsync(new SavedView("mine", "number=1"), default);
        Assert.Single(await _world.Of<SavedViews>().AllAsync(default));
        Assert.Equal("k", (await _world.Of<StartDrafts>().ReadAsync(default)).Of(StartField.ApiKey));

        var counting = new CountingLedger(_world.Ledger);
        var views = new World().InstanceOn(counting).GetRequiredService<SavedViews>();

        Assert.Equal((2, 1), await counting.CountAsync(() => views.AllAsync(default)));
        Assert.Equal((1, 0), await counting.CountAsync(() => views.AllAsync(default)));
        Assert.Single(await views.AllAsync(default));
        Assert.Empty((await _world.Of<StartDrafts>().ReadAsync(default)).Values);
    }

    /// <summary>Lets others in between a look and what follows from it.</summary>
    private sealed class YieldingLedger(ILedger inner) : ILedger
    {
        public async Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
        {
            var found = await inner.FindAsync(pool, key, cancel);
            await Task.Yield();
            return found;
        }

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => inner.TryCommitAsync(pool, commit, cancel);
    }
}
