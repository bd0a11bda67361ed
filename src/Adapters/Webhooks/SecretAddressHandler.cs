using System.Net.Http.Headers;

namespace ShipBy.Adapters.Webhooks;

/// <summary>Puts the real address into a request at the last moment: whatever logs, traces or throws above this sees the route alone.</summary>
internal sealed class SecretAddressHandler(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    private static readonly HttpRequestOptionsKey<Uri> Real = new("ShipBy.RealAddress");

    /// <summary>A handler that connects, as secrets in addresses ask for it.</summary>
    public static SecretAddressHandler OverSockets() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,              // a redirect would carry key and signature to whatever address it names
        ActivityHeadersPropagator = null,       // and with it the handler's own traces, which hold the whole path
        UseCookies = false,
    });

    /// <param name="body">JSON.</param>
    /// <param name="headers">Beside those of the body.</param>
    public static HttpRequestMessage Post(SecretAddress address, HttpContent body, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address.Shown) { Content = body };
        request.Options.Set(Real, address.Real);
        request.Headers.ConnectionClose = true;     // a kept one may be closed by the server just as something leaves, and nobody would know whether it arrived
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var shown = request.RequestUri;
        request.RequestUri = request.Options.TryGetValue(Real, out var real) ? real : shown;
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = shown;
        }
    }
}
