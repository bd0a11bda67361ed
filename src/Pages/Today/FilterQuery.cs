using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ShipBy.Application.Desk;
using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Today;

/// <summary>A filter as an address of the page writes it. What cannot be read does not filter.</summary>
internal static class FilterQuery
{
    public const string Shop = "shop", State = "state", Printed = "printed", Carrier = "carrier", Noted = "noted", Product = "product", Due = "due", Buyer = "buyer", Number = "number", Asked = "asked", Text = "q";

    private const int LongestText = 200;

    public static OrderFilter Read(IQueryCollection query) => Read(name => query[name].ToString());

    /// <param name="query">Without the question mark.</param>
    public static OrderFilter Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return Read(name => values.TryGetValue(name, out var value) ? value.ToString() : "");
    }

    private static OrderFilter Read(Func<string, string> valueOf)
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

    /// <returns>Without the question mark; empty for a filter that lets everything through.</returns>
    public static string Write(OrderFilter filter)
    {
        (string, string?)[] fields =
        [
            (Shop, filter.Shop), (State, filter.State?.ToString()), (Printed, Flag(filter.Printed)), (Carrier, filter.Carrier), (Noted, Flag(filter.Noted)), (Product, filter.Product),
            (Due, filter.Due?.ToString()), (Buyer, filter.Buyer), (Number, filter.Number), (Asked, Flag(filter.Asked)), (Text, filter.Text),
        ];
        return QueryString.Create(fields.Where(field => field.Item2 is not null).Select(field => KeyValuePair.Create(field.Item1, field.Item2))).ToUriComponent().TrimStart('?');
    }

    private static string? Flag(bool? flag) => flag switch { true => "yes", false => "no", null => null };
}
