using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Marketplaces.Webhook;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook.Listening;

public sealed class ListeningShopTests
{
    private static readonly Sku Mug = Sku.Parse("Кружка");
    private static readonly Sku Plate = Sku.Parse("PLATE");

    [Fact]
    public async Task Stock_IsToldSigned_AndAWordAboutAProductIsItsRefusal()
    {
        await using var server = await ListeningServer.StartAsync();
        server.Answer = (200, """{"results":[{"sku":"Кружка"},{"sku":"PLATE","error":"unknown product"}]}""");

        var answers = await ShopAt<IStockChannel>(server).OfferAsync([(Mug, 3), (Plate, 0)], default);

        Assert.Equal("""{"type":"stock.set","data":{"items":[{"sku":"Кружка","available":3},{"sku":"PLATE","available":0}]}}""", Assert.Single(server.Heard).Body.GetRawText());
        Assert.Equal([(Mug, null, false), (Plate, "unknown product", true)], answers.Select(answer => (answer.Sku, answer.Word, answer.IsUnknown)));
    }

    [Fact]
    public async Task WhatWasShipped_IsToldUnderOneId_HoweverOften_AndAnotherNumberIsOtherNews()
    {
        await using var server = await ListeningServer.StartAsync();
        var shop = ShopAt<IShippingChannel>(server);
        server.Cuts = true;
        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => shop.AdvanceAsync(Ship("YT1"), default));
        server.Cuts = false;

        Assert.IsType<ShippingAnswer.Complete>(await shop.AdvanceAsync(Ship("YT1"), default));
        await shop.AdvanceAsync(Ship("YT2"), default);

        Assert.Equal("""{"type":"order.shipped","data":{"order":"P-1","carrier":"YTO","tracking_number":"YT1"}}""", server.Heard[0].Body.GetRawText());
        Assert.Equal(server.Heard[0].Id, server.Heard[1].Id);
        Assert.NotEqual(server.Heard[1].Id, server.Heard[2].Id);
    }

    [Fact]
    public async Task PackedAlone_IsNoNewsToAShop()
    {
        await using var server = await ListeningServer.StartAsync();

        Assert.IsType<ShippingAnswer.Complete>(await ShopAt<IShippingChannel>(server).AdvanceAsync(Wanting(new Instruction { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = Sample.Noon, AskedBy = "seller" }), default));
        Assert.Empty(server.Heard);
    }

    [Theory]
    [InlineData(401, typeof(MarketplaceUnauthorisedException))]
    [InlineData(429, typeof(MarketplaceBusyException))]
    [InlineData(503, typeof(MarketplaceBusyException))]
    [InlineData(500, typeof(MarketplaceUnreachableException))]
    public async Task AnAnswerThatIsNone_SaysWhatToDoNext_AndNeverTheAddress(int status, Type expected)
    {
        await using var server = await ListeningServer.StartAsync();
        server.Answer = (status, "a-secret-path");

        var thrown = await Assert.ThrowsAsync(expected, () => ShopAt<IShippingChannel>(server).AdvanceAsync(Ship("YT1"), default));

        Assert.DoesNotContain("a-secret-path", thrown.ToString(), StringComparison.Ordinal);
        Assert.True(thrown is not MarketplaceBusyException busy || busy.RetryAfter == TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task ARefusal_SaysTheShopsWord()
    {
        await using var server = await ListeningServer.StartAsync();
        server.Answer = (409, """{"error":"the order is cancelled"}""");

        var refused = Assert.IsType<ShippingAnswer.Refused>(await ShopAt<IShippingChannel>(server).AdvanceAsync(Ship("YT1"), default));

        Assert.Contains("409: the order is cancelled", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyThere_IsNoAnswer()
    {
        var server = await ListeningServer.StartAsync();
        var shop = ShopAt<IShippingChannel>(server);
        await server.DisposeAsync();

        var thrown = await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => shop.AdvanceAsync(Ship("YT1"), default));
        Assert.DoesNotContain("a-secret-path", thrown.ToString(), StringComparison.Ordinal);
    }

    private static TAbility ShopAt<TAbility>(ListeningServer server) where TAbility : class, IChannel
    {
        var settings = new Dictionary<string, string?>
        {
            ["tea:Kind"] = "webhook",
            ["tea:Dialect"] = "standard",
            ["tea:Secret"] = ListeningServer.Secret,
            ["tea:TellUrl"] = server.Address.AbsoluteUri,
            ["tea:TellSecret"] = ListeningServer.Secret,
        };
        var services = new ServiceCollection().AddSingleton(new MachineClock(TimeProvider.System)).AddWebhookShops(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        return new Channels([], services.GetServices<IChannel>()).Find<TAbility>("tea")!;
    }

    private static Order Ship(string number) =>
        Wanting(new Instruction { Kind = InstructionKind.Ship, Ship = new ShipOrder([], "YTO", number, IsHandedOver: true), AskedAt = Sample.Noon, AskedBy = "seller" });

    private static Order Wanting(Instruction instruction) => Sample.Order with { Key = new OrderKey("tea", "P-1"), Instruction = instruction };
}
