using Microsoft.AspNetCore.Http;
using ShipBy.Application.Desk;

namespace ShipBy.Pages.Frame;

/// <summary>One address of the desk.</summary>
/// <param name="Method">GET changes nothing; POST has been held against its form token before it is answered.</param>
/// <param name="Path">Without the host's prefix, such as <c>desk/ship</c>; exact.</param>
/// <param name="Role">Who may, at least.</param>
public sealed record DeskRoute(string Method, string Path, DeskRole Role, Func<DeskCall, Task<IResult>> Answer)
{
    public static DeskRoute Get(string path, Func<DeskCall, Task<IResult>> answer, DeskRole role = DeskRole.Packer) => new(HttpMethods.Get, path, role, answer);

    public static DeskRoute Post(string path, Func<DeskCall, Task<IResult>> answer, DeskRole role = DeskRole.Packer) => new(HttpMethods.Post, path, role, answer);
}

/// <summary>A part of the desk: its pages and what their forms do.</summary>
public interface IDeskArea
{
    IReadOnlyList<DeskRoute> Routes { get; }
}
