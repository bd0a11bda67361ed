using System.Net.Http.Headers;
using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>Sends one call to the Seller API and brings its body, or says by exception what to do next.</summary>
/// <remarks>The way there carries address and key; see <see cref="OzonServices"/>.</remarks>
internal sealed class OzonClient(ShopCalls calls, OzonOptions options, TimeProvider time)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>For reads, and for writes that say how it shall be: without an answer they are sent again.</summary>
    /// <exception cref="MarketplaceException">One of the four; see <see cref="IMarketplace"/>.</exception>
    public Task<JsonElement> ReadAsync(string method, object request, CancellationToken cancel) =>
        calls.ReadAsync(method, () => RequestOf(method, request), answer => Verdict.On(answer, options, time.GetUtcNow()), cancel);

    /// <summary>For writes that must not be made twice: sent again only where the marketplace said that it did nothing.</summary>
    /// <exception cref="MarketplaceException">One of the four; after <see cref="MarketplaceUnreachableException"/> nobody knows whether it took effect.</exception>
    public Task<JsonElement> TellAsync(string method, object request, CancellationToken cancel) =>
        calls.WriteAsync(method, () => RequestOf(method, request), answer => Verdict.On(answer, options, time.GetUtcNow()), cancel);

    /// <summary>For writes that say how it shall be and may answer nothing but that they were heard: without an answer they are sent again.</summary>
    /// <exception cref="MarketplaceException">One of the four; see <see cref="IMarketplace"/>.</exception>
    public Task SayAsync(string method, object request, CancellationToken cancel) =>
        calls.ReadAsync(method, () => RequestOf(method, request), HeardOr, cancel);

    /// <summary>As <see cref="TellAsync"/>, for writes that may answer nothing but that they were heard.</summary>
    /// <exception cref="MarketplaceException">One of the four; after <see cref="MarketplaceUnreachableException"/> nobody knows whether it took effect.</exception>
    public Task SayOnceAsync(string method, object request, CancellationToken cancel) =>
        calls.WriteAsync(method, () => RequestOf(method, request), HeardOr, cancel);

    private MarketplaceException? HeardOr(Answer answer) =>
        answer is { IsEmpty: true, Status: >= System.Net.HttpStatusCode.OK and < System.Net.HttpStatusCode.MultipleChoices } ? null : Verdict.On(answer, options, time.GetUtcNow());

    private static HttpRequestMessage RequestOf(string method, object request) => new(HttpMethod.Post, new Uri(method.TrimStart('/'), UriKind.Relative))
    {
        Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request)) { Headers = { ContentType = Json } },
    };
}
