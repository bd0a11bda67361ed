namespace ShipBy.Sandbox;

/// <summary>A way by which orders come: one shop, spoken with in its own manner.</summary>
public enum Channel
{
    Ozon,
    Taobao,

    /// <summary>A shop that tells of its orders by itself.</summary>
    Webhook,
}

/// <summary>Channels by the names that arguments, the app's shops and the report have for them.</summary>
internal static class ChannelNames
{
    private static readonly Channel[] All = Enum.GetValues<Channel>();

    public static string Name(this Channel channel) => channel switch
    {
        Channel.Ozon => "ozon",
        Channel.Taobao => "taobao",
        Channel.Webhook => "webhook",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No such channel."),
    };

    /// <returns>Each once, in an order of their own: how they are listed makes no other run.</returns>
    /// <exception cref="InvalidSetupException">A name is unknown, or there is none.</exception>
    public static IReadOnlyList<Channel> Parse(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        return names.FirstOrDefault(name => !All.Any(channel => channel.Name() == name)) is { } unknown
            ? throw new InvalidSetupException($"--channels: '{unknown}' is not {string.Join(", ", All.Select(Name))}.")
            : All.Where(channel => names.Contains(channel.Name())).ToArray();
    }
}
