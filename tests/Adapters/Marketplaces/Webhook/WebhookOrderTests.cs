using System.Net;
using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook;

/// <summary>What becomes of the orders that shops tell of, over real HTTP.</summary>
public class WebhookOrderTests
{
    [Theory]
    [InlineData("standard", "N-2044", "paid", "2026-03-02T11:40:00Z", "2026-03-04T15:00:00Z", true)]
    [InlineData("shopify", "#1044", "paid", "2026-03-02T11:38:02Z", null, true)]
    [InlineData("woocommerce", "727", "processing", "2026-03-02T11:38:02Z", null, true)]
    [InlineData("hmac", "K-31", "to_pack", "2026-03-02T11:38:02Z", "2026-03-04T15:00:00Z", true)]
    public async Task AnOrder_IsInTheLedger_BeforeItIsAnswered(string dialect, string number, string word, string created, string? shipBy, bool hasPrice)
    {
        await using var server = await HookServer.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(Hook.Order(dialect))).StatusCode);

        var order = await server.OrderAsync(dialect, number);
        Assert.Equal((OrderState.Pending, PostingStatus.AwaitingPackaging, word, null), (order.State, order.Status, order.RawStatus, order.Flaw));
        Assert.Equal(["MUG-1 2", "TEA-7 1"], order.Lines.Select(line => $"{line.Sku} {line.Quantity}"));
        Assert.Equal(hasPrice ? new Money(3390, "EUR") : null, order.Value);
        Assert.Equal(At(created), order.OrderedAt);
        Assert.Equal(shipBy is null ? null : At(shipBy), order.ShipBy);
    }

    [Theory]
    [InlineData("standard", "\"status\": \"paid\"", "\"status\": \"paid\", \"ship_to\": { \"name\": \"Vera\", \"surname\": \"Example\", \"city\": \"Riga\", \"address\": \"Example St 1\", \"zip\": 1010 }", "Vera Example|Riga|Example St 1|1010|")]
    [InlineData("shopify", "\"address1\": \"Example St 1\"", "\"address1\": \"Example St 1\", \"address2\": \"flat 2\"", "Vera Example|Riga|Example St 1, flat 2|LV-1010|LV")]
    [InlineData("woocommerce", "\"customer_note\": \"\"", "\"customer_note\": \"ring\\ntwice\"", "Vera Example|Riga|Example St 1|LV-1010|LV|ring twice")]
    [InlineData("woocommerce", "\"city\": \"Riga\"", "\"city\": null", "Vera Example||Example St 1|LV-1010|LV")]
    [InlineData("hmac", "to_pack", "to_pack", null)]
    public async Task WhomItGoesTo_IsReadWhereTheShopTells(string dialect, string part, string instead, string? expected)
    {
        await using var server = await HookServer.StartAsync();

        await server.SendAsync(Hook.Order(dialect).With(part, instead));

        var to = Assert.Single(await server.World.OrdersAsync()).Value.Recipient;
        Assert.Equal(expected, to is null ? null : string.Join('|', [to.Name, to.City, to.Address, to.PostalCode, to.Country, .. to.Wish is null ? Array.Empty<string>() : [to.Wish]]));
    }

    [Theory]
    [InlineData("shopify", "2026-03-03T11:38:01Z")]        // from processed_at: a day of twelve hours
    [InlineData("woocommerce", "2026-03-03T11:38:08Z")]    // from date_paid_gmt
    public async Task AShopWithoutShipByDates_HasItsHandlingTime(string dialect, string expected)
    {
        await using var server = await HookServer.StartAsync(($"{dialect}:HandlingTime", "12h"), ($"{dialect}:Calendar", "russia"));

        await server.SendAsync(Hook.Order(dialect));

        var order = Assert.Single(await server.World.OrdersAsync()).Value;
        Assert.Equal((At(expected), DeadlineRule.HandlingTime), (order.ShipBy, order.ShipByRule?.Kind));
    }

    [Theory]
    [InlineData("standard", "\"status\": \"paid\"", "\"status\": \"shipped\"", OrderState.Shipped)]
    [InlineData("standard", "\"status\": \"paid\"", "\"status\": \"Canceled\"", OrderState.Cancelled)]
    [InlineData("standard", "\"status\": \"paid\"", "\"status\": \"lost in space\"", OrderState.SetAside)]
    [InlineData("shopify", "\"fulfillment_status\": null", "\"fulfillment_status\": \"partial\"", OrderState.Pending)]
    [InlineData("shopify", "\"fulfillment_status\": null", "\"fulfillment_status\": \"fulfilled\"", OrderState.Shipped)]
    [InlineData("shopify", "\"cancelled_at\": null", "\"cancelled_at\": \"2026-03-02T14:40:00+03:00\"", OrderState.Cancelled)]
    [InlineData("shopify", "\"financial_status\": \"paid\"", "\"financial_status\": \"refunded\"", OrderState.Cancelled)]
    [InlineData("shopify", "\"financial_status\": \"paid\"", "\"financial_status\": \"partially_refunded\"", OrderState.Pending)]
    [InlineData("woocommerce", "\"status\": \"processing\"", "\"status\": \"completed\"", OrderState.Shipped)]
    [InlineData("woocommerce", "\"status\": \"processing\"", "\"status\": \"refunded\"", OrderState.Cancelled)]
    [InlineData("woocommerce", "\"status\": \"processing\"", "\"status\": \"failed\"", OrderState.Cancelled)]
    [InlineData("woocommerce", "\"status\": \"processing\"", "\"status\": \"on-hold\"", OrderState.Pending)]
    [InlineData("hmac", "to_pack", "SENT", OrderState.Shipped)]
    public async Task AStatus_MeansWhatTheMappingSays(string dialect, string part, string instead, OrderState expected)
    {
        await using var server = await HookServer.StartAsync();

        await server.SendAsync(Hook.Order(dialect).With(part, instead));

        Assert.Equal(expected, Assert.Single(await server.World.OrdersAsync()).Value.State);
    }

    [Theory]
    [InlineData("standard", "\"sku\": \"TEA-7\"", "\"sku\": \" \"", "lines[1].sku is empty")]
    [InlineData("standard", "\"sku\": \"TEA-7\"", "\"sku\": \"TEA\\u0094\"", "lines[1].sku holds characters that cannot be printed")]
    [InlineData("woocommerce", "\"quantity\": 2", "\"quantity\": 0", "line_items[0].quantity is 0, not 1 to 1000000")]
    [InlineData("woocommerce", "\"quantity\": 1,", "\"quantity\": 1.5,", "line_items[1].quantity is not a whole number")]
    [InlineData("hmac", "\"ship_by\": \"2026-03-04T15:00:00Z\"", "\"ship_by\": \"on Friday\"", "ship_by cannot be read as a moment")]
    [InlineData("hmac", "\"items\": [", "\"items\": [], \"others\": [", "lines holds no lines")]
    [InlineData("hmac", "\"status\": \"to_pack\",", "", "The status is missing")]
    public async Task WhatCannotBeWorkedOn_IsSetAside_WithItsFieldAndRemedy(string dialect, string part, string instead, string flaw)
    {
        await using var server = await HookServer.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(Hook.Order(dialect).With(part, instead))).StatusCode);

        var order = Assert.Single(await server.World.OrdersAsync()).Value;
        Assert.Equal(OrderState.SetAside, order.State);
        Assert.StartsWith(flaw, order.Flaw, StringComparison.Ordinal);
        Assert.Contains(": ", order.Flaw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standard", "order.paid", "customer.created")]
    [InlineData("standard", "\"status\": \"paid\"", "\"status\": \"draft\"")]
    [InlineData("woocommerce", "\"status\": \"processing\"", "\"status\": \"checkout-draft\"")]
    public async Task WhatIsNoOrder_IsAnsweredAsDone_AndLeftAlone(string dialect, string part, string instead)
    {
        await using var server = await HookServer.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(Hook.Order(dialect).With(part, instead))).StatusCode);

        Assert.Empty(await server.World.OrdersAsync());
    }

    [Theory]
    [InlineData("shopify", "products/update")]
    [InlineData("shopify", "orders/delete")]
    [InlineData("woocommerce", "product.updated")]
    [InlineData("hmac", "stock.changed")]
    public async Task ATopicThatIsNoOrders_IsAnsweredAsDone_AndLeftAlone(string dialect, string topic)
    {
        await using var server = await HookServer.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(Hook.Order(dialect) with { Topic = topic })).StatusCode);

        Assert.Empty(await server.World.OrdersAsync());
    }

    [Fact]
    public async Task AnOrderThatTheShopDeleted_IsCancelled()
    {
        await using var server = await HookServer.StartAsync();
        await server.SendAsync(Hook.Order("woocommerce"));

        await server.SendAsync(new Hook("woocommerce", "{\"id\":727}") { Topic = "order.deleted", Delivery = "2" });

        Assert.Equal(OrderState.Cancelled, (await server.OrderAsync("woocommerce", "727")).State);
    }

    [Fact]
    public async Task APaymentThatWasWaitedFor_StartsTheClock_AndLaterMessagesDoNotMoveIt()
    {
        await using var server = await HookServer.StartAsync(("shopify:HandlingTime", "12h"), ("shopify:Calendar", "russia"));
        var paid = Hook.Order("shopify").With("2026-03-02T14:38:04+03:00", "2026-03-02T14:50:00+03:00") with { Delivery = "2" };

        await server.SendAsync(Hook.Order("shopify").With("\"financial_status\": \"paid\"", "\"financial_status\": \"pending\""));
        Assert.Null((await server.OrderAsync("shopify", "#1044")).ShipBy);
        await server.SendAsync(paid);
        await server.SendAsync(paid.With("14:50:00", "14:55:00").With("\"note\": null", "\"note\": \"blue paper\"") with { Delivery = "3" });

        Assert.Equal(At("2026-03-03T11:50:00Z"), (await server.OrderAsync("shopify", "#1044")).ShipBy);
    }

    private static Instant At(string text) => NodaTime.Text.InstantPattern.General.Parse(text).Value;
}
