using Microsoft.Extensions.Time.Testing;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Application.Stockroom;
using ShipBy.Application.Tests.Importing;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Stockroom;

public sealed class TakeStockTests
{
    private static readonly Guid Id = Guid.NewGuid();

    private static readonly Sku Cup = Sku.Parse("CUP-1");

    private readonly World _world = new();
    private readonly FakeTimeProvider _machine = new(Sample.Noon.ToDateTimeOffset());

    [Fact]
    public async Task NotingChangesNothing_ConfirmingDoes_AndHeldStays()
    {
        await PutAsync(new StockItem(Sample.Mug, 5, 3));
        await NoteAsync((Sample.Mug, 2), (Cup, 7));

        Assert.Equal(["MUG-1 5/3"], await StockAsync());

        var taking = await ConfirmAsync();

        Assert.Equal(("Boris", _world.Now, false), (taking!.ClosedBy, taking.ClosedAt!.Value, taking.IsOpen));
        Assert.Equal(["CUP-1 7/0", "MUG-1 2/3"], await StockAsync());
        Assert.Equal(["stock-taking: counted by Anna at 2026-03-02T12:00:00Z, confirmed by Boris: CUP-1: none -> 7; MUG-1: 5 -> 2"], await JournalAsync());
        Assert.Equal([Bell.ReserveStock], _world.Bells.Rung);
    }

    [Fact]
    public async Task ConfirmedTwice_AndNotedTwice_ChangesNothingAgain_ThoughUnitsLeftMeanwhile()
    {
        await PutAsync(new StockItem(Sample.Mug, 8, 2));
        await NoteAsync((Sample.Mug, 10));
        await ConfirmAsync();
        await ReplaceAsync(new StockItem(Sample.Mug, 8, 0));        // two were handed over: as many as when it was counted

        await NoteAsync((Sample.Mug, 10));
        await ConfirmAsync();

        Assert.Equal(["MUG-1 8/0"], await StockAsync());
        Assert.Single(await JournalAsync());
    }

    [Fact]
    public async Task WhatMovedSinceTheCount_IsLeftOut_AndTheRestComesIn()
    {
        await PutAsync(new StockItem(Sample.Mug, 8, 2), new StockItem(Cup, 4, 0));
        await NoteAsync((Sample.Mug, 9), (Cup, 5));
        await ReplaceAsync(new StockItem(Sample.Mug, 7, 1));

        var taking = await ConfirmAsync();

        Assert.Equal(["CUP-1 5/0", "MUG-1 7/1"], await StockAsync());
        Assert.Equal([CountedLineState.Taken, CountedLineState.Moved], taking!.Lines.Select(line => line.State));
    }

    [Fact]
    public async Task AsManyAsThereWere_WritesNoJournal_AndRingsNobody()
    {
        await PutAsync(new StockItem(Sample.Mug, 8, 2));
        await NoteAsync((Sample.Mug, 8));

        Assert.False((await ConfirmAsync())!.IsOpen);
        Assert.Empty(await JournalAsync());
        Assert.Empty(_world.Bells.Rung);
    }

    [Fact]
    public async Task ADroppedCount_NeverComesIn()
    {
        await PutAsync(new StockItem(Sample.Mug, 8, 2));
        await NoteAsync((Sample.Mug, 9));

        await _world.Of<TakeStock>().DropAsync(Sample.Pool, Id, "Boris", default);

        Assert.Equal(CountedLineState.Dropped, Assert.Single((await ConfirmAsync())!.Lines).State);
        Assert.Equal(["MUG-1 8/2"], await StockAsync());
        Assert.Null(await _world.Of<TakeStock>().ConfirmAsync(Sample.Pool, Guid.NewGuid(), "Boris", default));
    }

