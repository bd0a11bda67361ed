using System.Globalization;
using ShipBy.Bench.Measuring;
using ShipBy.Bench.Product;

namespace ShipBy.Bench.Figures;

/// <summary>From a push that is received until the storage has the order held, at a fifth of the most: the product's process beside the bare one.</summary>
/// <remarks>The most that pushes can bring is what the settings allow of marketplace calls, 24 a second, because each is read back by a call.</remarks>
internal static class PushLatency
{
    public static readonly IReadOnlyList<string> Names = ["latency_ratio_p50", "latency_ratio_p99"];

    private const int UnseenPushes = 20;

    /// <value>More pushes than this at the same time the product leaves to its next poll. At this load they are rare; the next one then waits for its place.</value>
    private const int AtOnce = 2;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1 / (0.2 * 24));

    public static async Task<IReadOnlyList<Outcome>> MeasureAsync(Effort effort)
    {
        await using var apps = await PushedApps.StartAsync();
        var pushes = effort.Size(120, 30);
        var (product, bare) = (new List<IReadOnlyList<double>>(), new List<IReadOnlyList<double>>());
        for (var pair = 0; pair < effort.Pairs(6); pair++)
        {
            product.Add(await BlockAsync(apps, AppKind.Product, await apps.ProductAsync(), pushes));
            bare.Add(await BlockAsync(apps, AppKind.Bare, await apps.BareAsync(), pushes));
        }

        return [.. Names.Zip([0.50, 0.99], (name, share) => Ratio(name, share, product, bare))];
    }

    private static Outcome.Measured Ratio(string name, double share, List<IReadOnlyList<double>> product, List<IReadOnlyList<double>> bare)
    {
        var pairs = new Paired([.. product.Select(block => Interval.Quantile(block, share))], [.. bare.Select(block => Interval.Quantile(block, share))]);
        return Outcome.Of(name, pairs.OursByFloor, FormattableString.Invariant($"{pairs.OursMedian:0} ms against {pairs.FloorMedian:0} ms; {product.Count} x {product[0].Count} pushes each"));
    }

    /// <returns>Milliseconds, from short to long.</returns>
    private static async Task<IReadOnlyList<double>> BlockAsync(PushedApps apps, AppKind kind, AppProcess app, int pushes)
    {
        await using var running = app;
        var random = new Random(7);
        var sent = new Dictionary<string, DateTimeOffset>();
        var answers = new List<Task>();
        using var places = new SemaphoreSlim(AtOnce);
        for (var push = 0; push < UnseenPushes + pushes; push++)
        {
            var number = push.ToString("0000000", CultureInfo.InvariantCulture);
            await places.WaitAsync();
            sent[number] = DateTimeOffset.UtcNow;
            answers.Add(SendAsync(app, number, places));
            await Task.Delay(Between * (0.5 + random.NextDouble()));
        }

        await Task.WhenAll(answers);
        var held = await apps.HeldAsync(kind, sent.Count);
        return [.. sent.Skip(UnseenPushes).Select(push => (held[push.Key] - push.Value).TotalMilliseconds).Order()];
    }

    private static async Task SendAsync(AppProcess app, string number, SemaphoreSlim places)
    {
        (await app.PushAsync(number)).EnsureSuccessStatusCode().Dispose();
        places.Release();
    }
}
