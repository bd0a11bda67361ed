using System.Net;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook;

/// <summary>Messages that come twice, too late, in another order, or under an id that another one has too.</summary>
public class DeliveryTests
{
    [Theory]
    [InlineData("standard")]
    [InlineData("shopify")]
    [InlineData("woocommerce")]
    [InlineData("hmac")]
    public async Task ARepetition_ChangesNothing_OnAnyInstance(string dialect)
    {
        await using var server = await HookServer.StartAsync();
        await server.SendAsync(Hook.Order(dialect));
        var before = await RowsAsync(server);

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(Hook.Order(dialect))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(Hook.Order(dialect) with { At = Sample.Noon.ToDateTimeOffset().AddSeconds(30) })).StatusCode);

        Assert.Equal(before, await RowsAsync(server));
    }

    [Theory]
    [InlineData("standard", "\"timestamp\": \"2026-03-02T11:58:30Z\"", "\"timestamp\": \"2026-03-02T11:59:30Z\"", "\"paid\"", "\"shipped\"")]
    [InlineData("shopify", "14:38:04+03:00", "14:39:04+03:00", "\"fulfillment_status\": null", "\"fulfillment_status\": \"fulfilled\"")]
    [InlineData("woocommerce", "T11:38:09", "T11:39:09", "\"processing\"", "\"completed\"")]
    [InlineData("hmac", "T11:38:09Z", "T11:39:09Z", "to_pack", "shipped")]
    public async Task WhatIsOlder_NeverUndoesWhatIsNewer(string dialect, string time, string later, string word, string end)
    {
        await using var server = await HookServer.StartAsync();
        var (first, last) = (Hook.Order(dialect), Hook.Order(dialect).With(time, later).With(word, end) with { Delivery = "2" });

        await server.SendAsync(last);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(first with { Delivery = "3" })).StatusCode);

        var order = Assert.Single(await server.World.OrdersAsync()).Value;
        Assert.Equal((OrderState.Shipped, null), (order.State, order.Flaw));
    }

    [Fact]
    public async Task AShopThatSaysNoTime_IsStillNotSetBack_ByAMessageThatComesAgain()
    {
        await using var server = await HookServer.StartAsync();
        var first = Hook.Order("hmac").With("\"updated_at\": \"2026-03-02T11:38:09Z\",", "");
        await server.SendAsync(first);
        await server.SendAsync(first.With("to_pack", "shipped") with { Delivery = "2" });

        await server.SendAsync(first);

        Assert.Null((await server.OrderAsync("hmac", "K-31")).Flaw);
    }

    [Fact]
    public async Task TwoOrdersOfOneSecond_ShareWooCommercesId_AndBothCount()
    {
        await using var server = await HookServer.StartAsync();

        await server.SendAsync(Hook.Order("woocommerce"));
        await server.SendAsync(Hook.Order("woocommerce").With("\"id\": 727", "\"id\": 728"));
        await server.SendAsync(Hook.Order("woocommerce").With("\"processing\"", "\"cancelled\""));

        Assert.Equal(OrderState.Cancelled, (await server.OrderAsync("woocommerce", "727")).State);
        Assert.Equal(OrderState.Pending, (await server.OrderAsync("woocommerce", "728")).State);
    }

    [Fact]
    public async Task MessagesAtTheSameMoment_LeaveOneOrder_AndNoneIsLost()
    {
        await using var server = await HookServer.StartAsync();
        Hook[] hooks = [.. Enumerable.Range(10, 20).Select(second => Hook.Order("woocommerce").With("T11:38:09", $"T11:38:{second}").With("\"quantity\": 2", $"\"quantity\": {second}") with { Delivery = $"{second}" })];

        var answers = await Task.WhenAll(hooks.Select(hook => server.SendAsync(hook)));
        foreach (var hook in hooks.Zip(answers).Where(sent => sent.Second.StatusCode == HttpStatusCode.ServiceUnavailable).Select(sent => sent.First))
        {
            Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(hook)).StatusCode);
        }

        Assert.Equal(29, Assert.Single(await server.World.OrdersAsync()).Value.Lines[0].Quantity);
    }

    [Fact]
    public async Task AnOrderThatHasLeftForTheHistory_IsNotBroughtBack_ByAMessageThatSaysNothingNew()
    {
        await using var server = await HookServer.StartAsync();
        var shipped = Hook.Order("woocommerce").With("\"processing\"", "\"completed\"");
        await server.SendAsync(shipped);
        await MoveAsync(server);

        await server.SendAsync(shipped.With("T11:38:09", "T11:50:00"));
        Assert.Empty(await server.World.OrdersAsync());

        await server.SendAsync(Hook.Order("woocommerce").With("T11:38:09", "T11:55:00"));
        Assert.Contains("handed over", Assert.Single(await server.World.OrdersAsync()).Value.Flaw, StringComparison.Ordinal);
    }

    private static async Task MoveAsync(HookServer server)
    {
        server.World.Clock.Advance(TimeSpan.FromHours(13));
        await server.World.Of<ShipBy.Application.History.MoveClosed>().RunAsync(Sample.Pool, default);
        Assert.Empty(await server.World.OrdersAsync());
    }

    private static async Task<IEnumerable<(string, string)>> RowsAsync(HookServer server) =>
        (await server.World.Ledger.RangeAsync(Sample.Pool, KeyRange.Orders, 100, default)).Select(stored => (stored.Row.Key.Value, stored.Version));
}
