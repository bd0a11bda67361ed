using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Labels;

/// <summary>Fetches a file from the address that the marketplace names. The key does not go along: whose address it is, we do not know.</summary>
/// <param name="http">Without key and without redirects.</param>
internal sealed class LabelFiles(HttpClient http, OzonOptions options)
{
    /// <value>A hundred labels have some megabytes.</value>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <exception cref="MarketplaceUnreachableException">No file came, or something else than a PDF.</exception>
    public async Task<byte[]> FetchAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !MayBeAsked(url))
            throw new MarketplaceUnreachableException("the labels lie at an address that is not safe to ask");

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(options.Timeout);
            using var response = await http.GetAsync(url, limit.Token);
            var file = response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(limit.Token) : [];
            return file.AsSpan().StartsWith("%PDF"u8) ? file : throw new MarketplaceUnreachableException($"the labels' address brought no PDF (HTTP {(int)response.StatusCode})");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new MarketplaceUnreachableException($"the labels' file did not come within {options.Timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException broken)
        {
            throw new MarketplaceUnreachableException($"the labels' file could not be fetched ({broken.HttpRequestError})", broken);
        }
    }

    /// <summary>An encrypted address; this machine's own only where the marketplace is played on this machine.</summary>
    private bool MayBeAsked(Uri url) => (url.Scheme, url.IsLoopback) switch
    {
        ("http" or "https", true) => new Uri(options.BaseUrl).IsLoopback,
        ("https", false) => true,
        _ => false,
    };
}
