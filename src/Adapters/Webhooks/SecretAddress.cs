namespace ShipBy.Adapters.Webhooks;

/// <summary>An address that holds a secret, because its vendor wants it there, beside one that may be shown.</summary>
/// <param name="route">Path and query with a name in braces where the secret stands, such as <c>/bot{token}/sendMessage</c>.</param>
internal sealed class SecretAddress(Uri real, string route)
{
    public Uri Real { get; } = real;

    /// <value>The same host with the route instead of the path.</value>
    public Uri Shown { get; } = new(real.GetLeftPart(UriPartial.Authority) + route);

    public override string ToString() => Shown.ToString();
}
