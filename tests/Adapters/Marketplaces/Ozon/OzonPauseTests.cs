using Microsoft.Extensions.Time.Testing;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>How long the client is quiet when it is asked to be.</summary>
public class OzonPauseTests
{
    private const string Found = """{"result":{"posting_number":"0100200300-0007-1","status":"awaiting_packaging","products":[{"offer_id":"A","quantity":1}]}}""";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("30", 30)]
    [InlineData("86400", 600)]      // nobody sends us away for a day
    [InlineData("Fri, 20 Nov 2026 12:00:45 GMT", 45)]
    public async Task Busy_CarriesTheTimeAskedFor_WhenItIsTooLongToWaitInside(string retryAfter, int seconds)
    {
        await using var ozon = await FakeOzon.StartAsync((_, context) =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return context.Response.AnswerAsync(429, """{"code":8,"message":"limit"}""");
        });
        var time = new FakeTimeProvider(Sample.Now.ToDateTimeOffset());

        var busy = await Assert.ThrowsAsync<MarketplaceBusyException>(() => ozon.Shop(time: time).FindPostingAsync(Sample.Number, Cancel));

        Assert.Equal(TimeSpan.FromSeconds(seconds), busy.RetryAfter);
        Assert.Single(ozon.Calls);
    }

    [Fact]
    public async Task AShortRetryAfter_IsWaitedOut_OnTheClockGiven()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) =>
        {
            context.Response.Headers.RetryAfter = "3";
            return context.Response.AnswerAsync(call.Number == 1 ? 429 : 200, call.Number == 1 ? """{"code":8,"message":"limit"}""" : Found);
        });
        var time = new TimeThatAdvancesItself(Sample.Now.ToDateTimeOffset());

        Assert.NotNull(await ozon.Shop(time: time).FindPostingAsync(Sample.Number, Cancel));

        Assert.Equal(2, ozon.Calls.Count);
        Assert.InRange(time.Waited, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.5));
    }

    [Fact]
    public async Task AnOpenCircle_LeavesThatMethodAlone_AndNoOther()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) => call.Number == 1
            ? context.Response.AnswerAsync(503, """{"code":14,"message":"Circle is open"}""")
            : context.Response.AnswerAsync(200, call.Path == "/v3/posting/fbs/get" ? Found : """{"expires_at":"2026-12-05T00:00:00Z"}"""));
        var time = new FakeTimeProvider(Sample.Now.ToDateTimeOffset());
        var shop = ozon.Shop(time: time);

        await Assert.ThrowsAsync<MarketplaceBusyException>(() => shop.FindPostingAsync(Sample.Number, Cancel));
        time.Advance(TimeSpan.FromSeconds(170));
        var still = await Assert.ThrowsAsync<MarketplaceBusyException>(() => shop.FindPostingAsync(Sample.Number, Cancel));
        Assert.Equal(TimeSpan.FromSeconds(10), still.RetryAfter);
        Assert.Equal(Sample.At("2026-12-05T00:00:00Z"), await ((IExpiringKey)shop).KeyExpiresAtAsync(Cancel));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await shop.FindPostingAsync(Sample.Number, Cancel));

        Assert.Equal(3, ozon.Calls.Count);
    }

    /// <summary>A clock on which every pause is over as soon as it begins.</summary>
    private sealed class TimeThatAdvancesItself(DateTimeOffset start) : TimeProvider
    {
        private readonly FakeTimeProvider _time = new(start) { AutoAdvanceAmount = TimeSpan.Zero };

        public TimeSpan Waited => _time.GetUtcNow() - _time.Start;

        public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = _time.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero)
                _ = Task.Run(() => _time.Advance(dueTime));

            return timer;
        }
    }
}
