using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using NodaTime;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Access;
using ShipBy.Pages.Links;
using ShipBy.TestKit.Storage;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace ShipBy.Functions.Tests.Running;

/// <summary>The app's addresses as the world meets them: rings are heard, keys are asked for, and nothing changes on GET.</summary>
public sealed partial class EndpointTests(RunningApp running, AzuriteFixture azurite) : IClassFixture<RunningApp>, IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    private FunctionsProcess App => running.App;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task ARing_BringsItsOrderIn_AndThePageShowsAndAcknowledgesIt()
    {
        running.Sandbox.PointPushesAt(PushAddress);
        await Until.TrueAsync(async () => (await OrdersAsync()).Any(order => State(order) is "Held" && order.GetProperty("acknowledged_until").ValueKind == JsonValueKind.Null), TimeSpan.FromSeconds(60));

        var cookie = await EnterAsync();
        var page = await SendAsync(HttpMethod.Get, "api/today", cookie);
        var html = await page.Content.ReadAsStringAsync();
        var number = (await OrdersAsync()).First(order => State(order) is "Held").GetProperty("order").GetString()!;
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(number, html, StringComparison.Ordinal);

        var form = new Dictionary<string, string> { ["shop"] = "shop", ["number"] = number, ["token"] = Token().Match(html).Groups[1].Value };
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Post, "api/desk/acknowledge", cookie, new() { ["shop"] = "shop", ["number"] = number, ["token"] = "forged" })).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(HttpMethod.Post, "api/desk/acknowledge", cookie, form)).StatusCode);
        Assert.NotEqual(JsonValueKind.Null, (await OrdersAsync()).Single(order => order.GetProperty("order").GetString() == number).GetProperty("acknowledged_until").ValueKind);
        Assert.DoesNotContain(FunctionsProcess.PushSecret, App.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/health", null, HttpStatusCode.OK)]
    [InlineData("api/report", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/report", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("api/report", FunctionsProcess.HostKey, HttpStatusCode.OK)]
    [InlineData("api/today", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/nothing", FunctionsProcess.HostKey, HttpStatusCode.NotFound)]
    public async Task AnAddress_AsksForItsKey(string path, string? key, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(App.Address, path));
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        Assert.Equal(expected, (await _http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Rings_AreHeardUnderTheSecretOnly_AndAnsweredAsTheMarketplaceWants()
    {
        var ping = new { message_type = "TYPE_PING", time = "2026-11-20T06:00:00Z" };

        var wrong = await _http.PostAsJsonAsync(new Uri(App.Address, "api/push/ozon/shop/wrong"), ping);
        var pong = await PushAsync(ping);
        var unknown = await PushAsync(new { message_type = "TYPE_OF_TOMORROW", seller_id = 7 });
        var broken = await _http.PostAsync(PushAddress, new StringContent("{\"message_type\":"));
        var forged = await PushAsync(new { message_type = "TYPE_NEW_POSTING", seller_id = 7, posting_number = "0-0-0" });

        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Equal("ShipBy", (await pong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString());
        Assert.True((await unknown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result").GetBoolean());
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.True((await forged.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result").GetBoolean());
        Assert.DoesNotContain(await OrdersAsync(), order => order.GetProperty("order").GetString() == "0-0-0");
    }

    [Fact]
    public async Task ALinkOfAMessage_NeedsNoLogin_ButItsButton_AndIsNeverLogged()
    {
        running.Sandbox.PointPushesAt(PushAddress);
        await Until.TrueAsync(async () => await OpenOrderAsync() is not null, TimeSpan.FromSeconds(60));
        var order = (await OpenOrderAsync())!;
        var link = new AlertLink(LinkAction.Acknowledge, order.Key, order.ShipBy!.Value, Guid.NewGuid(), "mail", Now() + Duration.FromDays(3));
        var path = "api/a/" + new LinkSeal(new GuardOptions { DeskKey = FunctionsProcess.DeskKey }).Sign(link);

        foreach (var look in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Get])
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(look, path, cookie: null)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, path, cookie: null, [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Post, path + "2", cookie: null, [])).StatusCode);
        Assert.Null((await OrderAsync(order.Key)).Acknowledged);

        var page = await (await SendAsync(HttpMethod.Get, path, cookie: null)).Content.ReadAsStringAsync();
        var form = new Dictionary<string, string> { ["pressed"] = Pressed().Match(page).Groups[1].Value, ["time"] = "" };
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(HttpMethod.Post, path, cookie: null, form)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(HttpMethod.Post, path, cookie: null, form)).StatusCode);
        Assert.Equal("By link (mail)", (await OrderAsync(order.Key)).Acknowledged!.By);
        Assert.DoesNotContain("api/a/", App.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(path[6..30], App.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LinkAction.Acknowledge)]
    [InlineData(LinkAction.Settle)]
    public async Task ALinkAboutAParcel_IsOpenedAtTheSameAddress(LinkAction action)
    {
        var seal = new LinkSeal(new GuardOptions { DeskKey = FunctionsProcess.DeskKey });
        var token = seal.Sign(new AlertLink(action, new OrderKey("main", "0-0-0"), Now(), Guid.NewGuid(), "mail", Now() + Duration.FromDays(3)) { Trouble = ConsignmentTrouble.Lost })!;

        var looked = await SendAsync(HttpMethod.Get, "api/a/" + token, cookie: null);
        var pressed = await SendAsync(HttpMethod.Post, "api/a/" + token, cookie: null, new Dictionary<string, string> { ["pressed"] = seal.PressOf(token), ["time"] = "" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (looked.StatusCode, pressed.StatusCode));
        Assert.Contains("This parcel is not followed any more", await looked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Uri PushAddress => new(App.Address, $"api/push/ozon/shop/{FunctionsProcess.PushSecret}");

    private Task<HttpResponseMessage> PushAsync(object message) => _http.PostAsJsonAsync(PushAddress, message);

    private async Task<IReadOnlyList<JsonElement>> OrdersAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(App.Address, "api/report"));
        request.Headers.Add("x-functions-key", FunctionsProcess.HostKey);
        var report = await (await _http.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
        return [.. report.GetProperty("orders").EnumerateArray()];
    }

    /// <summary>Opens the one-time link: looking at it changes nothing, the button signs in, and it works once.</summary>
    private async Task<string> EnterAsync()
    {
        var ticket = TicketIssuer.Issue(FunctionsProcess.DeskKey, TimeProvider.System.GetUtcNow());
        var form = new Dictionary<string, string> { ["ticket"] = ticket };
        for (var look = 0; look < 2; look++)
        {
            var door = await SendAsync(HttpMethod.Get, $"api/enter?ticket={ticket}", cookie: null);
            Assert.Equal(HttpStatusCode.OK, door.StatusCode);
            Assert.False(door.Headers.Contains("Set-Cookie"));
        }

        var entered = await SendAsync(HttpMethod.Post, "api/enter", cookie: null, form);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Post, "api/enter", cookie: null, form)).StatusCode);
        return entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? cookie, Dictionary<string, string>? form = null)
    {
        var request = new HttpRequestMessage(method, new Uri(App.Address, path)) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return _http.SendAsync(request);
    }

    /// <summary>The order with the most time left, read past the app; null while there is none.</summary>
    private async Task<Order?> OpenOrderAsync() => (await Ledger.OrdersAsync(PoolName.Parse("main"), default)).Values.Select(stored => stored.Order())
        .Where(order => order.State.IsOpen() && order.Acknowledged is null && order.ShipBy is not null).MaxBy(order => order.ShipBy);

    private async Task<Order> OrderAsync(OrderKey key) => (await Ledger.FindAsync(PoolName.Parse("main"), RowKey.Order(key), default))!.Order();

    private TableLedger Ledger => new(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));

    private static Instant Now() => Instant.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    private static string? State(JsonElement order) => order.GetProperty("state").GetString();

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"pressed\" value=\"([^\"]+)\"")]
    private static partial Regex Pressed();
}
