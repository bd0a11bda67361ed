using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public class OzonFaultTests
{
    private const string Found = """{"result":{"posting_number":"0100200300-0007-1","status":"awaiting_packaging","products":[{"offer_id":"A","quantity":1}]}}""";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, """{"code":3,"message":"the mismatch between cutoff & delivery date","details":[]}""", typeof(MarketplaceRefusedException), "HTTP 400", 1)]
    [InlineData(400, """{"code":9,"message":"POSTING_ALREADY_CANCELLED","details":[]}""", typeof(MarketplaceRefusedException), "POSTING_ALREADY_CANCELLED", 1)]
    [InlineData(409, """{"code":3,"message":"POSTING_ALREADY_SHIPPED"}""", typeof(MarketplaceRefusedException), "POSTING_ALREADY_SHIPPED", 1)]
    [InlineData(500, """{"code":13,"message":"HAS_INCORRECT_STATUS"}""", typeof(MarketplaceRefusedException), "HAS_INCORRECT_STATUS", 1)]
    [InlineData(200, """{"code":9,"message":"HAS_INCORRECT_STATUS"}""", typeof(MarketplaceRefusedException), "HAS_INCORRECT_STATUS", 1)]
    [InlineData(400, """{"error":{"code":"X","message":"HAS_INCORRECT_STATUS"}}""", typeof(MarketplaceRefusedException), "HAS_INCORRECT_STATUS", 1)]
    [InlineData(404, """{"code":5,"message":"method is not allowed"}""", typeof(MarketplaceRefusedException), "HTTP 404", 1)]
    [InlineData(404, "<html>", typeof(MarketplaceRefusedException), "HTTP 404", 1)]
    [InlineData(302, "", typeof(MarketplaceRefusedException), "HTTP 302", 1)]
    [InlineData(401, """{"code":16,"message":"Client-Id and Api-Key headers are required"}""", typeof(MarketplaceUnauthorisedException), "headers are required", 1)]
    [InlineData(403, """{"code":7,"message":"Invalid Api-Key, please contact support"}""", typeof(MarketplaceUnauthorisedException), "Invalid Api-Key", 1)]
    [InlineData(403, "", typeof(MarketplaceUnauthorisedException), "HTTP 403", 1)]
    [InlineData(400, """{"code":7,"message":"no role"}""", typeof(MarketplaceUnauthorisedException), "no role", 1)]
    [InlineData(500, """{"code":13,"message":"Internal error"}""", typeof(MarketplaceUnreachableException), "HTTP 500", 4)]
    [InlineData(503, "<html>", typeof(MarketplaceUnreachableException), "HTTP 503", 4)]
    [InlineData(408, "", typeof(MarketplaceUnreachableException), "HTTP 408", 4)]
    [InlineData(200, """{"result":{"posting_num""", typeof(MarketplaceUnreachableException), "not JSON", 4)]
    [InlineData(200, "", typeof(MarketplaceUnreachableException), "not JSON", 4)]
    [InlineData(429, """{"code":8,"message":"You have reached request rate limit per second"}""", typeof(MarketplaceBusyException), "quiet", 4)]
    [InlineData(400, """{"code":8,"message":"slow down"}""", typeof(MarketplaceBusyException), "quiet", 4)]
    [InlineData(400, """{"code":9,"message":"TOO_MANY_REQUESTS"}""", typeof(MarketplaceBusyException), "quiet", 4)]
    [InlineData(429, """{"code":8,"message":"Circle is open"}""", typeof(MarketplaceBusyException), "180 s of quiet", 1)]
    [InlineData(503, """{"code":14,"message":"rpc: circle is open"}""", typeof(MarketplaceBusyException), "180 s of quiet", 1)]
    [InlineData(200, """{"message":"Circle is open"}""", typeof(MarketplaceBusyException), "180 s of quiet", 1)]
    public async Task AnAnswer_SaysWhatToDoNext_AndIsRepeatedOnlyWhereThatHelps(int status, string body, Type expected, string text, int calls)
    {
        await using var ozon = await FakeOzon.StartAsync((status, body));

        var thrown = await Assert.ThrowsAsync(expected, () => ozon.Shop().FindPostingAsync(Sample.Number, Cancel));

        Assert.Contains(text, (thrown as MarketplaceRefusedException)?.Code ?? thrown.Message, StringComparison.Ordinal);
        Assert.Equal(calls, ozon.Calls.Count);
    }

    [Theory]
    [InlineData(404, """{"code":5,"message":"POSTING_NOT_FOUND"}""")]
    [InlineData(400, """{"code":3,"message":"POSTING_NOT_FOUND","details":[]}""")]
    [InlineData(404, """{"code":5,"message":"posting 123 not found"}""")]
    public async Task FindPosting_IsNull_WhenTheMarketplaceDoesNotKnowIt(int status, string body)
    {
        await using var ozon = await FakeOzon.StartAsync((status, body));

        Assert.Null(await ozon.Shop().FindPostingAsync(Sample.Number, Cancel));
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(200, "{\"result\":")]
    [InlineData(429, """{"code":8,"message":"limit"}""")]
    public async Task FindPosting_ComesThrough_WhenTheFaultPasses(int status, string body)
    {
        await using var ozon = await FakeOzon.StartAsync((status, body), (status, body), (200, Found));

        var read = await ozon.Shop().FindPostingAsync(Sample.Number, Cancel);

        Assert.Equal(Sample.Number, read!.Posting!.Key.Number);
        Assert.Equal(3, ozon.Calls.Count);
    }

    [Fact]
    public async Task ACutConnection_IsTriedAgain()
    {
        await using var ozon = await FakeOzon.StartAsync(async (call, context) =>
        {
            if (call.Number < 3)
                context.Abort();
            else
                await context.Response.AnswerAsync(200, Found);
        });

        Assert.NotNull(await ozon.Shop().FindPostingAsync(Sample.Number, Cancel));
        Assert.Equal(3, ozon.Calls.Count);
    }

    [Fact]
    public async Task ABodyCutInTheMiddle_IsTriedAgain()
    {
        await using var ozon = await FakeOzon.StartAsync(async (call, context) =>
        {
            if (call.Number == 1)
            {
                context.Response.ContentLength = Found.Length;
                await context.Response.WriteAsync(Found[..20]);
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
            else
            {
                await context.Response.AnswerAsync(200, Found);
            }
        });

        Assert.NotNull(await ozon.Shop().FindPostingAsync(Sample.Number, Cancel));
        Assert.Equal(2, ozon.Calls.Count);
    }

    [Fact]
    public async Task NoAnswerInTime_IsUnreachable()
    {
        await using var ozon = await FakeOzon.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var shop = ozon.Shop(new() { ["Timeout"] = "00:00:00.1", ["Retries"] = "1" });

        var thrown = await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => shop.FindPostingAsync(Sample.Number, Cancel));

        Assert.Contains("nothing within 0.1 s", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(2, ozon.Calls.Count);
    }

    [Fact]
    public async Task Cancelling_EndsTheCall_AsCancelled()
    {
        using var stop = new CancellationTokenSource();
        await using var ozon = await FakeOzon.StartAsync(async (_, context) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ozon.Shop().FindPostingAsync(Sample.Number, stop.Token));
        Assert.Single(ozon.Calls);
    }

    [Fact]
    public async Task AServerThatIsNotThere_IsUnreachable_WithTheKindOfFailure()
    {
        var ozon = await FakeOzon.StartAsync((200, Found));
        var shop = ozon.Shop();
        await ozon.StopAsync();

        var thrown = await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => shop.FindPostingAsync(Sample.Number, Cancel));

        Assert.Contains("ConnectionError", thrown.Message, StringComparison.Ordinal);
        await ozon.DisposeAsync();
    }

    [Fact]
    public async Task ARedirect_IsNotFollowed_SinceTheKeyWouldGoWithIt()
    {
        await using var other = await FakeOzon.StartAsync((200, Found));
        await using var ozon = await FakeOzon.StartAsync((_, context) =>
        {
            context.Response.Headers.Location = other.Address.AbsoluteUri;
            return context.Response.AnswerAsync(307, "");
        });

        await Assert.ThrowsAsync<MarketplaceRefusedException>(() => ozon.Shop().FindPostingAsync(Sample.Number, Cancel));

        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task TheKeyAndThePayload_AreNeverSpokenOf()
    {
        const string Buyer = "Ivan Petrovich";
        var bodies = new[]
        {
            (500, $$"""{"code":13,"message":"Internal error","customer":"{{Buyer}}"}"""),
            (200, $"{{\"customer\":\"{Buyer}\","),
            (403, $$"""{"code":7,"message":"Invalid key {{TestShop.Key}}"}"""),
        };
        await using var ozon = await FakeOzon.StartAsync(bodies);
        using var logs = new Spoken();

        var thrown = await Assert.ThrowsAsync<MarketplaceUnauthorisedException>(() => ozon.Shop(logs: logs).FindPostingAsync(Sample.Number, Cancel));

        var all = string.Join('\n', [.. logs.Lines, thrown.ToString()]);
        Assert.Contains("sent again", all, StringComparison.Ordinal);
        Assert.DoesNotContain(TestShop.Key, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Buyer, all, StringComparison.Ordinal);
    }
    private sealed class Spoken : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() => Lines.Clear();
    }
}
