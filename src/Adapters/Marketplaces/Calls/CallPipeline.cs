using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Calls;

/// <summary>What guards the single call: it ends in time, and is repeated where that is safe and may help.</summary>
internal static class CallPipeline
{
    /// <value>Names the method in a call's context.</value>
    public static readonly ResiliencePropertyKey<string> Method = new("method");

    /// <summary>Repeats what brought no answer, and waits out a short "busy". Never a refusal or a bad key: those stay as they are.</summary>
    /// <remarks>For reads alone: after a write nobody knows whether it took effect.</remarks>
    public static ResiliencePipeline ForReads(CallOptions options, string shop, TimeProvider time, ILogger log) => Of(options, shop, time, log, repeatsTheUnknown: true);

    /// <summary>Waits out a short "busy" alone: then nothing happened at the marketplace.</summary>
    public static ResiliencePipeline ForWrites(CallOptions options, string shop, TimeProvider time, ILogger log) => Of(options, shop, time, log, repeatsTheUnknown: false);

    private static ResiliencePipeline Of(CallOptions options, string shop, TimeProvider time, ILogger log, bool repeatsTheUnknown)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.Retries > 0)
            builder.AddRetry(RetryOf(options, shop, log, repeatsTheUnknown));

        return builder.Build();
    }

    /// <summary>Ends one attempt. On the machine's clock: a socket does not know of any other.</summary>
    public static ResiliencePipeline ForOneAttempt(CallOptions options) =>
        new ResiliencePipelineBuilder().AddTimeout(new TimeoutStrategyOptions { Timeout = options.Timeout }).Build();

    private static RetryStrategyOptions RetryOf(CallOptions options, string shop, ILogger log, bool repeatsTheUnknown) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryPause,
        MaxDelay = TimeSpan.FromMinutes(1),
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception switch
        {
            MarketplaceUnreachableException => repeatsTheUnknown,
            MarketplaceBusyException busy => busy.RetryAfter <= options.Patience,
            _ => false,
        }),
        DelayGenerator = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is MarketplaceBusyException busy ? (TimeSpan?)WithJitter(busy.RetryAfter) : null),
        OnRetry = arguments =>
        {
            CallLog.Again(
                log, shop, arguments.Context.Properties.GetValue(Method, "?"), arguments.Outcome.Exception?.Message ?? "", arguments.RetryDelay);
            return ValueTask.CompletedTask;
        },
    };

    /// <summary>A little longer, never shorter: many callers sent away together must not come back together, and none too early.</summary>
    private static TimeSpan WithJitter(TimeSpan pause) => pause * (1.02 + (Random.Shared.NextDouble() / 10));
}
