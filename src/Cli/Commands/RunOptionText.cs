using System.Globalization;
using ShipBy.Cli.Runs;
using ShipBy.Sandbox;

namespace ShipBy.Cli.Commands;

/// <summary>Reads the values of single options. Every refusal is a <see cref="FormatException"/> that says what would be right.</summary>
internal static class RunOptionText
{
    private static readonly string[] AllChannels = [.. Enum.GetValues<Channel>().Select(channel => channel.Name())];

    public static decimal Share(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw new FormatException($"'{text}' is no share of the stock. Write a number from 0 to 1, such as --stock-factor 0.9");

    public static int Seed(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new FormatException($"'{text}' is no seed. Write a whole number from 0 on, such as --seed 7");

    public static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535
            ? port
            : throw new FormatException($"'{text}' is no port. Write a number from 1 to 65535, such as --port 7071");

    public static FaultLevel Faults(string text) => text switch
    {
        "low" => FaultLevel.Low,
        "high" => FaultLevel.High,
        _ => throw new FormatException($"'{text}' is no level of faults. Write --faults low or --faults high, or leave it out"),
    };

    /// <returns>Each name once, in one order.</returns>
    public static string Channels(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        return names.FirstOrDefault(name => !AllChannels.Contains(name)) is { } unknown
            ? throw new FormatException($"'{unknown}' is no channel. Write --channels {string.Join(',', AllChannels)}, or some of them")
            : string.Join(',', AllChannels.Where(names.Contains));
    }

    public static string Language(string text) => text is "ru" or "zh-CN" or "en"
        ? text
        : throw new FormatException($"There is no text in '{text}'. Write --language ru, zh-CN or en");

    /// <summary>Russian or Chinese where this machine speaks it, English elsewhere.</summary>
    public static string LanguageOfThisMachine() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch
    {
        "ru" => "ru",
        "zh" => "zh-CN",
        _ => "en",
    };
}
