using NodaTime;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>A moment as files have them, given by hand.</summary>
public static class MomentText
{
    /// <param name="zone">Of a time without an offset.</param>
    /// <exception cref="FormatException">It is no moment.</exception>
    public static Instant Parse(string text, DateTimeZone zone) => MomentCell.Read(text.Trim(), zone, dayMeansItsEnd: false)
        ?? throw new FormatException($"'{text}' is not a moment: write a date and a time, such as 2026-03-02 14:30, or with an offset, 2026-03-02T14:30+03:00.");
}
