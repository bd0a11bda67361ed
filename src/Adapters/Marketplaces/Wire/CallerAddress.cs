using System.Net;
using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Marketplaces.Wire;

/// <summary>Who called. Only the last hop of <c>X-Forwarded-For</c> is the platform's own word; whatever stands before it the caller wrote himself.</summary>
internal static class CallerAddress
{
    /// <value>An address of IPv6 with its port; longer is no address.</value>
    private const int Longest = 60;

    public static string Of(HttpRequest request) => HopOf(request) ?? request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>The address as such; null where it is none.</summary>
    public static IPAddress? Read(HttpRequest request) => HopOf(request) is { } hop
        ? IPAddress.TryParse(hop, out var address) ? Plain(address) : null
        : request.HttpContext.Connection.RemoteIpAddress is { } direct ? Plain(direct) : null;

    /// <value>Whether a platform stands between: then the caller is never this machine, whatever the header says.</value>
    public static bool IsForwarded(HttpRequest request) => request.Headers.ContainsKey("X-Forwarded-For");

    private static string? HopOf(HttpRequest request)
    {
        var hop = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return hop.Length is > 0 and <= Longest && WithoutPort(hop) is { Length: > 0 } address ? address : null;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <remarks>Azure writes <c>203.0.113.7:4711</c> and <c>[2001:db8::7]:4711</c>; an address of IPv6 without a port has more than one colon.</remarks>
    private static string WithoutPort(string hop) => hop switch
    {
        ['[', ..] when hop.Contains(']', StringComparison.Ordinal) => hop[1..hop.IndexOf(']', StringComparison.Ordinal)],
        _ when hop.Count(c => c == ':') == 1 => hop[..hop.IndexOf(':', StringComparison.Ordinal)],
        _ => hop,
    };
}
