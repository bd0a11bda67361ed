using NodaTime;
using NodaTime.Text;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>The platform's times: of the wall in China, to the second and without an offset. There is no summer time.</summary>
internal static class TopTime
{
    private static readonly Offset China = Offset.FromHours(8);

    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss");

    /// <returns>Null when <paramref name="text"/> is no such time; <c>24:00:00</c> is the day's end.</returns>
    public static Instant? Read(string? text) => Pattern.Parse(text?.Trim() ?? "") is { Success: true } read ? read.Value.WithOffset(China).ToInstant() : null;

    /// <summary>Cut to the second.</summary>
    public static string Write(Instant moment) => Pattern.Format(moment.WithOffset(China).LocalDateTime);
}
