using System.Text;
using System.Text.Json;

namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>Where a text stops being JSON, in the words of an editor.</summary>
internal static class BrokenText
{
    public static string ProblemOf(string text, JsonException broken)
    {
        var lines = text.TrimEnd().Split('\n');
        if (IsCutOff(text))
            return $"The file ends in the middle, at line {lines.Length}, column {lines[^1].Length + 1}: save the whole answer again.";

        var line = (int)Math.Clamp(broken.LineNumber ?? 0, 0, lines.Length - 1);
        var column = ColumnOf(lines[line], (int)(broken.BytePositionInLine ?? 0));
        return $"The file is not JSON from line {line + 1}, column {column} on: correct that place, or save the answer again as it came.";
    }

    /// <summary>Whether the text would be JSON if only it went on.</summary>
    private static bool IsCutOff(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, state: default);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The reader counts bytes; an editor counts characters, from 1.</summary>
    private static int ColumnOf(string line, int bytes)
    {
        var all = Encoding.UTF8.GetBytes(line);
        return Encoding.UTF8.GetCharCount(all, 0, Math.Min(bytes, all.Length)) + 1;
    }
}
