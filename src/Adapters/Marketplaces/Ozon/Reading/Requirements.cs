using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Reading;

/// <summary>What the marketplace wants to know of the goods before a posting can be packed: lists of its product numbers, by what is wanted.</summary>
internal static class Requirements
{
    private static readonly Dictionary<string, (GoodsDatumKind Kind, string Words)> Known = new(StringComparer.Ordinal)
    {
        ["products_requiring_country"] = (GoodsDatumKind.Country, "the country of origin"),
        ["products_requiring_change_country"] = (GoodsDatumKind.Country, "another country of origin"),
        ["products_requiring_gtd"] = (GoodsDatumKind.Declaration, "the number of the customs declaration"),
        ["products_requiring_mandatory_mark"] = (GoodsDatumKind.Mark, "the mandatory mark of each unit"),
        ["products_requiring_rnpt"] = (GoodsDatumKind.Batch, "the batch number (RNPT)"),
        ["products_requiring_jw_uin"] = (GoodsDatumKind.Uin, "the jewellery number (UIN)"),
        ["products_requiring_jwn"] = (GoodsDatumKind.Uin, "the jewellery number (UIN)"),
        ["products_requiring_imei"] = (GoodsDatumKind.Imei, "the IMEI of each unit"),
        ["products_requiring_weight"] = (GoodsDatumKind.Weight, "the weight of each unit"),
    };

    /// <summary>The lists that are not empty, by name. An item may be a number or text; what is neither still asks for something.</summary>
    public static IReadOnlyList<(string List, IReadOnlyList<long> Products)> OpenIn(JsonElement posting)
    {
        var requirements = posting.Field("requirements");
        return
        [
            .. from name in WireFields.Names(requirements).Distinct()
               let items = requirements.Items(name)
               where items.Any(item => item.Whole() is not 0)
               select (name, (IReadOnlyList<long>)[.. items.Select(item => item.Whole()).OfType<long>().Where(product => product != 0)]),
        ];
    }

    /// <summary>What a list asks for; null where it is a new one.</summary>
    public static GoodsDatumKind? KindOf(string list) => Known.TryGetValue(list, out var known) ? known.Kind : null;

    /// <summary>What a list asks for, in words; its own name where it is a new one.</summary>
    public static string WordsOf(string list) => Known.TryGetValue(list, out var known) ? known.Words : list;

    /// <summary>One thing that may be asked for, in words.</summary>
    public static string WordsOf(GoodsDatumKind kind) => Known.Values.First(known => known.Kind == kind).Words;
}
