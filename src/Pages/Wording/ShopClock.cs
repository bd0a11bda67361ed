using NodaTime;
using NodaTime.Text;

namespace ShipBy.Pages.Wording;

/// <summary>Tells instants on the shop's wall clock.</summary>
/// <param name="now">The instant whose offset is named once; a moment with another one (clocks change in between) names its own.</param>
public sealed class ShopClock(DateTimeZone zone, TimeWords words, Instant now)
{
    private static readonly OffsetPattern Pattern = OffsetPattern.CreateWithInvariantCulture("-H:mm");

    /// <value>The zone with the offset that it has now, such as <c>Europe/Moscow, UTC+3</c>.</value>
    public string Zone => zone.Id == "UTC" ? "UTC" : $"{zone.Id}, {OffsetName(zone.GetUtcOffset(now))}";

    public string Tell(Instant instant)
    {
        var offset = zone.GetUtcOffset(instant);
        var moment = words.Moment(instant.InZone(zone).LocalDateTime);
        return offset == zone.GetUtcOffset(now) ? moment : $"{moment} ({OffsetName(offset)})";
    }

    /// <summary>Only the time of day where it is the day of <c>now</c>.</summary>
    public string TellShort(Instant instant) => instant.InZone(zone).Date == now.InZone(zone).Date && zone.GetUtcOffset(instant) == zone.GetUtcOffset(now)
        ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(instant.InZone(zone).TimeOfDay)
        : Tell(instant);

    /// <exception cref="ArgumentException"><paramref name="id"/> is not an IANA time zone.</exception>
    public static DateTimeZone ZoneOf(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new ArgumentException($"'{id}' is not an IANA time zone; set ShipBy__TimeZone to one such as Europe/Moscow.", nameof(id));

    private static string OffsetName(Offset offset) =>
        "UTC" + (offset < Offset.Zero ? "" : "+") + Pattern.Format(offset).Replace(":00", "", StringComparison.Ordinal);
}
