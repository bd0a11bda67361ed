using System.Globalization;
using System.Text;

namespace ShipBy.Sandbox.Ozon.Lists;

/// <summary>Where a page ended: the sort keys of its last posting, in base64, tied to the filter it was made for.</summary>
internal sealed record PostingCursor(long Filter, long First, long Second, string Number)
{
    public string Text => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"[{Filter},{First},{Second}]{Number}")));

    /// <exception cref="RefusedException">The cursor is none of ours, or of another filter.</exception>
    public static PostingCursor? Parse(string text, long filter)
    {
        if (text is "")
        {
            return null;
        }

        try
        {
            var plain = Encoding.UTF8.GetString(Convert.FromBase64String(text));
            var close = plain.IndexOf(']');
            var keys = plain[1..close].Split(',').Select(key => long.Parse(key, CultureInfo.InvariantCulture)).ToArray();
            return keys[0] == filter
                ? new PostingCursor(keys[0], keys[1], keys[2], plain[(close + 1)..])
                : throw RefusedException.BadRequest("cursor does not belong to this filter");
        }
        catch (Exception error) when (error is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw RefusedException.BadRequest("invalid cursor");
        }
    }

    /// <summary>A number for a filter that is the same in every process.</summary>
    public static long FilterNumber(string method, string filterJson)
    {
        var hash = 17L;
        foreach (var letter in method + filterJson)
        {
            hash = unchecked(hash * 31 + letter);
        }

        return hash;
    }
}
