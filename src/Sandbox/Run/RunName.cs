using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Run;

/// <summary>What makes two runs the same run.</summary>
internal static class RunName
{
    public static JsonObject Of(SandboxOptions options, string? fileFingerprint, TimeSpan? length)
    {
        var name = new JsonObject
        {
            ["source"] = fileFingerprint ?? "generator",
            ["seed"] = options.Seed,
            ["seconds"] = length?.TotalSeconds,
            ["stock_factor"] = (double)options.StockFactor,
            ["faults"] = options.Faults.ToString(),
            ["ladder"] = options.Ladder,
        };
        if (options.PlaysChannels)
        {
            name["channels"] = string.Join(',', options.Channels.Select(ChannelNames.Name));
        }

        if (options.OzonScenes)
        {
            name["ozon_scenes"] = true;
        }

        return name;
    }
}
