using System.Security.Cryptography;
using System.Text;
using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Rendering;

/// <summary>The place of an order on the page, as links name it. A digest, because a number may hold any character.</summary>
public static class OrderAnchor
{
    public static string Of(OrderKey order) =>
        "o-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(order.Shop + "\n" + order.Number)).AsSpan(0, 8));
}
