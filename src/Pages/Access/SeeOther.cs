using Microsoft.AspNetCore.Http;

namespace ShipBy.Pages.Access;

/// <summary>Leads the browser from a form to a page, so that reloading sends nothing twice.</summary>
/// <param name="where">Relative to the page that was asked for: the desk works under any route prefix.</param>
/// <param name="session">Signs the browser in; null leaves its cookie as it is.</param>
internal sealed class SeeOther(string where, string? session = null, bool secure = false) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.Apply(response.Headers, nonce: null);
        if (session is not null)
        {
            response.Cookies.Append(DeskCookie.Name, session, DeskCookie.Options(secure));
        }

        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = where;
        return Task.CompletedTask;
    }
}
