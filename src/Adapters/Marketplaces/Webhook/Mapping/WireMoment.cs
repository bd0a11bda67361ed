using System.Globalization;
using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Webhook.Mapping;

/// <summary>Moments as shops write them: RFC 3339 with an offset or without one, which is UTC; Unix seconds or milliseconds.</summary>
internal static class WireMoment
{
    /// <value>No shop had webhooks before; what lies there is a slip, or a year that was left empty.</value>
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <value>Seconds until the year 5138. Larger numbers are milliseconds, which reach it in 1973.</value>
    private const long MostSeconds = 100_000_000_000;

    /// <returns>Null where it is no moment.</returns>
    public static Instant? Read(JsonElement element) => ReadAny(element) is { } moment && moment >= Earliest ? moment : null;

    private static Instant? ReadAny(JsonElement element) => element.Text() is not { } text ? null
        : !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? WireInstant.Read(text)
        : number < MostSeconds ? Instant.FromUnixTimeSeconds(number)
        : number < MostSeconds * 1000 ? Instant.FromUnixTimeMilliseconds(number)
        : null;
}
