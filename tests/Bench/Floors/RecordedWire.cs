using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using ShipBy.Bench.Storage;

namespace ShipBy.Bench.Floors;

/// <summary>
/// The floor of <c>reserve_throughput_ratio</c>: asks for the same pages and writes the same rows in the same batches as our reserve did once before, without thinking:
/// bodies are ready, nothing is parsed, no version is kept. What it takes is the emulator, the wire and a signature.
/// </summary>
/// <remarks>Batches carry <c>If-Match: *</c> in place of the versions of the recorded run.</remarks>
internal sealed partial class RecordedWire : HttpPipelineSynchronousPolicy
{
    private readonly List<(HttpMethod Method, string Path, byte[]? Body, string? ContentType, int Rows)> _requests = [];

    /// <value>Rows in each batch, in order.</value>
    public IReadOnlyList<int> Batches => [.. _requests.Where(request => request.Body is not null).Select(request => request.Rows)];

    public int Reads => _requests.Count(request => request.Body is null);

    public override void OnSendingRequest(HttpMessage message)
    {
        var path = message.Request.Uri.ToUri().PathAndQuery;
        if (path.Contains("/Tables", StringComparison.Ordinal))
        {
            return;     // the table is there when the floor begins
        }

        var body = BodyOf(message.Request);
        message.Request.Headers.TryGetValue("Content-Type", out var contentType);
        _requests.Add((new HttpMethod(message.Request.Method.Method), path, body is null ? null : WithoutVersions(body), contentType, body is null ? 0 : RowsIn(body)));
    }

    /// <exception cref="InvalidOperationException">The storage was not as at the beginning of the recording.</exception>
    public async Task ReplayAsync(RawStorage storage)
    {
        foreach (var (method, path, body, contentType, _) in _requests)
        {
            var answer = await storage.SendAsync(method, path, body, contentType);
            if (body is not null)
            {
                answer.Taken();
            }
        }
    }

    private static byte[]? BodyOf(Request request)
    {
        if (request.Content is null)
        {
            return null;
        }

        using var body = new MemoryStream();
        request.Content.WriteTo(body, default);
        return body.ToArray();
    }

    private static byte[] WithoutVersions(byte[] body) => Encoding.UTF8.GetBytes(Version().Replace(Encoding.UTF8.GetString(body), "If-Match: *\r\n"));

    private static int RowsIn(byte[] body) => Encoding.UTF8.GetString(body).Split("Content-Type: application/http").Length - 1;

    [GeneratedRegex(@"If-Match: [^\r\n]+\r\n", RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
