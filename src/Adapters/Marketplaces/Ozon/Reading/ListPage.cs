using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Ozon.Reading;

/// <summary>A page of a list as it came: the elements are looked at one by one, later.</summary>
/// <param name="SaysMore">What <c>has_next</c> says; null where the page has no such field.</param>
internal sealed record ListPage(IReadOnlyList<JsonElement> Elements, string? Cursor, bool? SaysMore)
{
    /// <value>Without <c>has_next</c> a cursor on a page that holds something means: ask again. Once too often costs a call, stopping too early an order.</value>
    public bool HasNext => SaysMore ?? (Cursor is not null && Elements.Count > 0);

    /// <summary>Takes the page as it is or out of its <c>result</c>, and the list under any of <paramref name="names"/>.</summary>
    /// <remarks>"Nothing" may be left out: an object without the list is an empty page, provided that it holds nothing that no page has.</remarks>
    /// <returns>Null when the body is no page.</returns>
    public static ListPage? Read(JsonElement body, params string[] names)
    {
        var page = body.Field("result") is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } wrapped ? wrapped : body;
        var list = page.ValueKind is JsonValueKind.Array ? page : names.Select(name => page.Field(name)).FirstOrDefault(field => field.IsThere());
        IReadOnlyList<JsonElement>? elements = list.ValueKind switch
        {
            JsonValueKind.Array => [.. list.EnumerateArray()],
            JsonValueKind.Undefined when page.ValueKind is JsonValueKind.Object && WireFields.Names(page).All(IsOfAPage) => [],
            _ => null,
        };
        if (elements is null)
            return null;

        return new ListPage(elements, page.Text("cursor") ?? body.Text("cursor"), page.Flag("has_next") ?? body.Flag("has_next"));
    }

    private static bool IsOfAPage(string name) =>
        name is "result" or "postings" or "products" or "items" or "cursor" or "has_next" or "count" or "total" or "total_items" or "last_id";

    /// <summary>Reads each element on its own.</summary>
    /// <inheritdoc cref="PostingReader.Read"/>
    public PostingPage ToPostings(string shop, KnownData? known = null)
    {
        var read = Elements.Select(element => PostingReader.Read(element, shop, known)).ToList();
        return new PostingPage([.. read.Select(one => one.Posting).OfType<Posting>()], [.. read.Select(one => one.Unreadable).OfType<UnreadablePosting>()]);
    }
}
