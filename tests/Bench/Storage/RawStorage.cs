using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Bench.Storage;

/// <summary>The bare way to Table Storage: <see cref="HttpClient"/>, a SharedKeyLite signature, bytes in and bytes out. Below this there is only the service itself.</summary>
internal sealed class RawStorage(Uri tables, string key) : IDisposable
{
    private const string Account = "devstoreaccount1";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly byte[] _key = Convert.FromBase64String(key);

    /// <value>What stands before every path.</value>
    public string Root { get; } = $"{tables.GetLeftPart(UriPartial.Authority)}/{Account}";

    public string Authority => tables.Authority;

    /// <param name="pathAndQuery">From the root of the server on, as it goes over the wire.</param>
    public async Task<RawAnswer> SendAsync(HttpMethod method, string pathAndQuery, byte[]? body = null, string? contentType = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(Root), pathAndQuery));
        var date = DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{date}\n/{Account}{request.RequestUri!.AbsolutePath}"));
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("x-ms-version", "2020-12-06");
        request.Headers.TryAddWithoutValidation("DataServiceVersion", "3.0");
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=minimalmetadata");
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKeyLite {Account}:{Convert.ToBase64String(signature)}");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType ?? "application/json") } };
        }

        using var response = await _http.SendAsync(request);
        return new RawAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Creates a table; one that is there already does.</summary>
    public Task CreateTableAsync(string table) => SendAsync(HttpMethod.Post, $"/{Account}/Tables", Encoding.UTF8.GetBytes($$"""{"TableName":"{{table}}"}"""));

    public static string RowPath(string table, string partition, string row) => $"/{Account}/{table}(PartitionKey='{partition}',RowKey='{row}')";

    public void Dispose() => _http.Dispose();
}

internal sealed record RawAnswer(int Status, byte[] Body)
{
    /// <value>A batch is accepted as a whole even where a part of it was refused; then the body says so.</value>
    public bool IsRefused => Status >= 400 || Body.AsSpan().IndexOf("HTTP/1.1 4"u8) >= 0;

    public RawAnswer Taken() => IsRefused ? throw new InvalidOperationException($"The storage refused with {Status}: {Encoding.UTF8.GetString(Body)[..Math.Min(Body.Length, 400)]}") : this;
}
