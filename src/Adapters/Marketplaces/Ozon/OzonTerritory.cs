using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>Which of an account's postings are a shop's. An account with several warehouses is a shop for each of them, each with the pool of what lies there.</summary>
/// <param name="Own">The shop's warehouse; null: the account is one shop.</param>
/// <param name="OfOthers">Those of the account's other shops.</param>
/// <param name="IsHome">Whether postings of a warehouse that nobody named are this shop's: better on the wrong shelf than forgotten.</param>
internal sealed record OzonTerritory(long? Own, IReadOnlySet<long> OfOthers, bool IsHome)
{
    /// <summary>All of them.</summary>
    public static OzonTerritory Whole { get; } = new(null, new HashSet<long>(), IsHome: true);

    public bool Owns(Posting posting) => Own is null || posting.Warehouse == Own || (IsHome && !(posting.Warehouse is { } other && OfOthers.Contains(other)));

    public async IAsyncEnumerable<PostingPage> OursOf(IAsyncEnumerable<PostingPage> pages)
    {
        await foreach (var page in pages)
        {
            yield return Own is null ? page : new PostingPage([.. page.Postings.Where(Owns)], IsHome ? page.Unreadable : []);
        }
    }

    /// <summary>Each shop's part, in the order of <paramref name="shops"/>; the first of an account is its home.</summary>
    public static IReadOnlyList<OzonTerritory> Part(IReadOnlyList<OzonOptions> shops)
    {
        return [.. shops.Select(TerritoryOf)];

        OzonTerritory TerritoryOf(OzonOptions shop)
        {
            var account = shops.Where(other => other.IsSameAccount(shop)).ToList();
            return account.Count == 1 ? Whole : new OzonTerritory(shop.Warehouse, account.Where(other => other != shop).Select(other => other.Warehouse!.Value).ToHashSet(), account[0] == shop);
        }
    }
}
