using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Shipping;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>A buyer wants an order cancelled, and the seller may say no for a while.</summary>
public sealed class CancelRequestsTests
{
    private readonly World _world = Watching.World();

    [Fact]
    public async Task AWish_IsToldOfThreeTimes_AndTheDecisionEndsIt()
    {
        await _world.MinuteAsync();
        _world.Marketplace.CancelRequests = [Wish("P-1", Duration.FromHours(10)), Wish("P-2", Duration.FromHours(30))];
        await _world.HoursAsync(1);
        var first = _world.Lines().Single();
        Assert.Equal((OperationalAlertKind.CancelRequests, Severity.Warning, 2, "P-1, P-2"), (first.Kind, first.Severity, first.Facts.Count, first.Facts.Detail));
        Assert.Equal(_world.Marketplace.CancelRequests[0].DecideBy, first.Facts.At);

        await _world.HoursAsync(5);
        Assert.Equal([Severity.Warning, Severity.Warning], _world.Lines().Select(line => line.Severity));
        await _world.HoursAsync(4);
        Assert.Equal(Severity.Critical, _world.Lines().Last().Severity);

        _world.Marketplace.CancelRequests = [];
        await _world.HoursAsync(1);
        Assert.Equal("-CancelRequests shop", _world.Told().Last());
    }

    [Fact]
    public async Task ItsOrder_IsMarked_UntilItIsDecided()
    {
        await HeldAsync();
        _world.Marketplace.CancelRequests = [Wish(Sample.Posting.Key.Number, Duration.FromHours(10))];
        await _world.HoursAsync(1);
        Assert.Equal(_world.Marketplace.CancelRequests[0].DecideBy, (await OrderAsync()).CancelAskedUntil);
        Assert.Equal(AskFlaw.RefundOpen, await ShipAsync(anyway: false));

        _world.Marketplace.CancelRequests = [];
        await _world.HoursAsync(1);
        Assert.Null((await OrderAsync()).CancelAskedUntil);
        Assert.Null(await ShipAsync(anyway: false));
    }

    [Fact]
    public async Task WhoHasSeenTheWish_MayShipAnyway()
    {
        await HeldAsync();
        _world.Marketplace.CancelRequests = [Wish(Sample.Posting.Key.Number, Duration.FromHours(10))];
        await _world.HoursAsync(1);

        Assert.Null(await ShipAsync(anyway: true));
    }

    [Fact]
    public async Task AMarketplaceThatDoesNotAnswer_LeavesMarkAndAlert()
    {
        await HeldAsync();
        _world.Marketplace.CancelRequests = [Wish(Sample.Posting.Key.Number, Duration.FromHours(10))];
        await _world.HoursAsync(1);
        _world.Marketplace.AccountFailure = new MarketplaceUnreachableException("HTTP 503");
        await _world.HoursAsync(2);

        Assert.NotNull((await OrderAsync()).CancelAskedUntil);
        Assert.Equal(["CancelRequests shop"], _world.Told());
    }

    private CancelRequest Wish(string order, Duration left) => new(order[^1], order, _world.Now, _world.Now + left, "changed mind");

    private async Task HeldAsync()
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = _world.Now + Duration.FromDays(20), Lines = [new OrderLine(Sample.Mug, "Mug", 1, null)] });
        await _world.MinuteAsync();
        await _world.Reserve.RunAsync(Sample.Pool, default);
        Assert.Equal(OrderState.Held, (await OrderAsync()).State);
    }

    private Task<Order> OrderAsync() => _world.OrderAsync(Sample.Posting.Key.Number);

    private Task<AskFlaw?> ShipAsync(bool anyway) => _world.Of<InstructOrder>().RunAsync(
        Sample.Posting.Key,
        new Instruction { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = _world.Now, AskedBy = "seller" },
        anyway,
        default);
}
