using NodaTime;
using ShipBy.Application.Estimates;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Tests.Ledger;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.History;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Estimates;

/// <summary>2026-03-02, a Monday, is today.</summary>
public sealed class ShopPacesTests
{
    private readonly World _world = new();
    private readonly CountingLedger _history;
    private readonly ShopPaces _paces;

    public ShopPacesTests()
    {
        _history = new CountingLedger(_world.History);
        _paces = new ShopPaces(new PastDays(new HistoryStore(_history), _world.Options, _world.Clock));
    }

    [Fact]
    public async Task APace_IsTheSumOfAYearsDays_EachShopForItself()
    {
        await InsertAsync(new LocalDate(2025, 2, 28), Of("a", 100, 1));        // longer ago than a year
        await InsertAsync(new LocalDate(2025, 3, 1), Of("a", 3, 9));
        await InsertAsync(new LocalDate(2026, 3, 2), Of("a", 4, 12), Of("b", 1, 2));
        await InsertAsync(new LocalDate(2026, 3, 1));

        var paces = await _paces.OfAsync(Sample.Pool, default);

        Assert.Equal(["a", "b"], paces.Keys.Order());
        Assert.Equal(new HandOverRecord(7, Duration.FromHours(21)), paces["a"].Record);
        Assert.Equal(new HandOverRecord(1, Duration.FromHours(2)), paces["b"].Record);
    }

    [Fact]
    public async Task ItCosts_OneRequestAnHourForEachPool_HoweverOftenItIsAskedFor()
    {
        for (var minute = 0; minute < 60; minute++)
        {
            await _paces.OfAsync(Sample.Pool, default);
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1, _history.Reads);
        await _paces.OfAsync(Sample.Pool, default);
        Assert.Equal(2, _history.Reads);
        await _paces.OfAsync(PoolName.Parse("other"), default);
        Assert.Equal(3, _history.Reads);
    }

    [Fact]
    public async Task ADayOfAnOlderVersion_HasNoShops()
    {
        await _world.History.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(new TotalsRow(new LocalDate(2026, 3, 1), DayTotals.None))), default);

        Assert.Empty(await _paces.OfAsync(Sample.Pool, default));
    }

    private static ShopTotals Of(string shop, int handOvers, int hours) => new(shop, handOvers, 0, new HandOverRecord(handOvers, Duration.FromHours(hours)));

    private Task<CommitOutcome> InsertAsync(LocalDate day, params ShopTotals[] shops) =>
        _world.History.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(new TotalsRow(day, DayTotals.None, shops))), default);
}
