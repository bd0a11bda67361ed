using ShipBy.Domain.Deadlines;

namespace ShipBy.Pages.Access;

/// <summary>The field of a form by which a seller says how long to put a reminder off: the name of a <see cref="SnoozeTime"/>.</summary>
internal static class SnoozeField
{
    public const string Name = "time";

    /// <returns>Null for anything but one of the names.</returns>
    public static SnoozeTime? TryRead(string text) => Enum.GetValues<SnoozeTime>().Where(time => time.ToString() == text).Select(time => (SnoozeTime?)time).FirstOrDefault();
}
