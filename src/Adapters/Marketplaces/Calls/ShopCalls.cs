using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Calls;

/// <summary>One shop's way to its marketplace: sends one call and brings its body, or says by exception what to do next.</summary>
/// <remarks>Each attempt takes a call from the budget first. <paramref name="http"/> knows the address; see <see cref="ShopHttp"/>.</remarks>
internal sealed class ShopCalls(HttpClient http, CallOptions options, string shop, GrantedCalls calls, TimeProvider time, ILogger log)
{
    private readonly ResiliencePipeline _reads = CallPipeline.ForReads(options, shop, time, log);
    private readonly ResiliencePipeline _writes = CallPipeline.ForWrites(options, shop, time, log);
    private readonly ResiliencePipeline _attempt = CallPipeline.ForOneAttempt(options);
    private readonly QuietMethods _quiet = new(options, time);

    /// <summary>A call that may be made twice.</summary>
    /// <param name="request">Made anew for each attempt.</param>
    /// <param name="verdict">Null when the answer is what was asked for; else what to throw.</param>
    /// <exception cref="MarketplaceException">One of the four; see <see cref="IMarketplace"/>.</exception>
    public Task<JsonElement> ReadAsync(string method, Func<HttpRequestMessage> request, Func<Answer, MarketplaceException?> verdict, CancellationToken cancel) =>
        CallAsync(_reads, method, request, verdict, cancel);

    /// <summary>A call that must not be made twice: sent again only where the marketplace said that it did nothing. Where its answer gets lost, nobody knows whether it took effect.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public Task<JsonElement> WriteAsync(string method, Func<HttpRequestMessage> request, Func<Answer, MarketplaceException?> verdict, CancellationToken cancel) =>
        CallAsync(_writes, method, request, verdict, cancel);

    private async Task<JsonElement> CallAsync(ResiliencePipeline pipeline, string method, Func<HttpRequestMessage> request, Func<Answer, MarketplaceException?> verdict, CancellationToken cancel)
    {
        await _quiet.WaitAsync(method, cancel);     // once: a repetition has waited already
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(CallPipeline.Method, method);
        try
        {
            return await pipeline.ExecuteAsync(async one => await AttemptAsync(method, request, verdict, one.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<JsonElement> AttemptAsync(string method, Func<HttpRequestMessage> request, Func<Answer, MarketplaceException?> verdict, CancellationToken cancel)
    {
        await calls.WaitForOneAsync(cancel);
        var answer = await SendAsync(request, cancel);

        switch (verdict(answer))
        {
            case null:
                return answer.Body;
            case MarketplaceBusyException busy:
                CallLog.Quiet(log, shop, method, busy.RetryAfter);
                _quiet.LeaveAlone(method, busy.RetryAfter);
                throw busy;
            case var failure:
                throw failure;
        }
    }

    private async Task<Answer> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        try
        {
            return await _attempt.ExecuteAsync(
                async token =>
                {
                    using var message = request();
                    using var response = await http.SendAsync(message, token);
                    return await Answer.OfAsync(response, token);
                },
                cancel);
        }
        catch (TimeoutRejectedException)
        {
            throw new MarketplaceUnreachableException($"nothing within {options.Timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException broken)
        {
            throw new MarketplaceUnreachableException($"the connection failed ({broken.HttpRequestError})", broken);
        }
        catch (IOException broken)
        {
            throw new MarketplaceUnreachableException("the connection broke off", broken);
        }
    }
}
