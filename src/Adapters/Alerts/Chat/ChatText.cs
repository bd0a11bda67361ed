using System.Text;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>What a vendor's limit counts.</summary>
internal enum ChatUnit
{
    /// <summary>As <see cref="string.Length"/> counts: never fewer than any other way to count characters.</summary>
    Characters,

    /// <summary>Bytes of UTF-8: three for a Chinese character, two for a Russian one.</summary>
    Bytes,
}

/// <summary>A letter as a chat shows it: subject, then the plain part.</summary>
internal static class ChatText
{
    private const string Gap = "…";

    /// <summary>
    /// The letter in at most <paramref name="limit"/> units. What is too much goes from the end, by whole lines, and a line "…" stands for it; the first line with a
    /// link stays, and further ones go with the orders that they belong to. Only a subject that leaves no room is cut within its line, between characters.
    /// </summary>
    public static string Cut(Letter letter, int limit, ChatUnit unit)
    {
        string[] lines = ["", .. letter.Text.ReplaceLineEndings("\n").Trim('\n').Split('\n')];
        var whole = string.Join('\n', [letter.Subject, .. lines]);
        if (Size(whole, unit) <= limit)
        {
            return whole;
        }

        var withLink = lines.FirstOrDefault(HasLink) is { } link ? limit - OwnLine(Gap, unit) - OwnLine(link, unit) : limit;
        var subject = CutLine(letter.Subject, Math.Max(limit / 2, withLink), unit);
        return string.Join('\n', [subject, .. Fit(lines, limit - Size(subject, unit) - OwnLine(Gap, unit), unit)]);
    }

    /// <returns>The first address in the letter's plain part; null without one.</returns>
    public static string? LinkOf(Letter letter) =>
        letter.Text.Split((char[]?)null).FirstOrDefault(HasLink) is { } word ? word[word.IndexOf("http", StringComparison.OrdinalIgnoreCase)..] : null;

    /// <param name="room">Without the line that stands for what is left out.</param>
    private static List<string> Fit(string[] lines, int room, ChatUnit unit)
    {
        var link = Array.FindIndex(lines, line => HasLink(line) && OwnLine(line, unit) <= room);
        room -= link < 0 ? 0 : OwnLine(lines[link], unit);
        var (kept, isCut) = (new List<string>(), room < 0);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i == link)
            {
                kept.Add(lines[i]);
            }
            else if (!isCut && OwnLine(lines[i], unit) <= room)
            {
                kept.Add(lines[i]);
                room -= OwnLine(lines[i], unit);
            }
            else if (!isCut)
            {
                isCut = true;
                kept = [.. kept.Take(kept.FindLastIndex(line => line.Length > 0) + 1), Gap];
            }
        }

        return kept;
    }

    private static string CutLine(string line, int limit, ChatUnit unit)
    {
        if (Size(line, unit) <= limit)
        {
            return line;
        }

        var (kept, room) = (new StringBuilder(), limit - Size(Gap, unit));
        foreach (var rune in line.EnumerateRunes())
        {
            room -= unit is ChatUnit.Bytes ? rune.Utf8SequenceLength : rune.Utf16SequenceLength;
            if (room < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept + Gap;
    }

    private static bool HasLink(string line) => line.Contains("https://", StringComparison.OrdinalIgnoreCase) || line.Contains("http://", StringComparison.OrdinalIgnoreCase);

    private static int OwnLine(string line, ChatUnit unit) => 1 + Size(line, unit);

    private static int Size(string text, ChatUnit unit) => unit is ChatUnit.Bytes ? Encoding.UTF8.GetByteCount(text) : text.Length;
}
