using System.Diagnostics;
using System.Globalization;
using System.Text;
using ShipBy.Bench.Measuring;
using ShipBy.Bench.Product;

namespace ShipBy.Bench.Figures;

/// <summary>From a shop's message until it is answered as kept, under load: the product's process beside one whose HTTP function does nothing.</summary>
/// <remarks>Each message tells a new order, and is in the ledger before its answer. Both get the same messages at the same pace.</remarks>
internal static class WebhookAnswer
{
    private const int UnseenMessages = 300;

    /// <value>Far more than one seller's shops send in their busiest minute, and little enough for the emulator: its one thread must not be what is measured.</value>
    private const double PerSecond = 20;

    private const double Share = 0.95;

    public static async Task<Outcome> MeasureAsync(Effort effort)
    {
        await using var apps = await PushedApps.StartAsync();
        var messages = effort.Size(400, 100);
        var (product, empty, commits) = (new List<double>(), new List<double>(), new List<double>());
        for (var pair = 0; pair < effort.Pairs(6); pair++)
        {
            product.Add(await BlockAsync(await apps.ProductAsync(), "api/webhook/hook", messages));
            empty.Add(await BlockAsync(await apps.BareAsync(), "api/webhook/hook", messages));
            commits.Add(await BlockAsync(await apps.BareAsync(), "api/written/hook", messages));
        }

        var pairs = new Paired(product, empty);
        return Outcome.Of(
            "webhook_ratio_p95",
            pairs.OursByFloor,
            FormattableString.Invariant($"{pairs.OursMedian:0.0} ms against {pairs.FloorMedian:0.0} ms, and {new Paired(product, commits).FloorMedian:0.0} ms where the function writes one raw batch of three rows; {product.Count} x {messages} messages each, {PerSecond:0} a second"));
    }

    /// <returns>Milliseconds.</returns>
    private static async Task<double> BlockAsync(AppProcess app, string path, int messages)
    {
        await using var running = app;
        var random = new Random(7);
        var answers = new List<Task<double>>();
        for (var message = 0; message < UnseenMessages + messages; message++)
        {
            answers.Add(TellAsync(app, path, message));
            await Task.Delay(TimeSpan.FromSeconds(2 * random.NextDouble() / PerSecond));
        }

        return Interval.Quantile([.. (await Task.WhenAll(answers)).Skip(UnseenMessages).Order()], Share);
    }

    private static async Task<double> TellAsync(AppProcess app, string path, int message)
    {
        var body = Encoding.UTF8.GetBytes(Order(message));
        var sent = Stopwatch.GetTimestamp();
        (await app.TellAsync(path, message.ToString(CultureInfo.InvariantCulture), body)).EnsureSuccessStatusCode().Dispose();
        return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
    }

    private static string Order(int message)
    {
        var now = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return $$$"""
            {"type":"order.created","timestamp":"{{{now}}}","data":{"id":"W-{{{message}}}","status":"processing","created_at":"{{{now}}}","updated_at":"{{{now}}}",
            "currency":"EUR","lines":[{"sku":"A-1","name":"N","quantity":2,"price":"15.30"}]}}
            """;
    }
}
