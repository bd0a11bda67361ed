using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Importing;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Importing;

/// <summary>Others are at work meanwhile, answers get lost, the ledger goes away, somebody stops it: nothing goes in twice, and the next run goes on.</summary>
public sealed class DisturbedImportTests
{
    private static readonly StockCount[] ThreeCommits = Counting.Of(250);

    private readonly World _world = new();
    private readonly FakeTimeProvider _machine = new(Sample.Noon.ToDateTimeOffset());

    [Fact]
    public async Task UnitsThatAreHeldBetweenReadingAndWriting_StayHeld()
    {
        await PutAsync(new StockItem(Sample.Mug, 5, 1));
        var ledger = Disturbed(async (commit, make) =>
        {
            if (commit == 1)
            {
                await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Replace(new StockRow(new StockItem(Sample.Mug, 5, 3)), Version: null)), default);
            }

            return await make();
        });

        var import = await RunAsync(ledger, [new StockCount(2, Sample.Mug, 9)]);

        Assert.Equal([new StockItem(Sample.Mug, 9, 3)], await Counting.StockAsync(_world));
        Assert.Equal((ImportEnd.Whole, 3, 1), (import.End, import.Rows[0].After.Held, await Counting.JournalRowsAsync(_world)));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    public async Task ALostAnswer_IsAskedFor_AndWhatWasDoneIsSaidAndJournalledOnce(bool tookEffect, int lost)
    {
        var ledger = Disturbed(async (commit, make) =>
        {
            if (commit == lost)
            {
                await (tookEffect ? make() : Task.CompletedTask);
                throw Silence();
            }

            return await make();
        });

        var import = await RunAsync(ledger, ThreeCommits);

        Assert.Equal((ImportEnd.Whole, 250, 250), (import.End, import.Rows.Count, import.Rows.Count(row => row.Before is null)));
        Assert.Equal((250, 3), ((await Counting.StockAsync(_world)).Count, await Counting.JournalRowsAsync(_world)));
    }

    [Fact]
    public async Task ARefusedCommit_IsDecidedAgain()
    {
        var import = await RunAsync(Disturbed((commit, make) => commit == 2 ? Task.FromResult(CommitOutcome.Refused) : make()), ThreeCommits);

        Assert.Equal((ImportEnd.Whole, 250, 3), (import.End, import.Rows.Count, await Counting.JournalRowsAsync(_world)));
    }

    [Fact]
    public async Task ALedgerThatGoesAway_LeavesTheRest_AndTheNextRunGoesOnThere()
    {
        var import = await RunAsync(Disturbed((commit, make) => commit > 1 ? throw Silence() : make()), ThreeCommits);

        Assert.Equal((ImportEnd.NoAnswer, 98, 152), (import.End, import.Rows.Count, import.Left.Count));
        Assert.Equal([Bell.ReserveStock], _world.Bells.Rung);

        var next = await RunAsync(_world.Ledger, ThreeCommits);

        Assert.Equal((ImportEnd.Whole, 98, 152), (next.End, next.Rows.Count(row => !row.Changes), next.Rows.Count(row => row.Changes)));
        Assert.Equal(ThreeCommits.Select(count => count.Line), next.Rows.Select(row => row.Count.Line));
        Assert.Equal(3, await Counting.JournalRowsAsync(_world));
    }

    [Fact]
    public async Task Stopped_ItSaysHowFarItCame_AndStillRings()
    {
        using var stop = new CancellationTokenSource();
        var ledger = Disturbed(async (commit, make) =>
        {
            var outcome = await make();
            await (commit == 2 ? stop.CancelAsync() : Task.CompletedTask);
            stop.Token.ThrowIfCancellationRequested();
            return outcome;
        });

        var import = await Counting.RunAsync(_world, ledger, _machine, ThreeCommits, cancel: stop.Token);

        Assert.Equal((ImportEnd.Stopped, 98), (import.End, import.Rows.Count));     // the second commit's answer did not come any more
        Assert.Equal([Bell.ReserveStock], _world.Bells.Rung);
        Assert.Equal((ImportEnd.Whole, 196), await RunAgainAsync());
    }

    [Fact]
    public async Task APoolThatOthersNeverLeave_IsLeftAlone()
    {
        await PutAsync(new LeaseRow(Holder: 7, Term: 99, Sample.Noon + Duration.FromDays(1)));

        var import = await RunAsync(_world.Ledger, ThreeCommits);

        Assert.Equal((ImportEnd.OthersAtWork, 0, 250), (import.End, import.Rows.Count, import.Left.Count));
        Assert.Empty(_world.Bells.Rung);
    }

    [Fact]
    public async Task TwoInstancesWithTheSameFile_DoEachRowOnce()
    {
        var both = await Task.WhenAll(
            Counting.RunAsync(_world, Disturbed((_, make) => make()), _machine, ThreeCommits, seed: 1),
            Counting.RunAsync(_world, Disturbed((_, make) => make()), _machine, ThreeCommits, seed: 2));

        Assert.All(both, import => Assert.Equal((ImportEnd.Whole, 250), (import.End, import.Rows.Count)));
        Assert.Equal(ThreeCommits.Select(count => count.OnHand), (await Counting.StockAsync(_world)).Select(item => item.OnHand).Order());
        Assert.Equal(250, both.Sum(import => import.Rows.Count(row => row.Changes)));
    }

    private async Task<(ImportEnd, int Unchanged)> RunAgainAsync()
    {
        var next = await RunAsync(_world.Ledger, ThreeCommits);
        return (next.End, next.Rows.Count(row => !row.Changes));
    }

    private Task<StockImport> RunAsync(ILedger ledger, StockCount[] counts) => Counting.RunAsync(_world, ledger, _machine, counts);

    private Counting.Disturbed Disturbed(Func<int, Func<Task<CommitOutcome>>, Task<CommitOutcome>> at) => new(_world.Ledger, at);

    private async Task PutAsync(LedgerRow row) => Assert.True((await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(row)), default)).IsCommitted);

    private Task PutAsync(StockItem item) => PutAsync(new StockRow(item));

    private static LedgerUnreachableException Silence() => new("the test says so", new IOException());
}
