using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Ledger;

/// <summary>The bounds that Table Storage sets for one transaction. The emulator knows some of them not at all, so they are kept here.</summary>
public sealed class CommitSetTests
{
    [Theory]
    [InlineData(99, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void ASet_HoldsAHundredRows(int rows, bool fits) => Assert.Equal(fits, new CommitSet().TryAdd([.. Stock(rows)]));

    [Fact]
    public void ASet_TakesChangesWhole_OrNotAtAll()
    {
        var set = new CommitSet().With([.. Stock(90)]);

        Assert.False(set.TryAdd([.. Stock(20).Select((change, i) => Insert($"N-{i}"))]));
        Assert.Equal(90, set.Changes.Count);
    }

    [Fact]
    public void ASet_IsNoHeavierThanOneRequest()
    {
        var set = new CommitSet();
        while (set.TryAdd(Heavy(set.Changes.Count, CommitSet.MaxRowWeight / 2)))
        {
            Assert.InRange(set.Weight, 1, CommitSet.MaxWeight);
        }

        Assert.InRange(set.Weight + CommitSet.MaxRowWeight / 2, CommitSet.MaxWeight, int.MaxValue);
    }

    [Fact]
    public void ASet_NamesNoRowTwice() => Assert.Throws<InvalidOperationException>(() => new CommitSet().With(Insert("A")).With(new RowChange.Delete(RowKey.Stock(Sku.Parse("A")))));

    [Fact]
    public void ASet_RefusesARow_ThatNoStoreHolds()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new CommitSet().With(Heavy(1, CommitSet.MaxRowWeight + 10)));

        Assert.Contains("order|shop|P-1 ", refused.Message, StringComparison.Ordinal);
        Assert.True(new CommitSet().TryAdd(Heavy(1, CommitSet.MaxRowWeight - 10_000)));
    }

    [Fact]
    public void TheHeaviestOrderThatIsTaken_FitsIntoOneRow()
    {
        var line = new OrderLine(Sku.Parse(new string('ж', Sku.MaxLength)), new string('ж', OrderLine.MaxNameLength), 1, new Money(1, "RUB"));
        var entry = new JournalEntry(Sample.Noon, JournalEvent.Waiting, new string('ж', OrderJournal.LongestDetail));
        var heaviest = new OrderRow(Sample.Order with
        {
            Key = new OrderKey(Sample.Order.Key.Shop, new string('ж', 20_480)),
            Lines = [.. Enumerable.Repeat(line, 88)],
            Journal = [.. Enumerable.Repeat(entry, OrderJournal.MostEntries)],
            Flaw = new string('ж', 500),
            Carrier = new string('ж', 200),
            CancelReason = new string('ж', 200),
        });

        Assert.InRange(heaviest.Weight, 1, CommitSet.MaxRowWeight);
    }

    [Fact]
    public void TheHeaviestMail_FitsIntoOneRow()
    {
        var line = WarningLines.Of(
            Sample.Order with { Lines = [.. Enumerable.Repeat(Sample.TwoMugs with { Name = new string('ж', OrderLine.MaxNameLength) }, 88)] }, ["24h", "12h", "6h", "2h", "overdue"], Domain.Deadlines.Ladder.Parse("24h,12h,6h,2h"), Sample.Noon);
        var heaviest = new NoticeRow(new Notice
        {
            Id = Guid.NewGuid(),
            State = NoticeState.Ready,
            CreatedAt = Sample.Noon,
            Warnings = [.. Enumerable.Repeat(line, 99)],
            Problems = [.. Enumerable.Repeat(new ProblemLine("P-1", new string('ж', 250)), 49)],
        });

        Assert.InRange(heaviest.Weight, 1, CommitSet.MaxRowWeight);
    }

    private static IEnumerable<RowChange> Stock(int rows) => Enumerable.Range(0, rows).Select(i => Insert($"S-{i}"));

    private static RowChange.Insert Insert(string sku) => new RowChange.Insert(Sample.StockRow(sku));

    private static RowChange.Insert Heavy(int number, int weight) => new RowChange.Insert(new OrderRow(Sample.OrderRow($"P-{number}").Order with { Flaw = new string('x', weight / 7) }));
}
