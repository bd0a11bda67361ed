using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>Sends one call to the Seller API and brings its body, or says by exception what to do next.</summary>
/// <remarks>Each attempt takes a call from the budget first. <paramref name="http"/> carries address and key; see <see cref="OzonServices"/>.</remarks>
internal sealed class OzonClient(HttpClient http, OzonOptions options, string shop, GrantedCalls calls, TimeProvider time, ILogger<OzonClient> log)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly ResiliencePipeline _reads = CallPipeline.ForReads(options, shop, time, log);
    private readonly ResiliencePipeline _writes = CallPipeline.ForWrites(options, shop, time, log);
    private readonly ResiliencePipeline _attempt = CallPipeline.ForOneAttempt(options);
    private readonly QuietMethods _quiet = new(options, time);

    /// <summary>For reads, and for writes that say how it shall be: without an answer they are sent again.</summary>
    /// <exception cref="MarketplaceException">One of the four; see <see cref="IMarketplace"/>.</exception>
    public Task<JsonElement> ReadAsync(string method, object request, CancellationToken cancel) => CallAsync(_reads, method, request, cancel);

    /// <summary>For writes that must not be made twice: sent again only where the marketplace said that it did nothing.</summary>
    /// <exception cref="MarketplaceException">One of the four; after <see cref="MarketplaceUnreachableException"/> nobody knows whether it took effect.</exception>
    public Task<JsonElement> TellAsync(string method, object request, CancellationToken cancel) => CallAsync(_writes, method, request, cancel);

    private async Task<JsonElement> CallAsync(ResiliencePipeline pipeline, string method, object request, CancellationToken cancel)
    {
        await _quiet.WaitAsync(method, cancel);     // once: a repetition has waited already
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(CallPipeline.Method, method);
        try
        {
            return await pipeline.ExecuteAsync(async one => await AttemptAsync(method, request, one.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<JsonElement> AttemptAsync(string method, object request, CancellationToken cancel)
    {
        await calls.WaitForOneAsync(cancel);
        var answer = await SendAsync(method, request, cancel);

        switch (Verdict.On(answer, options, time.GetUtcNow()))
        {
            case null:
                return answer.Body;
            case MarketplaceBusyException busy:
                OzonLog.Quiet(log, shop, method, busy.RetryAfter);
                _quiet.LeaveAlone(method, busy.RetryAfter);
                throw busy;
            case var failure:
                throw failure;
        }
    }

    private async Task<Answer> SendAsync(string method, object request, CancellationToken cancel)
    {
        try
        {
            return await _attempt.ExecuteAsync(
                async token =>
                {
                    using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request)) { Headers = { ContentType = Json } };
                    using var response = await http.PostAsync(method.TrimStart('/'), body, token);
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
