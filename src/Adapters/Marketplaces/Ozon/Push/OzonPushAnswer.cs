using System.Text.Json.Serialization;
using NodaTime;

namespace ShipBy.Adapters.Marketplaces.Ozon.Push;

/// <summary>What the marketplace wants to hear, to be written as JSON. It wants it within a second and a half, or it switches the address off.</summary>
/// <param name="Status">The HTTP status that goes with it.</param>
/// <param name="Body">Serialises with the marketplace's field names.</param>
public sealed record OzonPushAnswer(int Status, object Body)
{
    /// <param name="version">This program's version.</param>
    public static OzonPushAnswer ToPing(string version, Instant now) => new(200, new Pong(version, "ShipBy", now.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null)));

    public static OzonPushAnswer Done { get; } = new(200, new Result(true));

    /// <summary>The message itself is at fault.</summary>
    public static OzonPushAnswer Refuse(OzonPush.Unreadable push) =>
        new(400, new Failure(new Fault(push.FieldMissing ? "ERROR_PARAMETER_VALUE_MISSED" : "ERROR_UNKNOWN", push.Reason, null)));

    /// <summary>We could not write the ring down; the marketplace sends it again.</summary>
    public static OzonPushAnswer TryAgain { get; } = new(503, new Failure(new Fault("ERROR_UNKNOWN", "The message could not be kept. Send it again.", null)));

    private sealed record Pong(
        [property: JsonPropertyName("version")] string Version, [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("time")] string Time);

    private sealed record Result([property: JsonPropertyName("result")] bool Good);

    private sealed record Failure([property: JsonPropertyName("error")] Fault Error);

    private sealed record Fault(
        [property: JsonPropertyName("code")] string Code,
        [property: JsonPropertyName("message")] string Message,
        [property: JsonPropertyName("details")] string? Details);
}
