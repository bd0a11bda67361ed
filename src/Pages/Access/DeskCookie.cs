using Microsoft.AspNetCore.Http;

namespace ShipBy.Pages.Access;

/// <summary>The cookie of a browser that has entered.</summary>
internal static class DeskCookie
{
    public const string Name = "shipby-desk";

    public static CookieOptions Options(bool secure) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = secure,
        Path = "/",
        MaxAge = DeskAccess.SessionLifetime,
        IsEssential = true,
    };

    /// <summary>Whether the browser came by https. Behind the host's front door the request itself says http.</summary>
    public static bool IsSecure(HttpRequest request, string publicUrl) =>
        request.IsHttps
        || string.Equals(request.Headers["X-Forwarded-Proto"], "https", StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
