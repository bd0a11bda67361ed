using Microsoft.AspNetCore.Http;
using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Orders;

/// <summary>The address of one order's page. Number and shop stand in the query, since they may hold any character.</summary>
internal static class OrderAddress
{
    public const string Path = "desk/order";

    /// <returns>Without the way to the folder of all.</returns>
    public static string Of(OrderKey order, string? said = null) =>
        Path + QueryString.Create([KeyValuePair.Create<string, string?>("shop", order.Shop), KeyValuePair.Create<string, string?>("number", order.Number), .. said is null ? Array.Empty<KeyValuePair<string, string?>>() : [KeyValuePair.Create<string, string?>("said", said)]]).ToUriComponent();

    public static OrderKey? Read(IQueryCollection query) =>
        query["shop"] is [{ Length: > 0 } shop] && query["number"] is [{ Length: > 0 } number] ? new OrderKey(shop, number) : null;
}
