using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>Takes the multipart answer to a batch apart: a part for each action, or a single one that says why not.</summary>
internal static class BatchAnswer
{
    private const string Protocol = "HTTP/1.1 ";

    public static IReadOnlyList<Response> Read(string body)
    {
        var parts = new List<Response>();
        using var lines = new StringReader(body);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith(Protocol, StringComparison.Ordinal))
            {
                parts.Add(ReadPart(line[Protocol.Length..], lines));
            }
        }

        return parts;
    }

    private static BatchPartResponse ReadPart(string status, StringReader lines)
    {
        var words = status.Split(' ', 2);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (lines.ReadLine() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        var content = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
        {
            content.Append(line);
        }

        return new BatchPartResponse(
            int.Parse(words[0], CultureInfo.InvariantCulture), words.ElementAtOrDefault(1) ?? "", headers, content.ToString());
    }
}
