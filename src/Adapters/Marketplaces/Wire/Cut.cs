namespace ShipBy.Adapters.Marketplaces.Wire;

/// <summary>Makes a stranger's text fit for a mail, a log or a table.</summary>
internal static class Cut
{
    /// <summary>One line without control characters, at most <paramref name="length"/> characters long, never ending in half a character.</summary>
    public static string ToLine(string text, int length)
    {
        var line = new string([.. text.Take(length).Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return line.Length > 0 && char.IsHighSurrogate(line[^1]) ? line[..^1] : line;
    }
}
