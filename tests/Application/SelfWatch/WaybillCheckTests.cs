using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Application.Waybills;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>Waybill numbers that run low: told when they cross their line.</summary>
public sealed class WaybillCheckTests
{
    private readonly World _world = Watching.World();

    [Fact]
    public async Task Crossing_IsToldOnce_AndNewNumbersEndIt()
    {
        var stock = _world.Of<WaybillStock>();
        await stock.AddListAsync("EMS", ["A1", "A2", "A3"], "Anna", default);
        await stock.SetLineAsync("EMS", 3, default);
        await _world.MinutesAsync(40);
        Assert.Empty(_world.Told());

        await stock.SetLineAsync("ems", 4, default);
        await _world.MinutesAsync(16);
        Assert.Equal(["LowWaybills ems"], _world.Told());
        Assert.Equal((3, 4), _world.Lines().First().Facts is var facts ? (facts.Count, facts.Other) : default);
        await _world.MinutesAsync(24 * 60);
        Assert.Single(_world.Told());

        await stock.AddListAsync("EMS", ["A4"], "Anna", default);
        await _world.MinutesAsync(60);
        Assert.Equal(["LowWaybills ems", "-LowWaybills ems"], _world.Told());
    }

    [Fact]
    public async Task WithoutALine_NothingIsWatched_NorAfterTheLastIsGone()
    {
        var stock = _world.Of<WaybillStock>();
        await stock.AddListAsync("EMS", ["A1"], "Anna", default);
        await _world.MinutesAsync(30);
        Assert.Null(await GateAsync());

        await stock.SetLineAsync("EMS", 2, default);
        Assert.NotNull(await GateAsync());
        await _world.MinutesAsync(16);
        await stock.SetLineAsync("EMS", 0, default);
        await _world.MinutesAsync(90);

        Assert.Null(await GateAsync());
        Assert.Equal(["LowWaybills EMS", "-LowWaybills EMS"], _world.Told());
    }

    private Task<Stored?> GateAsync() => _world.Ledger.FindAsync(Sample.Pool, RowKey.Gate(WaybillCheck.Gate), default);
}