    [Fact]
    public async Task UnitsThatAreHeldBetweenReadingAndWriting_StayHeld()
    {
        await PutAsync(new StockItem(Sample.Mug, 5, 1));
        await NoteAsync((Sample.Mug, 9));

        await ConfirmOnAsync(async (commit, make) =>
        {
            await (commit == 1 ? ReplaceAsync(new StockItem(Sample.Mug, 5, 3)) : Task.CompletedTask);
            return await make();
        });

        Assert.Equal(["MUG-1 9/3"], await StockAsync());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    [InlineData(4, true)]
    public async Task BrokenOffAnywhere_PressedAgain_EachProductIsChangedOnce(int lost, bool tookEffect)
    {
        var counts = Enumerable.Range(1, StockTaking.MostLines).Select(i => (Sku.Parse($"P-{i}"), i)).ToArray();
        await NoteAsync(counts);

        await Assert.ThrowsAsync<LedgerUnreachableException>(() => ConfirmOnAsync(async (commit, make) =>
        {
            if (commit == lost)
            {
                await (tookEffect ? make() : Task.CompletedTask);
                throw new LedgerUnreachableException("a time-out", new TimeoutException());
            }

            return await make();
        }));
        Assert.Equal([Bell.ReserveStock], _world.Bells.Rung);
        await ConfirmAsync();

        Assert.Equal(counts.Sum(count => count.i), (await Counting.StockAsync(_world)).Sum(item => item.OnHand));
        Assert.Equal(StockTaking.MostLines, (await JournalAsync()).Sum(what => what.Split(';').Length));
    }

    [Fact]
    public async Task TheLargestCount_FitsIntoItsRow()
    {
        var counts = Enumerable.Range(100, StockTaking.MostLines).Select(i => (Sku.Parse(new string('ж', Sku.MaxLength - 3) + i), 1)).ToArray();
        await NoteAsync(counts);

        Assert.Equal(StockTaking.MostLines, (await _world.Of<TakeStock>().FindAsync(Sample.Pool, Id, default))!.Lines.Count);
        Assert.False((await ConfirmAsync())!.IsOpen);
    }

    [Fact]
    public async Task OldCounts_AreForgotten_OpenOnesAreNot()
    {
        await NoteAsync((Sample.Mug, 9));
        await ConfirmAsync();
        var open = Guid.NewGuid();
        await _world.Of<TakeStock>().NoteAsync(Sample.Pool, open, new Dictionary<Sku, int> { [Cup] = 1 }, "Anna", default);
        _world.Clock.Advance(TimeSpan.FromDays(91));

        await _world.Of<TakeStock>().NoteAsync(Sample.Pool, Guid.NewGuid(), new Dictionary<Sku, int> { [Cup] = 1 }, "Anna", default);

        var left = await _world.Of<TakeStock>().AllAsync(Sample.Pool, default);
        Assert.Equal((2, open), (left.Count, left[1].Id));
    }

    private Task NoteAsync(params (Sku Sku, int Units)[] counted) => _world.Of<TakeStock>().NoteAsync(Sample.Pool, Id, counted.ToDictionary(one => one.Sku, one => one.Units), "Anna", default);

    private Task<StockTaking?> ConfirmAsync() => _world.Of<TakeStock>().ConfirmAsync(Sample.Pool, Id, "Boris", default);

    private Task<StockTaking?> ConfirmOnAsync(Func<int, Func<Task<CommitOutcome>>, Task<CommitOutcome>> at)
    {
        var ledger = new Counting.Disturbed(_world.Ledger, at);
        return Counting.PassAsync(_machine, new TakeStock(ledger, new PoolLease(ledger, new MachineClock(_machine), new Random(1)), _world.Bells, _world.Clock, new Random(1)).ConfirmAsync(Sample.Pool, Id, "Boris", default));
    }

    private Task<CommitOutcome> PutAsync(params StockItem[] items) => _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With([.. items.Select(item => new RowChange.Insert(new StockRow(item)))]), default);

    private Task<CommitOutcome> ReplaceAsync(StockItem item) => _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Replace(new StockRow(item), Version: null)), default);

    private async Task<IEnumerable<string>> StockAsync() => (await Counting.StockAsync(_world)).Select(item => $"{item.Sku} {item.OnHand}/{item.Held}");

    private async Task<IReadOnlyList<string>> JournalAsync() => [.. (await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Journal, 100, default)).Select(stored => ((JournalRow)stored.Row).What)];
}
