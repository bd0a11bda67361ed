using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Importing;
using ShipBy.Application.Transit;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Transit;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Domain.Transit.TransitSign;

namespace ShipBy.Application.Tests.Transit;

/// <summary>What a carrier's file says of parcels whose orders have left.</summary>
public sealed class CarrierWordTests
{
    private readonly FollowedParcels _parcels = new();

    [Fact]
    public async Task WhatACarriersFileSays_MovesWhatIsFollowed_JustAsTheDryRunSaid()
    {
        await _parcels.LetThemLeaveAsync(1, 2, 3);
        await _parcels.AtAsync(50);
        FileCarrierEvent[] events =
        [
            new(2, "P-1", null, CarrierEventKind.Scanned, After(30)),
            new(3, null, "t-1", CarrierEventKind.InTransit, After(35)),
            new(4, "P-2", null, CarrierEventKind.Delivered, After(30)),
            new(5, "P-3", null, CarrierEventKind.Scanned, Sample.Noon - Duration.FromDays(1)),
            new(6, "P-4", null, CarrierEventKind.Scanned, After(30)),
        ];

        var dry = await _parcels.World.Of<ImportCarrierEvents>().PlanAsync(_parcels.World.Marketplace.Shop, tellsOfItself: false, events, default);
        Assert.Equal(3, (await _parcels.AllAsync()).Count);
        var real = await ImportAsync(events);
        var again = await ImportAsync(events);

        Assert.Equal([CarrierFate.Noted, CarrierFate.Noted, CarrierFate.Noted, CarrierFate.Earlier, CarrierFate.Unknown], real.Rows.Select(row => row.Fate));
        Assert.Equal(real.Rows.Select(row => row.Fate), dry.Rows.Select(row => row.Fate));
        Assert.Equal([CarrierFate.Known, CarrierFate.Known, CarrierFate.Unknown, CarrierFate.Earlier, CarrierFate.Unknown], again.Rows.Select(row => row.Fate));
        Assert.Equal(["P-1", "P-3"], (await _parcels.AllAsync()).Select(parcel => parcel.Order.Number));
        Assert.Equal(new Sighting(Scanned, "accepting", After(35)), (await _parcels.AllAsync())[0].Seen);
    }

    [Fact]
    public async Task ACommandThatDoesNotKnowTheRules_LeavesThePlanToTheApp()
    {
        await _parcels.LetThemLeaveAsync(1);
        await _parcels.AtAsync(20);
        var bare = new World();
        bare.Clock.SetUtcNow(_parcels.World.Clock.GetUtcNow());

        await bare.InstanceOn(_parcels.World.Ledger).GetRequiredService<MoveConsignments>().TellAsync(Sample.Pool, [new CarrierEvent(FollowedParcels.Numbered(1).Key, CarrierEventKind.Scanned, After(15))], default);
        Assert.Equal(_parcels.World.Now, Assert.Single(await _parcels.LooksAsync()).At);
        await _parcels.WatchAsync();

        Assert.Equal(After(15) + Duration.FromDays(4) + Duration.FromTicks(1), Assert.Single(await _parcels.LooksAsync()).At);
    }

    [Fact]
    public async Task ADateThatIsStillToCome_CountsAsNow()
    {
        await _parcels.LetThemLeaveAsync(1);

        await _parcels.World.Of<MoveConsignments>().TellAsync(Sample.Pool, [new CarrierEvent(FollowedParcels.Numbered(1).Key, CarrierEventKind.Scanned, _parcels.World.Now + Duration.FromDays(3))], default);

        Assert.Equal(_parcels.World.Now, Assert.Single(await _parcels.AllAsync()).Seen.At);
    }

    private Instant After(int hours) => _parcels.HandedOverAt + Duration.FromHours(hours);

    private Task<CarrierImport> ImportAsync(params FileCarrierEvent[] events) =>
        _parcels.World.Of<ImportCarrierEvents>().RunAsync(_parcels.World.Marketplace.Shop, tellsOfItself: false, events, new Progress<double>(), default);
}
