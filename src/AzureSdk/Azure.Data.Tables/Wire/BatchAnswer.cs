using System.Globalization;

namespace Azure.Data.Tables.Wire;

/// <summary>Takes the multipart answer to a batch apart: a part for each action, or a single one that says why not.</summary>
internal static class BatchAnswer
{
    private const string Protocol = "HTTP/1.1 ";

    private const string EndOfHeaders = "\r\n\r\n";

    public static IReadOnlyList<Response> Read(string body)
    {
        var parts = new List<Response>();
        for (var at = body.IndexOf(Protocol, StringComparison.Ordinal); at >= 0;)
        {
            var status = at + Protocol.Length;
            var end = body.IndexOf("\r\n--", status, StringComparison.Ordinal);
            parts.Add(ReadPart(end < 0 ? body[status..] : body[status..end]));
            at = end < 0 ? end : body.IndexOf(Protocol, end, StringComparison.Ordinal);
        }

        return parts;
    }

    /// <param name="part">From the status on.</param>
    private static BatchPartResponse ReadPart(string part)
    {
        var line = part.IndexOf("\r\n", StringComparison.Ordinal);
        var words = (line < 0 ? part : part[..line]).Split(' ', 2);
        var end = part.IndexOf(EndOfHeaders, StringComparison.Ordinal);

        return new BatchPartResponse(
            int.Parse(words[0], CultureInfo.InvariantCulture),
            words.ElementAtOrDefault(1) ?? "",
            line < 0 || end < line + 2 ? "" : part[(line + 2)..end],
            end < 0 ? "" : part[(end + EndOfHeaders.Length)..].TrimEnd());
    }
}
