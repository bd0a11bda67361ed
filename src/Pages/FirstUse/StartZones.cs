namespace ShipBy.Pages.FirstUse;

/// <summary>Time zones to choose from: where sellers of these marketplaces are. Any other stays possible by the settings.</summary>
internal static class StartZones
{
    private static readonly string[] Usual =
    [
        "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk",
        "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka", "Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Almaty", "Asia/Tashkent", "Asia/Yerevan", "Asia/Tbilisi",
        "Europe/Minsk", "Europe/Istanbul", "Europe/Berlin", "Europe/London", "America/New_York", "UTC",
    ];

    /// <param name="kept">Comes along even where it is none of the usual ones.</param>
    public static IReadOnlyList<(string Value, string Says)> With(string kept) =>
        [.. (Usual.Contains(kept) || kept.Length == 0 ? Usual : [kept, .. Usual]).Select(zone => (zone, zone.Replace('_', ' ')))];
}
