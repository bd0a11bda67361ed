using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>What became of one action of a batch.</summary>
internal sealed class BatchPartResponse(int status, string reason, IReadOnlyDictionary<string, string> headers, string content) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override bool IsError => status >= 400;

    public override Stream ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(content));

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, out string value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
    {
        var found = headers.TryGetValue(name, out var value);
        values = found ? [value] : [];

        return found;
    }
}
