using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Marketplaces.Webhook;
using ShipBy.Adapters.Tests.Marketplaces.Webhook.Fuzz;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook;

/// <summary>What senders are answered, over real HTTP: good messages, bad ones, and those that come twice or too late.</summary>
public class WebhookDoorTests
{
    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task WithoutItsSignature_AMessageIsRefused_AndSaysNotWhy(string dialect)
    {
        await using var server = await HookServer.StartAsync();
        var (unsigned, foreign, changed) = (Hook.Order(dialect).ToRequest(server.Address, dialect), Hook.Order(dialect), Hook.Order(dialect).ToRequest(server.Address, dialect));
        unsigned.Headers.Clear();
        foreign = foreign with { Secret = dialect == "standard" ? "whsec_" + Convert.ToBase64String(new byte[32]) : "somebody else's secret" };
        changed.Content = Json(Hook.Order(dialect).Body + " ");

        foreach (var answer in (HttpResponseMessage[])[await server.SendAsync(unsigned), await server.SendAsync(foreign), await server.SendAsync(changed)])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsStringAsync());
        }

        Assert.Empty(await server.World.OrdersAsync());
    }

    [Theory]
    [InlineData("standard", 300, HttpStatusCode.OK)]
    [InlineData("standard", 301, HttpStatusCode.Unauthorized)]
    [InlineData("standard", -301, HttpStatusCode.Unauthorized)]
    [InlineData("hmac", 300, HttpStatusCode.OK)]
    [InlineData("hmac", 301, HttpStatusCode.Unauthorized)]
    public async Task ARecording_IsPlayedBackInVain(string dialect, int seconds, HttpStatusCode expected)
    {
        await using var server = await HookServer.StartAsync();

        var answer = await server.SendAsync(Hook.Order(dialect) with { IsTimed = dialect == "hmac", At = Sample.Noon.ToDateTimeOffset().AddSeconds(-seconds) });

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task TwoSecrets_AreGoodAtATime(string dialect)
    {
        var old = dialect == "standard" ? "whsec_" + Convert.ToBase64String(new byte[32]) : "the secret of last month";
        await using var server = await HookServer.StartAsync(($"{dialect}:PreviousSecret", old));

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(Hook.Order(dialect) with { Secret = old })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(Hook.Order(dialect))).StatusCode);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData(null, 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("Application/Vnd.Shop+JSON", 200)]
    public async Task OnlyJson_IsTaken(string? type, int expected)
    {
        await using var server = await HookServer.StartAsync();
        var request = Hook.Order("standard").ToRequest(server.Address, "standard");
        request.Content!.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        Assert.Equal(expected, (int)(await server.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData(1024 * 1024, false, 200)]
    [InlineData(1024 * 1024 + 1, false, 413)]
    [InlineData(1024 * 1024, true, 200)]
    [InlineData(1024 * 1024 + 1, true, 413)]
    public async Task ABody_HasOneMebibyteAtMost(int bytes, bool isChunked, int expected)
    {
        await using var server = await HookServer.StartAsync();
        var hook = Hook.Order("standard");
        hook = hook with { Body = hook.Body.PadRight(bytes) };
        var request = hook.ToRequest(server.Address, "standard");
        request.Headers.TransferEncodingChunked = isChunked;

        Assert.Equal(expected, (int)(await server.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("{\"type\":", "body")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("{}", "number")]
    [InlineData("{\"type\":\"order.paid\",\"data\":{\"status\":\"paid\",\"lines\":[]}}", "number")]
    [InlineData("{\"data\":{\"number\":\"7\",\"customer\":\"vera@example.com\"}}", "lines")]
    public async Task WhatHoldsNoOrder_IsRefused_WithTheFieldAndNothingOfThePayload(string body, string field)
    {
        await using var server = await HookServer.StartAsync();

        var answer = await server.SendAsync(new Hook("standard", body));

        var said = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, JsonDocument.Parse(said).RootElement.GetProperty("error").GetProperty("field").GetString());
        Assert.Contains(": ", JsonDocument.Parse(said).RootElement.GetProperty("error").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("vera@", said, StringComparison.Ordinal);
        Assert.Empty(await server.World.OrdersAsync());
    }

    [Fact]
    public async Task AShopThatNobodyKnows_IsNotThere()
    {
        await using var server = await HookServer.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(Hook.Order("standard"), "another")).StatusCode);
    }

    [Fact]
    public async Task TheTrialOfWooCommerce_IsAnsweredUnsigned_ByItsShopsAlone()
    {
        await using var server = await HookServer.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await TryAsync("woocommerce", "webhook_id=7"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await TryAsync("woocommerce", "order=7"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await TryAsync("shopify", "webhook_id=7"));

        async Task<HttpStatusCode> TryAsync(string shop, string form)
        {
            using var content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");
            return (await server.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, $"api/webhook/{shop}")) { Content = content })).StatusCode;
        }
    }

    [Fact]
    public async Task ALedgerThatIsSilent_AsksForTheMessageAgain()
    {
        var door = HookServer.WorldOf().InstanceOn(new SilentLedger()).GetRequiredService<WebhookDoor>();

        var context = FuzzRound.ContextOf(Hook.Order("standard"));
        await (await door.HearAsync(context.Request, "standard", default)).ExecuteAsync(context);

        Assert.Equal((503, "15"), (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString()));
    }

    [Fact]
    public async Task RefusalsAreCounted_ByWhatWasWrong_AndATakenMessageEndsTheRow()
    {
        await using var server = await HookServer.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await server.SendAsync(new Hook("standard", "{}"));
        }

        await server.SendAsync(Hook.Order("standard") with { At = DateTimeOffset.UnixEpoch });

        Assert.Equal(
            new Dictionary<(string, string), long> { [("standard", "400")] = 3, [("standard", "401 (time)")] = 1 },
            server.World.Of<RefusedMessages>().Counts.ToDictionary());
    }

    public static TheoryData<string> Dialects() => [.. Hook.Dialects];

    private static ByteArrayContent Json(string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private sealed class SilentLedger : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => throw Silence();

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => throw Silence();

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => throw Silence();

        private static LedgerUnreachableException Silence() => new("the test says so", new TimeoutException());
    }
}
