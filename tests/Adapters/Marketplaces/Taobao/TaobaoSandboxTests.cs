using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.Sandbox;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

/// <summary>The adapter against the simulated platform, which was written from the fact sheet with a signature, a clock and lists of its own.</summary>
public sealed class TaobaoSandboxTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <value>A listing without variants, one with them, an odd code, and two that the shop does not sell.</value>
    private static readonly Sku[] Products = [Sku.Parse("SP-001"), Sku.Parse("SP-002"), Sku.Parse("A/1#б%20"), Sku.Parse("NO-STOCK-ROW"), Sku.Parse("nobody's")];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taobao-");
    private SandboxServer? _sandbox;
    private ServiceProvider? _services;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("md5")]
    [InlineData("hmac")]
    [InlineData("hmac-sha256")]
    public async Task ByEachSignature_TheSameTradesAreRead_InEachOfThreeWays(string method)
    {
        var shop = await StartAsync(new() { ["SignMethod"] = method, ["HoldUnpaid"] = "true" });

        var changed = await ReadAsync(shop, count: 4);

        Assert.All(changed.Values, posting => Assert.Matches("^[0-9]{19}$", posting.Key.Number));
        var open = await AllAsync(shop.OpenPostingsAsync(Now(), Now(), Cancel));
        Assert.Empty(changed.Keys.Except(open.Select(posting => posting.Key.Number)));
        var one = changed.Values.First(posting => posting.Status is PostingStatus.AwaitingPackaging);
        var read = (await shop.FindPostingAsync(one.Key.Number, Cancel))!.Posting!;
        Assert.Equal((one.Status, one.PaidAt, one.Limits[0]), (read.Status, read.PaidAt, read.Limits[0]));
        Assert.Equal(one.Lines, read.Lines);
        Assert.Null(await shop.FindPostingAsync("17", Cancel));
    }

    [Fact]
    public async Task ATradeIsShippedOnce_AndShowsItsNumber()
    {
        var shop = await StartAsync();
        var shipping = (IShippingChannel)shop;
        var posting = (await ReadAsync(shop, count: 2)).Values.First(posting => posting is { Status: PostingStatus.AwaitingPackaging, Flaw: null });
        var order = OrderOf(posting, "YTO", "YT1234567890123");

        Assert.IsType<ShippingAnswer.Refused>(await shipping.AdvanceAsync(OrderOf(posting, "DHL", "1"), Cancel));
        Assert.IsType<ShippingAnswer.Refused>(await shipping.AdvanceAsync(OrderOf(posting, "YTO", "1"), Cancel));
        Assert.Equal(new ShippingAnswer.Told(ShippingStep.HandOver), await shipping.AdvanceAsync(order, Cancel));
        Assert.IsType<ShippingAnswer.Complete>(await shipping.AdvanceAsync(order, Cancel));
        Assert.Equal(new ShippingAnswer.Told(ShippingStep.Number), await shipping.AdvanceAsync(OrderOf(posting, "ZTO", "ZT1234567890123"), Cancel));
        Assert.IsType<ShippingAnswer.Refused>(await shipping.AdvanceAsync(order with { Instruction = order.Instruction! with { Kind = InstructionKind.Cancel } }, Cancel));

        var shown = (await shop.FindPostingAsync(posting.Key.Number, Cancel))!.Posting!;
        Assert.Equal((PostingStatus.HandedOver, "ZT1234567890123", "中通快递"), (shown.Status, shown.TrackingNumber, shown.Carrier));
    }

    [Fact]
    public async Task StockThatIsTold_IsShown()
    {
        var shop = await StartAsync();
        var channel = (IStockChannel)shop;

        var answers = await channel.OfferAsync([.. Products.Select((sku, i) => (sku, 40 + i))], Cancel);
        var shown = await channel.StockOfAsync(Products, Cancel);

        Assert.Equal([false, false, false, true, true], answers.Select(answer => answer.IsUnknown));
        Assert.Equal([("SP-001", 40), ("SP-002", 41), ("A/1#б%20", 42)], shown.Select(stock => (stock.Sku.Value, stock.Present - stock.Reserved)));
    }

    [Fact]
    public async Task Messages_NameTrades_AndThoseThatWereConfirmedComeNoMore()
    {
        var shop = await StartAsync(new() { ["Messages"] = "true" });
        var news = (INewsChannel)shop;
        var known = await ReadAsync(shop, count: 2);

        var first = await news.TakeNewsAsync(Cancel);
        await news.ConfirmAsync(first, Cancel);
        var second = await news.TakeNewsAsync(Cancel);

        Assert.Empty(known.Keys.Except(first.Select(item => item.Number!)));
        Assert.Empty(first.Select(item => item.Id).Intersect(second.Select(item => item.Id)));
    }

    [Theory]
    [InlineData("AppSecret", "wrong", "Invalid signature")]
    [InlineData("AppKey", "7", "Invalid App Key")]
    [InlineData("SessionKey", "old", "Authorise the app again as the seller")]
    public async Task AWrongKey_IsUnauthorised(string setting, string value, string message)
    {
        var shop = await StartAsync(new() { [setting] = value });

        var thrown = await Assert.ThrowsAsync<MarketplaceUnauthorisedException>(() => shop.FindPostingAsync("17", Cancel));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();

        if (_sandbox is not null)
            await _sandbox.DisposeAsync();

        _folder.Delete(recursive: true);
    }

    private async Task<IMarketplace> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var options = new SandboxOptions
        {
            DataFolder = Path.Combine(_folder.FullName, "run"),
            Channels = [Channel.Taobao],
            Length = TimeSpan.FromSeconds(300),
            TaobaoAppKey = FakeTop.AppKey,
            TaobaoAppSecret = FakeTop.Secret,
            TaobaoSession = FakeTop.Session,
        };
        _sandbox = await SandboxServer.StartAsync(options);
        _services = FakeTop.Build(_sandbox.BaseAddress, settings);
        return _services.GetRequiredService<IMarketplace>();
    }

    /// <summary>The list of changes, once it shows enough: orders come one by one, the first of them within a second.</summary>
    private static async Task<Dictionary<string, Posting>> ReadAsync(IMarketplace shop, int count)
    {
        while (true)
        {
            var read = (await AllAsync(shop.ChangedPostingsAsync(Now(), Now() - Duration.FromMinutes(10), Now() + Duration.FromMinutes(1), Cancel))).ToDictionary(posting => posting.Key.Number);
            if (read.Values.Count(posting => posting.Status is PostingStatus.AwaitingPackaging) >= count)
                return read;

            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancel);
        }
    }

    private static Order OrderOf(Posting posting, string carrier, string number) => new()
    {
        Key = posting.Key,
        State = OrderState.Held,
        Status = posting.Status,
        RawStatus = posting.RawStatus,
        Lines = posting.Lines,
        OrderedAt = Now(),
        TakenAt = Now(),
        SeenFrom = Now(),
        Instruction = new Instruction { Kind = InstructionKind.Ship, Ship = new ShipOrder([], carrier, number), AskedAt = Now(), AskedBy = "me" },
    };

    private static async Task<List<Posting>> AllAsync(IAsyncEnumerable<PostingPage> pages)
    {
        var postings = new List<Posting>();
        await foreach (var page in pages)
        {
            Assert.Empty(page.Unreadable);
            postings.AddRange(page.Postings);
        }

        return postings;
    }

    private static Instant Now() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
}
