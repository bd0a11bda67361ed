using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using Xunit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.TestKit.Ledger;

/// <summary>What every ledger must do. The real one and its in-memory twin run the same suite.</summary>
public abstract class LedgerContract
{
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);

    protected abstract ILedger Ledger { get; }

    /// <value>Whether a commit may succeed without its answer being heard: its versions are not known then, and of deletions alone not even their success.</value>
    protected virtual bool AnswersGetLost => false;

    private static KeyRange Everything { get; } = new("", "~");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commit_WritesAllRows_OrNone()
    {
        await InsertAsync(Sample.StockRow("B"));

        var outcome = await Ledger.TryCommitAsync(_pool, new CommitSet().With(Insert(Sample.StockRow("A")), Insert(Sample.StockRow("B"))), Cancel);

        Assert.False(outcome.IsCommitted);
        Assert.Null(await Ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("A")), Cancel));
    }

    [Fact]
    public async Task Replace_IsRefused_WhenTheRowWasChangedSinceItWasRead()
    {
        await InsertAsync(Sample.StockRow("A", onHand: 1));
        var read = await FindStockAsync("A");

        var first = await CommitAsync(new RowChange.Replace(Sample.StockRow("A", onHand: 2), read.Version));
        var second = await CommitAsync(new RowChange.Replace(Sample.StockRow("A", onHand: 3), read.Version));

        Assert.Equal((true, false), (first.IsCommitted, second.IsCommitted));
        Assert.Equal(2, ((StockRow)(await FindStockAsync("A")).Row).Item.OnHand);
    }

    [Fact]
    public async Task Replace_GivesTheRowANewVersion_EvenWhenNothingDiffers()
    {
        await InsertAsync(Sample.StockRow("A"));
        var read = await FindStockAsync("A");

        await CommitAsync(new RowChange.Replace(read.Row, read.Version));

        Assert.NotEqual(read.Version, (await FindStockAsync("A")).Version);
    }

    [Fact]
    public async Task Replace_WithoutAVersion_AsksOnlyThatTheRowIsThere()
    {
        await InsertAsync(Sample.StockRow("A", onHand: 1));
        var read = await FindStockAsync("A");
        await CommitAsync(new RowChange.Replace(Sample.StockRow("A", onHand: 2), read.Version));

        Assert.True((await CommitAsync(new RowChange.Replace(Sample.StockRow("A", onHand: 3), Version: null))).IsCommitted);
        Assert.False((await CommitAsync(new RowChange.Replace(Sample.StockRow("B", onHand: 3), Version: null))).IsCommitted);
        Assert.Equal(3, ((StockRow)(await FindStockAsync("A")).Row).Item.OnHand);
        Assert.Null(await Ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("B")), Cancel));
    }

    [Fact]
    public async Task Commit_AnswersWithTheVersions_ThatAReadGives()
    {
        await InsertAsync(Sample.StockRow("A"), Sample.StockRow("B"));
        var (a, b) = (await FindStockAsync("A"), await FindStockAsync("B"));

        var outcome = await CommitAsync(new RowChange.Delete(a.Row.Key), new RowChange.Replace(b.Row, b.Version), Insert(Sample.StockRow("C")), Insert(Sample.OrderRow("P/1")));

        Assert.True(outcome.IsCommitted);
        if (outcome.Versions.Count > 0 || !AnswersGetLost)
        {
            var written = await Ledger.RangeAsync(_pool, Everything, 10, Cancel);
            Assert.Equal(written.ToDictionary(stored => stored.Row.Key, stored => stored.Version), outcome.Versions);
        }
    }

    [Fact]
    public async Task Commit_ThatIsRefused_KnowsNoVersions()
    {
        await InsertAsync(Sample.StockRow("B"));

        Assert.Empty((await CommitAsync(Insert(Sample.StockRow("A")), Insert(Sample.StockRow("B")))).Versions);
    }

    [Fact]
    public async Task Delete_IsRefused_WhenTheRowIsGoneOrWasChanged()
    {
        await InsertAsync(Sample.StockRow("A"), Sample.StockRow("B"));
        var (a, b) = (await FindStockAsync("A"), await FindStockAsync("B"));
        await CommitAsync(new RowChange.Replace(b.Row, b.Version));

        Assert.True((await CommitAsync(new RowChange.Delete(a.Row.Key, a.Version))).IsCommitted || AnswersGetLost);
        Assert.False((await CommitAsync(new RowChange.Delete(a.Row.Key))).IsCommitted);
        Assert.False((await CommitAsync(new RowChange.Delete(b.Row.Key, b.Version))).IsCommitted);
        Assert.Equal([b.Row], (await Ledger.RangeAsync(_pool, Everything, 10, Cancel)).Select(stored => stored.Row));
        Assert.True((await CommitAsync(new RowChange.Delete(b.Row.Key))).IsCommitted || AnswersGetLost);
        Assert.Empty(await Ledger.RangeAsync(_pool, Everything, 10, Cancel));
    }

    [Fact]
    public async Task Commit_TakesAHundredRows_AndIsOneStep()
    {
        var commit = new CommitSet().With([.. Enumerable.Range(0, CommitSet.MaxRows).Select(i => Insert(Sample.OrderRow($"P-{i}")))]);

        Assert.True((await Ledger.TryCommitAsync(_pool, commit, Cancel)).IsCommitted);
        Assert.Equal(CommitSet.MaxRows, (await Ledger.OrdersAsync(_pool, Cancel)).Count);
    }

    [Fact]
    public async Task Commit_TakesAsMuchAsItsWeightAllows_InTheDearestCharacters()
    {
        var lines = Enumerable.Range(0, 15).Select(i => new OrderLine(Sku.Parse($"Ж-{i:00000}"), new string('ж', OrderLine.MaxNameLength), 1, new Money(153_000, "RUB"))).ToList();
        var commit = new CommitSet().With([.. Enumerable.Range(0, CommitSet.MaxRows).Select(i => Insert(new OrderRow(Sample.OrderRow($"P-{i:00}").Order with { Lines = lines })))]);
        Assert.InRange(commit.Weight, CommitSet.MaxWeight * 0.95, CommitSet.MaxWeight);

        Assert.True((await Ledger.TryCommitAsync(_pool, commit, Cancel)).IsCommitted);
        Assert.All(await Ledger.OrdersAsync(_pool, Cancel), order => Assert.Equal(lines, order.Value.Order().Lines));
    }

    [Fact]
    public async Task Range_ReadsInTheOrderOfTheKeys_UpToTheLimit_AndNothingElse()
    {
        var late = new DueRow(Sample.Noon + Duration.FromTicks(1), new OrderKey("shop", "late"));
        var now = new DueRow(Sample.Noon, new OrderKey("shop", "now"));
        var early = new DueRow(Sample.Noon - Duration.FromDays(400), new OrderKey("shop", "early"));
        await InsertAsync(late, now, early, Sample.StockRow("A"), Sample.OrderRow("P-1"));

        var due = await Ledger.RangeAsync(_pool, KeyRange.DueBy(Sample.Noon), 10, Cancel);
        var first = await Ledger.RangeAsync(_pool, KeyRange.DueBy(Sample.Noon), 1, Cancel);

        Assert.Equal([early, now], due.Select(stored => stored.Row));
        Assert.Equal([early], first.Select(stored => stored.Row));
    }

    [Fact]
    public async Task Range_GoesOn_BeyondOnePageOfTheStore()
    {
        foreach (var numbers in Enumerable.Range(0, 1_050).Chunk(CommitSet.MaxRows))
        {
            await InsertAsync([.. numbers.Select(i => Sample.StockRow($"S-{i:0000}"))]);
        }

        var rows = await Ledger.RangeAsync(_pool, KeyRange.AllStock, 2_000, Cancel);

        Assert.Equal(1_050, rows.Count);
        Assert.Equal(rows.OrderBy(stored => stored.Row.Key.Value, StringComparer.Ordinal), rows);
    }

    [Theory]
    [InlineData("P/1")]
    [InlineData("P#1?x=%2F\\")]
    [InlineData("a|b")]
    [InlineData("заказ № 1 📦")]
    [InlineData("tab\tnewline\n")]
    [InlineData("'quoted'")]
    public async Task Keys_TakeEveryCharacter_AndComeBack(string number)
    {
        await InsertAsync(Sample.OrderRow(number));

        var orders = await Ledger.OrdersAsync(_pool, [new OrderKey("shop", number)], Cancel);
        var all = await Ledger.OrdersAsync(_pool, Cancel);

        Assert.Equal(number, Assert.Single(orders).Key.Number);
        Assert.Equal(number, Assert.Single(all).Key.Number);
    }

    [Fact]
    public async Task Keys_OfVeryLongNumbers_FitAndDiffer()
    {
        var (one, other) = (new string('9', 20_000) + "1", new string('9', 20_000) + "2");
        await InsertAsync(Sample.OrderRow(one), Sample.OrderRow(other));

        Assert.Equal([one, other], (await Ledger.OrdersAsync(_pool, Cancel)).Keys.Select(key => key.Number).Order());
    }

    [Fact]
    public async Task Pools_DoNotSeeEachOther()
    {
        await InsertAsync(Sample.StockRow("A"));

        Assert.Empty(await Ledger.RangeAsync(PoolName.Parse("another"), KeyRange.AllStock, 10, Cancel));
    }

    [Fact]
    public async Task Rows_ComeBackAsTheyWere()
    {
        var rows = RowsOfEveryKind.Make();
        await InsertAsync(rows);

        foreach (var row in rows)
        {
            Assert.Equivalent(row, (await Ledger.FindAsync(_pool, row.Key, Cancel))?.Row, strict: true);
        }
    }

    private async Task InsertAsync(params LedgerRow[] rows) =>
        Assert.True((await CommitAsync([.. rows.Select(Insert)])).IsCommitted);

    private Task<CommitOutcome> CommitAsync(params RowChange[] changes) => Ledger.TryCommitAsync(_pool, new CommitSet().With(changes), Cancel);

    private async Task<Stored> FindStockAsync(string sku) => (await Ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse(sku)), Cancel))!;

    private static RowChange Insert(LedgerRow row) => new RowChange.Insert(row);
}
