using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Marketplaces.Ozon.Push;
using ShipBy.Domain.Orders;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>The door that the marketplace rings at, behind a real server, with the real read-back behind it.</summary>
public sealed class OzonPushDoorTests : IAsyncLifetime
{
    private const string Secret = "a push secret of the tests";
    private const string Done = """{"result":true}""";

    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    private readonly World _world = new(options => options.PushSecret = Secret) { AddPorts = services => services.AddSingleton<OzonPushDoor>() };
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/push/{shop}/{secret}", (HttpRequest request, string shop, string secret, CancellationToken cancel) => _world.Of<OzonPushDoor>().HearAsync(request, shop, secret, cancel));
        await _app.StartAsync();
    }

    [Theory]
    [InlineData(null, "", 200)]                                             // on this machine, past no platform
    [InlineData("195.34.21.0:4711", "", 200)]
    [InlineData("195.34.21.255", "", 200)]
    [InlineData("195.34.22.0", "", 404)]
    [InlineData("185.73.192.0", "", 200)]
    [InlineData("185.73.195.255", "", 200)]
    [InlineData("185.73.196.0", "", 404)]
    [InlineData("91.223.93.7", "", 200)]
    [InlineData("[::ffff:91.223.93.7]:80", "", 200)]
    [InlineData("195.34.21.7, 203.0.113.7", "", 404)]                       // whoever wrote the first hop, the last is the platform's
    [InlineData("203.0.113.7, 195.34.21.7", "", 200)]
    [InlineData("127.0.0.1", "", 404)]                                      // behind a platform nobody is this machine
    [InlineData("nonsense", "", 404)]
    [InlineData("195.34.21.7", "203.0.113.0/24, 2001:db8::/32", 404)]
    [InlineData("203.0.113.7", "203.0.113.0/24, 2001:db8::/32", 200)]
    [InlineData("[2001:db8::7]:443", "203.0.113.0/24, 2001:db8::/32", 200)]
    [InlineData("203.0.113.7", "*", 200)]
    public async Task OnlyTheMarketplacesNetworks_MayRing(string? hops, string setting, int status)
    {
        _world.Options.PushSources = setting;

        Assert.Equal(status, (int)(await RingAsync("""{"message_type":"TYPE_PING"}""", hops)).StatusCode);
    }

    [Fact]
    public async Task WithoutTheSecret_ThereIsNothing() =>
        Assert.Equal(HttpStatusCode.NotFound, (await RingAsync("""{"message_type":"TYPE_PING"}""", secret: "another secret of somebody")).StatusCode);

    [Fact]
    public async Task AForgedStorm_CostsOneCall()
    {
        _world.Marketplace.Show(TestKit.Sample.Posting);
        for (var i = 0; i < 200; i++)
            Assert.Equal(Done, await TextAsync(Of("TYPE_STATE_CHANGED")));

        Assert.Equal([TestKit.Sample.Posting.Key.Number], _world.Marketplace.ReadBack);

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await RingAsync(Of("TYPE_STATE_CHANGED"));
        Assert.Equal(2, _world.Marketplace.ReadBack.Count);
    }

    [Fact]
    public async Task AStorm_AboutOnePosting_DoesNotKeepAnotherOut()
    {
        await RingAsync(Of("TYPE_STATE_CHANGED"));
        await RingAsync("""{"message_type":"TYPE_NEW_POSTING","posting_number":"other"}""");

        Assert.Equal([TestKit.Sample.Posting.Key.Number, "other"], _world.Marketplace.ReadBack);
    }

    [Theory]
    [InlineData("TYPE_NEW_POSTING", "\"in_process_at\":\"\",\"products\":[]")]
    [InlineData("TYPE_POSTING_CANCELLED", "\"new_state\":\"posting_canceled\",\"reason\":{\"id\":505}")]
    [InlineData("TYPE_STATE_CHANGED", "\"new_state\":\"posting_in_carriage\"")]
    [InlineData("TYPE_CUTOFF_DATE_CHANGED", "\"new_cutoff_date\":\"\",\"old_cutoff_date\":\"2026-11-21T09:00:00Z\"")]
    [InlineData("TYPE_DELIVERY_DATE_CHANGED", "\"new_delivery_date_begin\":\"\"")]
    public async Task WhateverConcernsAPosting_BringsItIn_AndIsDone(string type, string fields)
    {
        _world.Marketplace.Show(TestKit.Sample.Posting);

        Assert.Equal(Done, await TextAsync(Of(type, fields)));
        Assert.Equal(OrderState.Pending, (await _world.OrderAsync(TestKit.Sample.Posting.Key.Number)).State);
    }

    [Theory]
    [InlineData("TYPE_STOCKS_CHANGED")]
    [InlineData("TYPE_NEW_MESSAGE")]
    [InlineData("TYPE_ORDER_NEW")]
    [InlineData("TYPE_OF_TOMORROW")]
    public async Task WhateverElseComes_IsDone_AndAsksNothing(string type)
    {
        Assert.Equal(Done, await TextAsync(Of(type)));
        Assert.Empty(_world.Marketplace.ReadBack);
    }

    [Fact]
    public async Task ACancellationThatIsTwiceRung_CancelsOnce()
    {
        _world.Marketplace.Show(TestKit.Sample.Posting);
        await RingAsync(Of("TYPE_NEW_POSTING"));
        _world.Marketplace.Show(TestKit.Sample.Posting with { Status = PostingStatus.Cancelled, RawStatus = "cancelled" });
        for (var i = 0; i < 2; i++)
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(Done, await TextAsync(Of("TYPE_POSTING_CANCELLED")));
        }

        var order = await _world.OrderAsync(TestKit.Sample.Posting.Key.Number);
        Assert.Equal((OrderState.Cancelled, 1), (order.State, order.Journal.Count(entry => entry.What == JournalEvent.Cancelled)));
    }

    [Fact]
    public async Task APing_IsAnsweredWithOurNameAndTime() => Assert.Matches("""^\{"version":"[^"]+","name":"ShipBy","time":"[0-9T:-]+Z"\}$""", await TextAsync("""{"message_type":"TYPE_PING","time":"2026-11-20T12:00:00Z"}"""));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<string> TextAsync(string body)
    {
        using var response = await RingAsync(body);
        return await response.Content.ReadAsStringAsync(Cancelled);
    }

    private Task<HttpResponseMessage> RingAsync(string body, string? hops = null, string secret = Secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(_app.Urls.First()), $"push/shop/{Uri.EscapeDataString(secret)}"))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        if (hops is not null)
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", hops);

        return _http.SendAsync(request, Cancelled);
    }

    private static string Of(string type, string fields = "\"x\":1") => $$"""{"message_type":"{{type}}","posting_number":"{{TestKit.Sample.Posting.Key.Number}}",{{fields}},"seller_id":"7"}""";
}
