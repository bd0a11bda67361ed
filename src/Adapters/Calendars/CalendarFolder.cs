using ShipBy.Adapters.SellerFiles;

namespace ShipBy.Adapters.Calendars;

/// <summary>The folder <c>calendars</c> beside the program, and its shelves.</summary>
public static class CalendarFolder
{
    internal static SellerFolder Calendars { get; } = new("calendars", "a calendar");

    internal static SellerFolder Carriers { get; } = new("calendars/carriers", "a carrier's days");

    internal static SellerFolder Promotions { get; } = new("calendars/promotions", "promotion periods");

    /// <value>Names of the work calendars that are there, such as <c>china</c> and <c>russia</c>.</value>
    public static IReadOnlyList<string> Names => Calendars.Names;
}
