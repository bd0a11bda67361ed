using Microsoft.AspNetCore.Http;
using ShipBy.Application.Preparing;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Orders;

/// <summary>The page of one order.</summary>
/// <param name="ShowsRecipient">Whether somebody asked to see whom it goes to; masked otherwise.</param>
/// <param name="Said">What the last form came to; null where there was none.</param>
public sealed record OrderModel(PageFrame Frame, OrderSheet Sheet, ShopClock Clock, bool ShowsRecipient, (string Says, bool IsGood)? Said)
{
    /// <value>What a form was sent with that could not be taken; empty where there was none.</value>
    public IFormCollection Typed { get; init; } = FormCollection.Empty;

    public Words Words => Frame.Words;

    public Order Order => Sheet.Order;

    public Preparation Done => Order.Preparation ?? Preparation.None;

    public IReadOnlyList<string> Checklist => Sheet.Checklist ?? Words.Prepare.Standard;

    /// <value>Lines of an address, or what can be seen of them; empty where the marketplace tells nothing.</value>
    internal IReadOnlyList<string> RecipientLines => Order.Recipient is { } to
        ? [.. new[] { to.Name, to.Phone, to.Address, string.Join(' ', new[] { to.PostalCode, to.City, to.Region }.Where(part => !string.IsNullOrWhiteSpace(part))), to.Country }
            .OfType<string>().Where(line => line.Length > 0).Select((line, index) => ShowsRecipient || index > 2 ? line : MaskedText.Of(line))]
        : [];
}
