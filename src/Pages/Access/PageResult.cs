using System.Text;
using Microsoft.AspNetCore.Http;

namespace ShipBy.Pages.Access;

/// <summary>A whole HTML document with its headers.</summary>
internal sealed class PageResult(int status, string html, string? nonce) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.Apply(response.Headers, nonce);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), httpContext.RequestAborted).AsTask();
    }
}
