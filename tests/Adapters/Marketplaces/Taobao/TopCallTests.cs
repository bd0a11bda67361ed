using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Adapters.Marketplaces.Taobao;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

/// <summary>The call itself: what is sent, and what each answer means.</summary>
public sealed class TopCallTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("md5")]
    [InlineData("hmac")]
    [InlineData("hmac-sha256")]
    public async Task ACall_IsASignedForm_AndNothingOfItStandsInTheAddress(string method)
    {
        await using var top = await FakeTop.StartAsync(("taobao.trade.fullinfo.get", Trades.Full(Trades.Trade())));
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.Zero));

        await top.Shop(new() { ["SignMethod"] = method }, time).FindPostingAsync(Trades.Number, Cancel);

        var call = Assert.Single(top.Calls);
        Assert.Equal("/router/rest", call.Path);
        Assert.Equal(
            ("taobao.trade.fullinfo.get", FakeTop.AppKey, FakeTop.Session, "json", "2.0", method, "2026-11-21 00:00:00", Trades.Number),
            (call.Method, call["app_key"], call["session"], call["format"], call["v"], call["sign_method"], call["timestamp"], call["tid"]));
        Assert.Equal(TopSignature.Of(call.Form.Where(field => field.Key != "sign"), FakeTop.Secret, method), call["sign"]);
        Assert.DoesNotContain("receiver", call["fields"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, "accesscontrol.limited-by-api-access-count", "This ban will last for 37 more seconds", "busy 37")]
    [InlineData(7, null, null, "busy 0.002")]
    [InlineData(8, null, null, "busy 0.002")]
    [InlineData(15, "accesscontrol.limited-by-app-access-count", "ban will last 1 second", "busy 1")]
    [InlineData(7, null, "ban lasts 999999 seconds", "busy 600")]
    [InlineData(10, null, null, "unreachable")]
    [InlineData(15, null, null, "unreachable")]
    [InlineData(15, "isp.top-remote-service-unavailable", "try later", "unreachable")]
    [InlineData(10, "ISP.remote-service-timeout", null, "unreachable")]
    [InlineData(15, "isv.invalid-parameter:tid", "no", "refused isv.invalid-parameter:tid")]
    [InlineData(15, "B04", "no", "refused B04")]
    [InlineData(40, null, null, "refused 40")]
    [InlineData(41, "isv.missing-parameter", null, "refused isv.missing-parameter")]
    [InlineData(11, null, null, "unauthorised")]
    [InlineData(12, "isv.permission-api-package-limit", null, "unauthorised")]
    [InlineData(13, null, null, "unauthorised")]
    [InlineData(21, null, null, "refused 21")]
    [InlineData(22, null, null, "refused 22")]
    [InlineData(24, null, null, "unauthorised")]
    [InlineData(25, null, null, "unauthorised")]
    [InlineData(26, null, null, "unauthorised")]
    [InlineData(27, "invalid-sessionkey", null, "unauthorised")]
    [InlineData(29, null, null, "unauthorised")]
    [InlineData(30, null, null, "refused 30")]
    [InlineData(31, null, null, "refused 31")]
    [InlineData(34, null, null, "refused 34")]
    [InlineData(9999, null, null, "refused 9999")]
    public async Task AnError_MeansWhatItsCodesSay_WhateverTheStatus(int code, string? word, string? sentence, string expected)
    {
        foreach (var status in new[] { 200, 400, 500 })
        {
            await using var top = await FakeTop.StartAsync(_ => (status, FakeTop.Error(code, word, sentence)));

            Assert.Equal(expected, await MeaningAsync(top.Shop(new() { ["Retries"] = "0" })));
        }
    }

    [Theory]
    [InlineData(26, "Authorise the app again as the seller, and put the new SessionKey into the settings.")]
    [InlineData(27, "Authorise the app again as the seller")]
    [InlineData(11, "Ask for the app's permission in the open platform's console, or read the orders from files.")]
    [InlineData(25, "Copy AppKey and AppSecret again")]
    public async Task WhatIsWrongWithTheKey_SaysWhatToDo(int code, string remedy)
    {
        await using var top = await FakeTop.StartAsync(_ => FakeTop.Error(code, null, $"session {FakeTop.Session} secret {FakeTop.Secret}"));

        var thrown = await Assert.ThrowsAsync<MarketplaceUnauthorisedException>(() => top.Shop().FindPostingAsync("1", Cancel));

        Assert.Contains(remedy, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("session *** secret *** (code", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("[request 4i2s]", thrown.Message, StringComparison.Ordinal);
        Assert.Single(top.Calls);       // calling on would only risk a block
    }

    [Theory]
    [InlineData(200, "<html>busy</html>", "unreachable")]
    [InlineData(502, "<html>502</html>", "unreachable")]
    [InlineData(200, "{}", "unreachable")]
    [InlineData(200, """{"trades_sold_get_response":{}}""", "unreachable")]
    [InlineData(200, """{"trade_fullinfo_get_response":{}}""", "unreachable")]
    [InlineData(200, """{"trade_fullinfo_get_response":null}""", "unreachable")]
    [InlineData(429, "", "busy 0.002")]
    [InlineData(302, "", "refused HTTP 302")]
    public async Task WhatHasNoRootOfItsMethod_IsNoAnswer(int status, string body, string expected)
    {
        await using var top = await FakeTop.StartAsync(_ => (status, body));

        Assert.Equal(expected, await MeaningAsync(top.Shop(new() { ["Retries"] = "0" })));
    }

    [Theory]
    [InlineData("trade_fullinfo_get_response", 200)]
    [InlineData("taobao_trade_fullinfo_get_response", 200)]
    [InlineData("trade_fullinfo_get_response", 500)]     // the root decides
    public async Task TheRootOfItsMethod_IsTheAnswer(string root, int status)
    {
        await using var top = await FakeTop.StartAsync(_ => (status, $$"""{"{{root}}":{"trade":{{Trades.Trade()}} } }"""));

        Assert.Equal(Trades.Number, (await top.Shop().FindPostingAsync(Trades.Number, Cancel))?.Posting?.Key.Number);
    }

    [Fact]
    public async Task WhatBroughtNoAnswer_IsAskedAgain()
    {
        await using var top = await FakeTop.StartAsync(call => call.Number switch
        {
            1 => FakeTop.Error(15, "isp.remote-service-timeout"),
            2 => FakeTop.Error(7),
            _ => Trades.Full(Trades.Trade()),
        });

        Assert.NotNull(await top.Shop().FindPostingAsync(Trades.Number, Cancel));
        Assert.Equal(3, top.Calls.Count);
    }

    [Theory]
    [InlineData("isv.trade-not-exist")]
    [InlineData("isv.trade-not-exist:TRADE")]
    public async Task ATradeThatNobodyKnows_IsNone(string word)
    {
        await using var top = await FakeTop.StartAsync(_ => FakeTop.Error(15, word));

        Assert.Null(await top.Shop().FindPostingAsync("17", Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12-1")]
    [InlineData("１２")]
    public async Task WhatIsNoNumberOfATrade_IsNotAskedFor(string number)
    {
        await using var top = await FakeTop.StartAsync(_ => FakeTop.Error(15));

        Assert.Null(await top.Shop().FindPostingAsync(number, Cancel));
        Assert.Empty(top.Calls);
    }

    [Fact]
    public async Task NoSecret_IsInAnyLog()
    {
        var lines = new ConcurrentQueue<string>();
        await using var top = await FakeTop.StartAsync(call => call.Number < 3 ? FakeTop.Error(7, null, FakeTop.Session) : FakeTop.Error(27, null, FakeTop.Secret));

        await Assert.ThrowsAsync<MarketplaceUnauthorisedException>(() => top.Shop(logs: new Lines(lines)).FindPostingAsync("1", Cancel));

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => new[] { FakeTop.Secret, FakeTop.Session, "sign=" }.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<string> MeaningAsync(IMarketplace shop)
    {
        try
        {
            return (await shop.FindPostingAsync("1", Cancel))?.Posting?.Key.Number ?? "nothing";
        }
        catch (MarketplaceException problem)
        {
            return problem switch
            {
                MarketplaceBusyException busy => FormattableString.Invariant($"busy {busy.RetryAfter.TotalSeconds:0.###}"),
                MarketplaceRefusedException refused => $"refused {refused.Code}",
                MarketplaceUnauthorisedException => "unauthorised",
                _ => "unreachable",
            };
        }
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
