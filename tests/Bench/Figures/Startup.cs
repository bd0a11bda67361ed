using ShipBy.Bench.Measuring;
using ShipBy.Bench.Product;

namespace ShipBy.Bench.Figures;

/// <summary>From the start of the process until its first order is held, pushed as soon as the app listens: the product beside the bare app.</summary>
internal static class Startup
{
    public static async Task<Outcome> MeasureAsync(Effort effort)
    {
        await using var apps = await PushedApps.StartAsync();
        var pairs = await Paired.RunAsync(
            effort.Pairs(9),
            async () => await OnceAsync(apps, AppKind.Product, await apps.ProductAsync()),
            async () => await OnceAsync(apps, AppKind.Bare, await apps.BareAsync()));

        return Outcome.Of("startup_ratio", pairs.OursByFloor, FormattableString.Invariant($"{pairs.OursMedian:0.00} s against {pairs.FloorMedian:0.00} s"));
    }

    private static async Task<double> OnceAsync(PushedApps apps, AppKind kind, AppProcess app)
    {
        await using var running = app;
        (await app.PushAsync("0000001")).EnsureSuccessStatusCode().Dispose();
        var held = await apps.HeldAsync(kind, 1);
        return (held.Values.Single() - app.StartedAt).TotalSeconds;
    }
}
