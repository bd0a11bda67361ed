using System.Globalization;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Local;

/// <summary>The sandbox's command line for a run.</summary>
internal static class SandboxArguments
{
    public static IReadOnlyList<string> For(RunPlan plan, RunFolder folder, RunKeys keys, string addressFile) =>
    [
        "--data", folder.Sandbox,
        "--seed", plan.Seed.ToString(CultureInfo.InvariantCulture),
        .. plan.OrdersFile is { } orders ? ["--orders", orders] : Array.Empty<string>(),
        .. plan.Length is { } length ? ["--for", $"{length.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)}s"] : Array.Empty<string>(),
        .. plan.StockFactor is { } factor ? ["--stock-factor", factor.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. plan.Faults switch
        {
            FaultLevel.Low => ["--faults", "low"],
            FaultLevel.High => ["--faults", "high"],
            _ => Array.Empty<string>(),
        },
        .. plan.PlaysChannels ? Shops(plan.Channels, ChannelKeys.Of(keys)) : Array.Empty<string>(),
        "--ladder", LocalSettings.LadderNames,
        "--address-file", addressFile,
        "--client-id", keys.ClientId,
        "--api-key", keys.ApiKey,
    ];

    private static string[] Shops(string channels, ChannelKeys keys) =>
    [
        "--channels", channels,
        "--taobao-app-key", keys.TaobaoAppKey,
        "--taobao-app-secret", keys.TaobaoAppSecret,
        "--taobao-session", keys.TaobaoSession,
        "--webhook-secret", keys.WebhookSecret,
        "--told-secret", keys.ToldSecret,
    ];
}
