using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>What became of one action of a batch. Its headers are looked at when they are asked for: mostly that is the ETag alone.</summary>
/// <param name="headers">As they came, a line each.</param>
internal sealed class BatchPartResponse(int status, string reason, string headers, string content) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override bool IsError => status >= 400;

    public override Stream ContentStream { get; set; } = content.Length == 0 ? Stream.Null : new MemoryStream(Encoding.UTF8.GetBytes(content));

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':', 2))
        .Select(header => new HttpHeader(header[0], header[^1].Trim()));

    protected override bool TryGetHeader(string name, out string value)
    {
        foreach (var line in headers.AsSpan().EnumerateLines())
        {
            if (line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                value = line[(name.Length + 1)..].Trim().ToString();

                return true;
            }
        }

        value = null;

        return false;
    }

    protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
    {
        var found = TryGetHeader(name, out var value);
        values = found ? [value] : [];

        return found;
    }
}
