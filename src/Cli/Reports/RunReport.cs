using System.Text.Json;

namespace ShipBy.Cli.Reports;

/// <summary>What the sandbox says of a run: its own reading of what was served and received.</summary>
/// <param name="Json">The report as it goes to a file.</param>
internal sealed record RunReport(JsonElement Json)
{
    public long OrdersInSource => Number("orders_in_source");

    public long OrdersSeen => Number("orders_seen");

    /// <value>Over all products.</value>
    public long Oversold => Sum("oversold_units");

    public long WarningsDue => Number("warnings_due");

    public long WarningsSent => Number("warnings_sent");

    public long WarningsMissing => Number("warnings_missing");

    public long WarningsDuplicated => Number("warnings_duplicated");

    public long WarningsUnknown => Number("warnings_unknown");

    /// <value>One for each shop, where several are played; empty otherwise.</value>
    public IReadOnlyList<ChannelFigures> Channels =>
        Json.TryGetProperty("channels", out var channels) ? [.. channels.EnumerateObject().Select(channel => new ChannelFigures(channel.Name, channel.Value))] : [];

    public long Number(string field) =>
        Json.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.Number
            ? value.TryGetInt64(out var whole) ? whole : (long)Math.Round(value.GetDouble())
            : value.ValueKind is JsonValueKind.Array ? value.GetArrayLength() : 0;

    /// <summary>The sum of an object by product; a plain number counts as itself.</summary>
    public long Sum(string field) =>
        Json.TryGetProperty(field, out var byProduct) && byProduct.ValueKind is JsonValueKind.Object
            ? byProduct.EnumerateObject().Sum(product => product.Value.GetInt64())
            : Number(field);

    public byte[] ToFile() => JsonSerializer.SerializeToUtf8Bytes(Json, Indented);

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, NewLine = "\n" };
}
