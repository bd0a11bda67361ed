using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using ShipBy.Application.Costs;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Tests.Ledger;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Costs;

/// <summary>Today is 2026-03-02; the index counts the fourteen days from 2026-02-16 to 2026-03-01.</summary>
public sealed class CostReadingTests
{
    private static readonly Citation Source = new("a page", new LocalDate(2026, 1, 1), Confidence.Official);
    private static readonly Charge OnePercent = new(1, null, null);
    private static readonly CostTable Table = new(
        "sample", [new SurchargeStep(Duration.Zero, OnePercent, Source)], [new IndexBand(0, "good", OnePercent, Source), new IndexBand(4, "bad", OnePercent, Source)], 14);

    private readonly World _world = new();
    private readonly CountingLedger _history;

    public CostReadingTests() => _history = new CountingLedger(_world.History);

    [Theory]
    [InlineData("2026-02-15", "2026-02-16", 3, 10)]         // the first day counts
    [InlineData("2026-02-15", "2026-03-01", 3, 10)]         // so does yesterday
    [InlineData("2026-02-14", "2026-02-15", 0, 0)]          // the day before the first does not
    [InlineData("2026-02-15", "2026-03-02", 0, 0)]          // nor does today
    public async Task TheIndex_IsCountedOverItsDays(string recordSince, string day, int late, int handedOver)
    {
        await InsertAsync(recordSince, new ShopTotals("shop", 0, 0, new HandOverRecord(0, Duration.FromTicks(1))));
        await InsertAsync(day, new ShopTotals("shop", 10, 3, HandOverRecord.None), new ShopTotals("another", 500, 0, HandOverRecord.None));

        Assert.Equal(new LateShare(late, handedOver), (await CostAsync(Table)).Index!.Now);
    }

    [Theory]
    [InlineData("2026-02-16", true)]
    [InlineData("2026-02-17", false)]
    public async Task AShop_ThatIsNotKnownForLongEnough_HasNoIndex(string recordSince, bool isKnown)
    {
        await InsertAsync(recordSince, new ShopTotals("shop", 10, 3, HandOverRecord.None));

        Assert.Equal(isKnown, (await CostAsync(Table)).Index is not null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public async Task ItCosts_OneRequestForADigest_HoweverManyOrdersItNames_AndNoneForTheNextOnes(int orders)
    {
        var reading = Reading(Table);
        OrderAtStake[] digest = [.. Enumerable.Range(0, orders).Select(i => Order($"P-{i}"))];

        Assert.Equal(orders, (await reading.OfAsync(Sample.Pool, digest, default)).Count);
        Assert.Equal(1, _history.Reads);
        _world.Clock.Advance(TimeSpan.FromMinutes(59));
        await reading.OfAsync(Sample.Pool, digest, default);
        Assert.Equal(1, _history.Reads);
    }

    [Fact]
    public async Task WithoutBands_OrWithoutOrders_NobodyIsAsked()
    {
        Assert.Equal(new CostOfMissing(Order("P-1").Value, null, null), await CostAsync(CostTable.None));
        Assert.Empty(await Reading(Table).OfAsync(Sample.Pool, [], default));
        Assert.Equal(0, _history.Reads);
    }

    [Fact]
    public async Task AHistoryThatDoesNotAnswer_CostsTheIndexAlone()
    {
        var reading = new CostReading(new PastDays(new HistoryStore(new SilentStore()), _world.Options, _world.Clock), Table, _world.Options, _world.Clock, NullLogger<CostReading>.Instance);

        var cost = Assert.Single(await reading.OfAsync(Sample.Pool, [Order("P-1"), Order("P-1")], default)).Value;

        Assert.Equal((10, null), (cost.Surcharge!.Amount!.MinorUnits, cost.Index));
    }

    private static OrderAtStake Order(string number) => new(new OrderKey("shop", number), new Money(1_000, "RUB"), Sample.Noon);

    private CostReading Reading(CostTable table) =>
        new(new PastDays(new HistoryStore(_history), _world.Options, _world.Clock), table, _world.Options, _world.Clock, NullLogger<CostReading>.Instance);

    private async Task<CostOfMissing> CostAsync(CostTable table) => Assert.Single(await Reading(table).OfAsync(Sample.Pool, [Order("P-1")], default)).Value;

    private Task<CommitOutcome> InsertAsync(string day, params ShopTotals[] shops) => _world.History.TryCommitAsync(
        Sample.Pool, new CommitSet().With(new RowChange.Insert(new TotalsRow(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, DayTotals.None, shops))), default);
}
