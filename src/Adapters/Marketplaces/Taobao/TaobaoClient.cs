using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>Sends one signed call to the open platform and brings what stands under its root, or says by exception what to do next.</summary>
/// <remarks>Session and signature travel in the form, never in the address.</remarks>
internal sealed class TaobaoClient(ShopCalls calls, TaobaoOptions options, TimeProvider time)
{
    private static readonly Uri Gateway = new("", UriKind.Relative);

    /// <summary>A call that may be made twice: a read, or a write that says how it shall be.</summary>
    /// <param name="parameters">The method's own. Blank ones are left out.</param>
    /// <exception cref="MarketplaceException">One of the four; see <see cref="IMarketplace"/>.</exception>
    public async Task<JsonElement> ReadAsync(string method, IReadOnlyList<(string Name, string Value)> parameters, CancellationToken cancel) =>
        RootOf(method, await calls.ReadAsync(method, () => RequestOf(method, parameters), answer => TopVerdict.On(answer, method, options), cancel));

    /// <summary>A call that is made once; after <see cref="MarketplaceUnreachableException"/> nobody knows whether it took effect.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task<JsonElement> WriteAsync(string method, IReadOnlyList<(string Name, string Value)> parameters, CancellationToken cancel) =>
        RootOf(method, await calls.WriteAsync(method, () => RequestOf(method, parameters), answer => TopVerdict.On(answer, method, options), cancel));

    /// <summary>The name under which a good answer to a method stands.</summary>
    public static string RootNameOf(string method) =>
        (method.StartsWith("taobao.", StringComparison.Ordinal) ? method["taobao.".Length..] : method).Replace('.', '_') + "_response";

    /// <summary>What stands under the root. Both names are known: with the first word of the method and without it.</summary>
    public static JsonElement RootOf(string method, JsonElement body) =>
        body.Field(RootNameOf(method)) is { ValueKind: JsonValueKind.Object } root ? root : body.Field(method.Replace('.', '_') + "_response");

    private HttpRequestMessage RequestOf(string method, IReadOnlyList<(string Name, string Value)> parameters)
    {
        KeyValuePair<string, string>[] all =
        [
            new("method", method), new("app_key", options.AppKey), new("session", options.SessionKey), new("format", "json"), new("v", "2.0"),
            new("sign_method", options.SignMethod), new("timestamp", TopTime.Write(Instant.FromDateTimeOffset(time.GetUtcNow()))),
            .. parameters.Select(one => new KeyValuePair<string, string>(one.Name, one.Value)),
        ];
        KeyValuePair<string, string>[] told = [.. all.Where(TopSignature.IsTold)];
        return new HttpRequestMessage(HttpMethod.Post, Gateway)
        {
            Content = new FormUrlEncodedContent([.. told, new("sign", TopSignature.Of(told, options.AppSecret, options.SignMethod))])
            {
                Headers = { ContentType = new("application/x-www-form-urlencoded", "utf-8") },
            },
        };
    }
}
