using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Ozon.Reading;

/// <summary>What the marketplace wants to know of the goods before a posting can be packed: lists of its product numbers, by what is wanted.</summary>
internal static class Requirements
{
    private const string Country = "products_requiring_country";
    private const string OtherCountry = "products_requiring_change_country";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [Country] = "the country of origin",
        [OtherCountry] = "another country of origin",
        ["products_requiring_gtd"] = "the number of the customs declaration",
        ["products_requiring_mandatory_mark"] = "the mandatory marks of each unit",
        ["products_requiring_rnpt"] = "the batch number (RNPT)",
        ["products_requiring_jw_uin"] = "the jewellery number (UIN)",
        ["products_requiring_jwn"] = "the jewellery number (UIN)",
        ["products_requiring_imei"] = "the IMEI of each unit",
        ["products_requiring_weight"] = "the weight",
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

    public static bool IsOfCountry(string list) => list is Country or OtherCountry;

    /// <summary>What a list asks for, in words; its own name where it is a new one.</summary>
    public static string WordsOf(string list) => Words.GetValueOrDefault(list, list);
}
