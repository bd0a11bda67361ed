using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Reading;

/// <summary>What the settings say of all goods of a shop, so that nobody has to say it of an order.</summary>
/// <param name="Country">Where they come from; null where they come from several countries.</param>
/// <param name="Absent">Numbers that none of them has.</param>
internal sealed record KnownData(string? Country, IReadOnlyList<GoodsDatumKind> Absent)
{
    public static KnownData Nothing { get; } = new(null, []);

    /// <summary>Whether what a list asks for is known, so that no person is needed for it.</summary>
    public bool Answers((string List, IReadOnlyList<long> Products) asked) => asked.Products.Count > 0 && Requirements.KindOf(asked.List) switch
    {
        GoodsDatumKind.Country => Country is not null,
        { } kind => Absent.Contains(kind),
        null => false,
    };
}
