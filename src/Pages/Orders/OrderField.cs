using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Orders;

/// <summary>An order as one value of a form, and as the end of a field's name.</summary>
internal static class OrderField
{
    public static string Write(OrderKey order) => $"{Uri.EscapeDataString(order.Shop)}/{Uri.EscapeDataString(order.Number)}";

    public static OrderKey? Read(string? text) => text?.Split('/') is [{ Length: > 0 } shop, { Length: > 0 } number] ? new OrderKey(Uri.UnescapeDataString(shop), Uri.UnescapeDataString(number)) : null;
}
