namespace ShipBy.Sandbox.App;

/// <summary>Where the app is, once somebody has said so, and the key to it.</summary>
internal sealed class AppLink(Uri? url, string? key)
{
    private volatile Address? _address = url is null ? null : new Address(url, key ?? "");

    /// <param name="Url">Ends with a slash.</param>
    private sealed record Address(Uri Url, string Key);

    public void PointAt(Uri url, string key) =>
        _address = new Address(url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/"), key);

    /// <returns>Null while nobody knows where the app is.</returns>
    public Uri? At(string path) => _address is { } app ? new Uri(app.Url, path) : null;

    /// <summary>A call with the app's key.</summary>
    /// <returns>Null while nobody knows where the app is.</returns>
    public HttpRequestMessage? Call(HttpMethod method, string path)
    {
        if (_address is not { } app)
        {
            return null;
        }

        var request = new HttpRequestMessage(method, new Uri(app.Url, path));
        request.Headers.Add("x-functions-key", app.Key);
        return request;
    }
}
