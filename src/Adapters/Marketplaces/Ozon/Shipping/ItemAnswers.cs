using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>Answers to moves of several postings: the whole is good however many were refused, and each has its own word.</summary>
internal static class ItemAnswers
{
    /// <returns>The word of the refusal; null where it was taken.</returns>
    /// <exception cref="MarketplaceUnreachableException">The answer does not speak of the posting.</exception>
    public static string? RefusalOf(JsonElement body, string number, string method)
    {
        var item = body.Items("result").FirstOrDefault(one => one.Text("posting_number") == number);
        if (item.ValueKind is not JsonValueKind.Object)
            throw new MarketplaceUnreachableException($"{method} brought an answer that does not speak of the posting");

        var error = ErrorOf(item.Field("error"));
        return item.Flag("result") is true && error is null ? null : error ?? "not taken";
    }

    /// <summary>Documented as text; seen as an empty list, and then it may be a list of words or of objects as well.</summary>
    private static string? ErrorOf(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Array => error.EnumerateArray().Select(ErrorOf).FirstOrDefault(word => word is not null),
        JsonValueKind.Object => error.Text("message") ?? error.Text("code"),
        _ => error.Text(),
    };
}
