using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Sandbox;
using ShipBy.Sandbox.Faults;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>The client against the simulated marketplace, which was written from the fact sheet without a look at the client.</summary>
public sealed class OzonSandboxTests : IAsyncLifetime
{
    private const int Orders = 230;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ozon-");
    private SandboxServer? _sandbox;
    private ServiceProvider? _services;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task EveryOrder_IsRead_InEachOfItsVariations()
    {
        var shop = await StartAsync(FaultLevel.None);

        var open = await OpenAsync(shop);

        Assert.Equal(Numbers(Orders), open.Select(posting => posting.Key.Number).Order(StringComparer.Ordinal));
        Assert.All(open, posting =>
        {
            Assert.Null(posting.Flaw);
            Assert.True(posting.Status.IsOpen());
            Assert.NotNull(posting.ShipBy);
            var line = Assert.Single(posting.Lines);
            Assert.Equal((2, "mug"), (line.Quantity, line.Sku.Value));
        });
    }

    [Fact]
    public async Task Changes_OnePosting_StockAndTheKey_AreRead()
    {
        var shop = await StartAsync(FaultLevel.None);
        var now = SystemTime();

        var changed = await AllAsync(shop.ChangedPostingsAsync(now - Duration.FromDays(60), now - Duration.FromMinutes(10), now + Duration.FromMinutes(1), Cancel));
        var one = await shop.FindPostingAsync(Numbers(Orders)[7], Cancel);

        Assert.Equal(Orders, changed.Select(posting => posting.Key.Number).Distinct().Count());
        Assert.Equal((Numbers(Orders)[7], null), (one?.Posting?.Key.Number, one?.Posting?.Flaw));
        Assert.Null(await shop.FindPostingAsync("no such posting", Cancel));
        Assert.Equal([Sku.Parse("mug")], (await shop.StockOfAsync([Sku.Parse("mug"), Sku.Parse("nobody's")], Cancel)).Select(stock => stock.Sku));
        Assert.NotNull(await ((IExpiringKey)shop).KeyExpiresAtAsync(Cancel));
    }

    [Fact]
    public async Task StockThatIsTold_IsShown_AndNotTakenTwiceWithinThirtySeconds()
    {
        var shop = await StartAsync(FaultLevel.None);
        var channel = (IStockChannel)shop;

        Assert.Equal([new OfferAnswer(Sku.Parse("mug"), null)], await channel.OfferAsync([(Sku.Parse("mug"), 40)], Cancel));
        var shown = Assert.Single(await shop.StockOfAsync([Sku.Parse("mug")], Cancel));
        Assert.Equal(40, shown.Present - shown.Reserved);

        var answers = await channel.OfferAsync([(Sku.Parse("mug"), 39), (Sku.Parse("nobody's"), 1)], Cancel);
        Assert.Equal([("TOO_MANY_REQUESTS", true, false), ("NOT_FOUND_ERROR", false, true)], answers.Select(answer => (answer.Word, answer.IsTooSoon, answer.IsUnknown)));
    }

    [Fact]
    public async Task AWrongKey_IsUnauthorised()
    {
        await StartAsync(FaultLevel.None);
        await using var other = TestShop.Build(_sandbox!.BaseAddress, new() { ["ApiKey"] = "wrong" });

        await Assert.ThrowsAsync<MarketplaceUnauthorisedException>(() => other.GetRequiredService<IMarketplace>().FindPostingAsync("1", Cancel));
    }

    [Fact]
    public async Task WhateverGoesWrong_AReadThatEnds_HasEveryOrderOnce()
    {
        var shop = await StartAsync(FaultLevel.High);
        var complete = 0;

        for (var attempt = 0; attempt < 60 && complete < 8; attempt++)
        {
            try
            {
                Assert.Equal(Numbers(Orders), (await OpenAsync(shop)).Select(posting => posting.Key.Number).Order(StringComparer.Ordinal));
                complete++;
            }
            catch (MarketplaceBusyException busy)
            {
                await Task.Delay(busy.RetryAfter, Cancel);
            }
            catch (MarketplaceUnreachableException)
            {
                // Read again: that is what the poll does.
            }
        }

        Assert.Equal(8, complete);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();

        if (_sandbox is not null)
            await _sandbox.DisposeAsync();

        _folder.Delete(recursive: true);
    }

    /// <summary>Orders of a Monday's first minutes: on the scale of the run they are all there within its first second.</summary>
    private async Task<IMarketplace> StartAsync(FaultLevel faults)
    {
        var file = Path.Combine(_folder.FullName, "orders.csv");
        await File.WriteAllLinesAsync(file, [Header, .. Enumerable.Range(0, Orders).Select(RowOf)], Cancel);
        var options = new SandboxOptions
        {
            DataFolder = Path.Combine(_folder.FullName, "run"),
            OrdersFile = file,
            Length = TimeSpan.FromSeconds(300),
            Faults = faults,
            ClientId = TestShop.ClientId,
            ApiKey = TestShop.Key,
        };
        _sandbox = await SandboxServer.StartAsync(options);
        _services = TestShop.Build(_sandbox.BaseAddress, new()
        {
            ["Warehouse"] = SandboxServer.Warehouse.ToString(CultureInfo.InvariantCulture),
            ["Timeout"] = "00:00:01",
            ["RetryPause"] = "00:00:00.05",
            ["CirclePause"] = "00:00:00.5",
            ["Patience"] = "00:00:02",
        });
        var shop = _services.GetRequiredService<IMarketplace>();
        for (var attempt = 0; attempt < 400; attempt++)
        {
            if (await SeenAsync(shop) == Orders)
                return shop;

            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancel);
        }

        throw new InvalidOperationException($"The sandbox does not show its {Orders} orders.");
    }

    private static async Task<int> SeenAsync(IMarketplace shop)
    {
        try
        {
            return (await OpenAsync(shop)).Count;
        }
        catch (MarketplaceException)
        {
            return 0;
        }
    }

    private static Task<List<Posting>> OpenAsync(IMarketplace shop) =>
        AllAsync(shop.OpenPostingsAsync(SystemTime() - Duration.FromDays(60), SystemTime() + Duration.FromDays(60), Cancel));

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

    private static Instant SystemTime() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => $"o{i:000}-s1")];

    private const string Header =
        "order_id,seller_id,status,purchase_timestamp,approved_at,shipping_limit_date,delivered_carrier_date,delivered_customer_date,"
        + "estimated_delivery_date,review_score,customer_state,seller_state,n_items,items,total_price";

    private static string RowOf(int i) =>
        $"o{i:000},s1,invoiced,2018-01-01 00:00:00,2018-01-01 00:0{i % 5}:00,2018-01-06 10:00:00,,,2018-01-20 00:00:00,5,SP,SP,2,mug x 2,10.00";
}
