using ShipBy.Domain.Orders;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Letters;

/// <summary>The link of a mail to the page.</summary>
internal static class DeskLink
{
    /// <returns>Null when <paramref name="publicUrl"/> is not an absolute http or https address.</returns>
    public static string? To(string publicUrl, OrderKey? order) =>
        AddressOf(publicUrl) is { } address ? $"{address}/api/today{(order is null ? "" : "#" + OrderAnchor.Of(order))}" : null;

    /// <returns>The deployment's address without a slash at its end; null when <paramref name="publicUrl"/> is not an absolute http or https address.</returns>
    public static string? AddressOf(string publicUrl) =>
        Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : null;
}
