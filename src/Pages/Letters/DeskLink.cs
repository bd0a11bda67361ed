using ShipBy.Domain.Orders;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Letters;

/// <summary>The one link of a mail.</summary>
internal static class DeskLink
{
    /// <returns>Null when <paramref name="publicUrl"/> is not an absolute http or https address.</returns>
    public static string? To(string publicUrl, OrderKey? order) =>
        Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? $"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/api/today{(order is null ? "" : "#" + OrderAnchor.Of(order))}"
            : null;
}
