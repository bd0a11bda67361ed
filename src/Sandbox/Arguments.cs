using System.Globalization;
using ShipBy.Sandbox.Faults;

namespace ShipBy.Sandbox;

/// <summary>The command line of the sandbox.</summary>
internal sealed record Arguments(SandboxOptions Options, string? AddressFile)
{
    public const string Usage =
        "usage: ShipBy.Sandbox --data DIR [--seed N] [--orders FILE] [--channels ozon,taobao,webhook] [--for 420s] [--stock-factor 0.9] [--faults none|low|high] [--ladder 24h,12h,6h,2h]"
        + " [--report FILE] [--port 0] [--address-file FILE] [--client-id ID] [--api-key KEY] [--push-url URL]"
        + " [--taobao-app-key KEY] [--taobao-app-secret SECRET] [--taobao-session KEY] [--webhook-secret whsec_...] [--told-secret whsec_...] [--app URL] [--app-key KEY]";

    /// <exception cref="InvalidSetupException">An argument is unknown, lacks its value, or its value makes no sense.</exception>
    public static Arguments Parse(IReadOnlyList<string> words, TimeProvider time)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i += 2)
        {
            var value = i + 1 < words.Count ? words[i + 1] : throw new InvalidSetupException($"{words[i]}: a value is missing. {Usage}");
            given[words[i]] = value;
        }

        var arguments = Read(given, time);
        return given.Count == 0 ? arguments : throw new InvalidSetupException($"{given.Keys.First()}: no such argument. {Usage}");
    }

    private static Arguments Read(Dictionary<string, string> given, TimeProvider time)
    {
        var sample = new SandboxOptions { DataFolder = Take(given, "--data") ?? throw new InvalidSetupException($"--data is missing. {Usage}") };
        var options = sample with
        {
            Seed = Take(given, "--seed") is { } seed ? Number(seed, "--seed", long.MinValue, long.MaxValue) : sample.Seed,
            Channels = Take(given, "--channels") is { } channels ? ChannelNames.Parse(channels) : sample.Channels,
            OrdersFile = Take(given, "--orders"),
            Length = Take(given, "--for") is { } length ? DurationText.Parse(length, "--for") : null,
            StockFactor = Take(given, "--stock-factor") is { } factor ? Share(factor) : sample.StockFactor,
            Faults = Take(given, "--faults") is { } faults ? Level(faults) : sample.Faults,
            Ladder = Take(given, "--ladder") ?? sample.Ladder,
            ReportFile = Take(given, "--report"),
            Port = (int)(Take(given, "--port") is { } port ? Number(port, "--port", 0, 65_535) : 0),
            ClientId = Take(given, "--client-id") ?? sample.ClientId,
            ApiKey = Take(given, "--api-key") ?? sample.ApiKey,
            TaobaoAppKey = Take(given, "--taobao-app-key") ?? sample.TaobaoAppKey,
            TaobaoAppSecret = Take(given, "--taobao-app-secret") ?? sample.TaobaoAppSecret,
            TaobaoSession = Take(given, "--taobao-session") ?? sample.TaobaoSession,
            WebhookSecret = Take(given, "--webhook-secret") ?? sample.WebhookSecret,
            ToldSecret = Take(given, "--told-secret") ?? sample.ToldSecret,
            PushUrl = Take(given, "--push-url") is { } push ? Url(push, "--push-url") : null,
            App = Take(given, "--app") is { } app ? Url(app.TrimEnd('/') + "/", "--app") : null,
            AppKey = Take(given, "--app-key"),
            Time = time,
        };
        return options switch
        {
            { OrdersFile: null, StockFactor: not 1m } => throw new InvalidSetupException("--stock-factor needs --orders: generated orders have a stock of their own."),
            { OrdersFile: not null, PlaysChannels: true } => throw new InvalidSetupException("--channels needs generated orders: those of a file are Ozon's alone. Leave out one of --channels and --orders."),
            _ => new Arguments(options, Take(given, "--address-file")),
        };
    }

    private static string? Take(Dictionary<string, string> given, string name) => given.Remove(name, out var value) ? value : null;

    private static long Number(string text, string name, long least, long most) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InvalidSetupException($"{name}: '{text}' is not a whole number that fits.");

    private static decimal Share(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw new InvalidSetupException($"--stock-factor: '{text}' is not between 0 and 1.");

    private static FaultLevel Level(string text) =>
        Enum.GetValues<FaultLevel>().Cast<FaultLevel?>().FirstOrDefault(level => level.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidSetupException($"--faults: '{text}' is not none, low or high.");

    private static Uri Url(string text, string name) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : throw new InvalidSetupException($"{name}: '{text}' is no address.");
}
