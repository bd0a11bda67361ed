using System.Web;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Desk;

/// <summary>A filter as named texts, as addresses of pages and of the API write it. What cannot be read does not filter.</summary>
/// <remarks>Addresses are logged on their way, and views are for everybody: what may name a buyer is never written.</remarks>
public static class FilterText
{
    public const string Shop = "shop", State = "state", Printed = "printed", Carrier = "carrier", Noted = "noted", Product = "product", Due = "due", Buyer = "buyer", Number = "number", Asked = "asked", Text = "q";

    private const int LongestText = 200;

    /// <param name="valueOf">The text of a name; empty where there is none.</param>
    public static OrderFilter Read(Func<string, string> valueOf)
    {
        return new OrderFilter
        {
            Shop = TextOf(Shop),
            State = Enum.TryParse<OrderState>(valueOf(State), out var state) && Enum.IsDefined(state) ? state : null,
            Printed = FlagOf(Printed),
            Carrier = TextOf(Carrier),
            Noted = FlagOf(Noted),
            Product = TextOf(Product),
            Due = Enum.TryParse<DueSpan>(valueOf(Due), out var due) && Enum.IsDefined(due) ? due : null,
            Buyer = TextOf(Buyer),
            Number = TextOf(Number),
            Asked = FlagOf(Asked),
            Text = TextOf(Text),
        };

        string? TextOf(string name) => valueOf(name).Trim() is { Length: > 0 and <= LongestText } text ? text : null;

        bool? FlagOf(string name) => valueOf(name) switch { "yes" => true, "no" => false, _ => null };
    }

    /// <param name="query">Without the question mark.</param>
    public static OrderFilter Read(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        return Read(name => values[name] ?? "");
    }

    /// <returns>Without the question mark; empty for a filter that lets everything through, but for what may name a buyer.</returns>
    public static string Write(OrderFilter filter)
    {
        (string Name, string? Value)[] fields =
        [
            (Shop, filter.Shop), (State, filter.State?.ToString()), (Printed, Flag(filter.Printed)), (Carrier, filter.Carrier), (Noted, Flag(filter.Noted)), (Product, filter.Product),
            (Due, filter.Due?.ToString()), (Number, filter.Number), (Asked, Flag(filter.Asked)),
        ];
        return string.Join('&', fields.Where(field => field.Value is not null).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}"));
    }

    private static string? Flag(bool? flag) => flag switch { true => "yes", false => "no", null => null };
}
