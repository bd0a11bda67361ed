using System.Globalization;
using Microsoft.Azure.Functions.Worker.Local.Queues;
using Microsoft.Azure.Functions.Worker.Local.Timers;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>host.json, each value of which a setting <c>AzureFunctionsJobHost__a__b</c> overrides.</summary>
internal sealed record HostJson(TimeSpan FunctionTimeout, string RoutePrefix, QueueSettings Queues, SingletonSettings Singleton)
{
    /// <exception cref="HostRefusedException">A value is not readable or not in its bounds.</exception>
    public static HostJson Read(string folder, IConfiguration settings, bool development)
    {
        var values = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(folder, "host.json"), optional: true)
            .AddInMemoryCollection(settings.GetSection("AzureFunctionsJobHost").AsEnumerable(makePathsRelative: true))
            .Build();
        var defaults = QueueSettings.Defaults(development, Environment.ProcessorCount);
        var batchSize = Number(values, "extensions:queues:batchSize", defaults.BatchSize, 1, 32);

        return new HostJson(
            values["functionTimeout"] is "-1"
                ? Timeout.InfiniteTimeSpan
                : Span(values, "functionTimeout", TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(1)),
            values["extensions:http:routePrefix"] ?? "api",
            defaults with
            {
                BatchSize = batchSize,
                NewBatchThreshold = Number(values, "extensions:queues:newBatchThreshold", batchSize / 2 * Environment.ProcessorCount, 0, int.MaxValue),
                MaxDequeueCount = Number(values, "extensions:queues:maxDequeueCount", defaults.MaxDequeueCount, 1, int.MaxValue),
                MaxPollingInterval = Span(values, "extensions:queues:maxPollingInterval", defaults.MaxPollingInterval, QueueSettings.MinPollingInterval),
                VisibilityTimeout = Span(values, "extensions:queues:visibilityTimeout", defaults.VisibilityTimeout, TimeSpan.Zero),
                Base64 = Encoding(values["extensions:queues:messageEncoding"]),
            },
            new SingletonSettings(
                Span(values, "singleton:listenerLockPeriod", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(15)),
                Span(values, "singleton:listenerLockRecoveryPollingInterval", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(15))));
    }

    private static int Number(IConfiguration values, string key, int otherwise, int min, int max)
    {
        if (values[key] is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw Refused(key, text, $"a whole number from {min} to {max}");
    }

    private static TimeSpan Span(IConfiguration values, string key, TimeSpan otherwise, TimeSpan min)
    {
        if (values[key] is not { } text)
        {
            return otherwise;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= min
            ? value
            : throw Refused(key, text, $"a time of at least {min:c}, as hh:mm:ss");
    }

    private static bool Encoding(string? text) => text?.ToUpperInvariant() switch
    {
        null or "BASE64" => true,
        "NONE" => false,
        _ => throw Refused("extensions:queues:messageEncoding", text, "base64 or none"),
    };

    private static HostRefusedException Refused(string key, string text, string wanted) =>
        new($"host.json: {key.Replace(':', '.')} is '{text}'; it must be {wanted}.");
}
