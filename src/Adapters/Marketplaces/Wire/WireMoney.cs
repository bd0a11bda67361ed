using System.Globalization;
using System.Text.Json;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Wire;

/// <summary>Money in its three styles: an object of amount and currency, decimal text beside a currency field, or a bare number beside one.</summary>
internal static class WireMoney
{
    /// <value>Minor units. A dearer product is a slip, and would overflow the value of its order.</value>
    private const decimal Most = 100_000_000_000;

    /// <summary>Reads <c>price</c> of a product. Null where amount or currency cannot be made out: an order can be kept without its price.</summary>
    public static Money? PriceOf(JsonElement product) => product.Field("price") switch
    {
        { ValueKind: JsonValueKind.Object } price => Of(price.Text("amount"), price.Text("currency") ?? price.Text("currency_code") ?? CurrencyOf(product)),
        var price => Of(price.Text(), CurrencyOf(product)),
    };

    /// <summary>Whole minor units; what is finer than them is rounded to the even neighbour.</summary>
    public static Money? Of(string? amount, string? currency)
    {
        if (currency is not { Length: 3 } || !currency.All(char.IsAsciiLetter)
            || !decimal.TryParse(amount, WireFields.Decimals, CultureInfo.InvariantCulture, out var value))
            return null;

        var code = currency.ToUpperInvariant();
        return Math.Abs(value) <= Most / Money.MinorUnitsOf(code) ? Money.Of(value, code) : null;
    }

    private static string? CurrencyOf(JsonElement product) => product.Text("currency_code") ?? product.Text("currency");
}
