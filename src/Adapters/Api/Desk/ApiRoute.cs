using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>One call of the desk's API. Its file for readers is <c>docs/openapi.json</c>; a test holds one against the other.</summary>
/// <param name="Path">Below <c>/api/v1/</c>; exact.</param>
public sealed record ApiRoute(string Method, string Path, Func<ApiCall, Task<IResult>> Answer)
{
    public static ApiRoute Get(string path, Func<ApiCall, Task<IResult>> answer) => new(HttpMethods.Get, path, answer);

    public static ApiRoute Post(string path, Func<ApiCall, Task<IResult>> answer) => new(HttpMethods.Post, path, answer);
}

/// <summary>A part of the API.</summary>
public interface IApiArea
{
    IReadOnlyList<ApiRoute> Routes { get; }
}
