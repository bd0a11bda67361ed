using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>The pages of a query, followed until the service names no next one; an empty page is a page like any other.</summary>
internal sealed class QueryPages<T>(
    TableService service, string path, string query, int? maxPerPage, Func<JsonElement, T> read, CancellationToken cancel) : AsyncPageable<T>(cancel)
{
    /// <summary>What names the next page; in our token a space parts the two keys, since the service sends both escaped.</summary>
    private readonly string[] _next = path is "/Tables" ? ["NextTableName"] : ["NextPartitionKey", "NextRowKey"];

    public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var top = (pageSizeHint ?? maxPerPage) is { } size ? $"&$top={size}" : "";
            var answer = await service.SendAsync(
                RequestMethod.Get,
                $"{path}?{EntityRequest.FormatQuery}{top}{query}{From(continuationToken)}",
                [new("DataServiceVersion", "3.0"), new("Accept", EntityRequest.Format)],
                body: null,
                CancellationToken).ConfigureAwait(false);

            continuationToken = TokenOf(answer);
            yield return Page<T>.FromValues(Read(answer), continuationToken, answer);
        }
        while (continuationToken is not null);
    }

    private string TokenOf(Response answer)
    {
        var keys = _next.Select(name => answer.Headers.TryGetValue($"x-ms-continuation-{name}", out var key) ? key : "").ToList();

        return keys.All(key => key is "") ? null : string.Join(' ', keys);
    }

    private string From(string token) =>
        string.Concat(_next.Zip((token ?? "").Split(' '))
            .Where(key => key.Second is not "")
            .Select(key => $"&{key.First}={Uri.EscapeDataString(key.Second)}"));

    private List<T> Read(Response answer)
    {
        using var body = JsonDocument.Parse(answer.Content);

        return [.. body.RootElement.GetProperty("value").EnumerateArray().Select(read)];
    }
}
