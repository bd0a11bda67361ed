using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Marketplaces.Webhook;

/// <summary>Who called. Only the last hop of <c>X-Forwarded-For</c> is the platform's own word; whatever stands before it the caller wrote himself.</summary>
internal static class CallerAddress
{
    /// <value>An address of IPv6 with its port; longer is no address.</value>
    private const int Longest = 60;

    public static string Of(HttpRequest request)
    {
        var hop = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        var address = hop.Length is > 0 and <= Longest ? WithoutPort(hop) : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        return address.Length > 0 ? address : "unknown";
    }

    /// <remarks>Azure writes <c>203.0.113.7:4711</c> and <c>[2001:db8::7]:4711</c>; an address of IPv6 without a port has more than one colon.</remarks>
    private static string WithoutPort(string hop) => hop switch
    {
        ['[', ..] when hop.Contains(']', StringComparison.Ordinal) => hop[1..hop.IndexOf(']', StringComparison.Ordinal)],
        _ when hop.Count(c => c == ':') == 1 => hop[..hop.IndexOf(':', StringComparison.Ordinal)],
        _ => hop,
    };
}
