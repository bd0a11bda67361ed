using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using ShipBy.Pages.Access;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Frame;

/// <summary>Prints pages of the desk.</summary>
public sealed class FramePages(ComponentPress press)
{
    public async Task<IResult> PageAsync<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new PageResult(status, await press.PrintAsync<TPage>(model), nonce: null);

    /// <summary>A page that says one thing.</summary>
    public Task<IResult> NoticeAsync(PageFrame frame, int status, string notice) => PageAsync<NoticePage>(new NoticeModel(frame, notice), status);

    /// <summary>For a form that lacks something its page would have sent.</summary>
    public Task<IResult> LackingAsync(DeskCall call) => NoticeAsync(call.Frame, StatusCodes.Status400BadRequest, call.Frame.Words.Enter.FormExpired);

    /// <summary>For an address that names nothing we have.</summary>
    public Task<IResult> NotThereAsync(DeskCall call) => NoticeAsync(call.Frame, StatusCodes.Status404NotFound, call.Frame.Words.Frame.NotFound);
}

/// <summary>A page that says one thing, and leads on.</summary>
public sealed record NoticeModel(PageFrame Frame, string Notice);
