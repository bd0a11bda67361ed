using Microsoft.AspNetCore.Http;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Access;

namespace ShipBy.Pages.Frame;

/// <summary>A request of somebody who has entered and may ask this.</summary>
/// <param name="Path">Of the route.</param>
/// <param name="Form">Empty for GET.</param>
/// <param name="Frame">What the page around the answer needs.</param>
public sealed record DeskCall(HttpRequest Request, string Path, DeskSession Session, IFormCollection Form, PageFrame Frame, CancellationToken Cancel)
{
    public IQueryCollection Query => Request.Query;

    /// <value>Who it is, in the seller's words.</value>
    public string By => Session.By is "" ? Frame.Words.Enter.Somebody : Session.By;

    /// <value>The order that a form names; null where it names none.</value>
    public OrderKey? Order => Form["shop"] is [{ Length: > 0 } shop] && Form["number"] is [{ Length: > 0 } number] ? new OrderKey(shop, number) : null;

    /// <summary>Leads the browser to a page of the desk.</summary>
    internal IResult To(string page) => new SeeOther(Frame.Root + page);
}
