using Microsoft.AspNetCore.Http;

namespace ShipBy.Pages.Access;

/// <summary>What every answer of the desk says to the browser: run nothing that is not ours, keep nothing, tell nobody.</summary>
internal static class SecurityHeaders
{
    /// <param name="nonce">Marks the style sheet and the script of this one answer; null where it has none of its own and takes the desk's files.</param>
    public static void Apply(IHeaderDictionary headers, string? nonce)
    {
        var ours = nonce is null ? "'self'" : $"'nonce-{nonce}'";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {ours}; script-src {ours}; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "no-store";
    }
}
