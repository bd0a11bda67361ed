using Microsoft.AspNetCore.Http;

namespace ShipBy.Pages.Access;

/// <summary>Tells who a request comes from: by the platform's login where the seller lists people, by our own cookie otherwise.</summary>
public sealed class DeskVisitor(DeskAccess access, PlatformLogin platform)
{
    /// <returns>Null for somebody who has not entered.</returns>
    public DeskSession? Of(HttpRequest request) => platform.IsOn ? platform.SessionOf(request) : access.SessionOf(request.Cookies[DeskCookie.Name]);

    /// <value>False where the platform's login lets people in: then no key does.</value>
    public bool EntersByKey => !platform.IsOn;

    /// <summary>A strict cookie stays at home when another site leads here; asked for again by ourselves, it comes along.</summary>
    public static bool MayBeInside(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "cross-site" && !request.Query.ContainsKey("again");
}
