namespace ShipBy.Sandbox.Source.RealOrders;

/// <summary>A record of a comma-separated file.</summary>
internal sealed record CsvRecord(long Line, IReadOnlyList<string> Fields, string? Fault);

/// <summary>Splits text into records so that one bad record costs that record and none after it.</summary>
/// <remarks>
/// A quoted field may run over lines. Where the quote is never closed, or where closing it swallows lines that stand well on
/// their own, the line that opened it is at fault and reading goes on with the next one.
/// </remarks>
internal static class CsvRecords
{
    private const int MostLinesOfARecord = 50;

    public static IEnumerable<CsvRecord> Read(IReadOnlyList<string> lines, int? columns = null)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                continue;
            }

            var text = lines[at];
            var more = 0;
            var fields = Split(text);
            while (fields is null && at + more + 1 < lines.Count && more < MostLinesOfARecord)
            {
                text += '\n' + lines[at + ++more];
                fields = Split(text);
            }

            if (fields is null || (more > 0 && columns is { } due && fields.Count != due))
            {
                yield return new CsvRecord(at + 1, (lines[at]).Split(','), "a quote is opened and not closed");
                continue;
            }

            yield return new CsvRecord(at + 1, fields, null);
            at += more;
        }
    }

    /// <returns>Null where a quoted field is still open at the end.</returns>
    private static List<string>? Split(string text)
    {
        var fields = new List<string>();
        for (var at = 0; ;)
        {
            var (field, next) = at < text.Length && text[at] == '"' ? Quoted(text, at) : Plain(text, at);
            if (field is null)
            {
                return null;
            }

            fields.Add(field);
            if (next >= text.Length)
            {
                return fields;
            }

            at = next + 1;
        }
    }

    private static (string? Field, int Next) Plain(string text, int at)
    {
        var comma = text.IndexOf(',', at);
        return comma < 0 ? (text[at..], text.Length) : (text[at..comma], comma);
    }

    private static (string? Field, int Next) Quoted(string text, int at)
    {
        var field = new System.Text.StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                field.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else
            {
                var (rest, next) = Plain(text, i + 1);
                return (field.Append(rest).ToString(), next);
            }
        }

        return (null, text.Length);
    }
}
