using System.Globalization;

namespace ShipBy.Sandbox.Taobao;

/// <summary>Moments as the platform writes them: the wall clock of China, whole seconds, no offset.</summary>
internal static class ChinaTime
{
    private const string Form = "yyyy-MM-dd HH:mm:ss";

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(8);

    public static string Write(DateTimeOffset instant) => instant.ToOffset(Ahead).ToString(Form, CultureInfo.InvariantCulture);

    /// <returns>Null when it is none.</returns>
    public static DateTimeOffset? Read(string text) =>
        DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) ? new DateTimeOffset(wall, Ahead) : null;

    /// <summary>What is left of a moment once it was written.</summary>
    public static DateTimeOffset Cut(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
}
