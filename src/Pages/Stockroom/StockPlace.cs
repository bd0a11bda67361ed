using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Access;

namespace ShipBy.Pages.Stockroom;

/// <summary>Addresses of the stockroom's pages, and what their forms have in common.</summary>
internal static class StockPlace
{
    public const string Stock = "desk/stock", Product = "desk/stock/product", Count = "desk/stock/count", Taking = "desk/stock/taking", Purchases = "desk/stock/purchases", Purchase = "desk/stock/purchase", Reorder = "desk/stock/reorder";

    /// <summary>The pool that a request names, or the first of all.</summary>
    /// <returns>Null where it names one that is not there.</returns>
    public static PoolName? PoolOf(Pools pools, IEnumerable<string?> named) =>
        named.FirstOrDefault() is { Length: > 0 } name ? pools.Shown.FirstOrDefault(pool => pool.Value == name) : pools.Shown is [var first, ..] ? first : null;

    public static string At(string path, PoolName pool, params (string Name, string? Value)[] more) =>
        path + QueryString.Create([KeyValuePair.Create("pool", (string?)pool.Value), .. more.Select(one => KeyValuePair.Create(one.Name, one.Value))]).ToUriComponent();

    /// <returns>One line; null where nothing is written, or more than fits.</returns>
    public static string? TextOf(IFormCollection form, string name) => DeskForm.TextOf(form, name, ProductCard.LongestText);

    /// <returns>Null where no number of a possible size stands there.</returns>
    public static int? NumberOf(string? text, int most) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    /// <summary>Numbers that stand beside products.</summary>
    /// <param name="prefix">Of the fields.</param>
    /// <param name="known">Products that the page may have shown.</param>
    /// <returns>No product where it is known no more.</returns>
    public static IEnumerable<(Sku? Sku, string Text)> FieldsOf(IFormCollection form, string prefix, IEnumerable<Sku> known)
    {
        var names = known.ToDictionary(sku => Field(prefix, sku));
        return form.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && form[name].ToString().Trim() is not "").Select(name => (names.GetValueOrDefault(name), form[name].ToString().Trim()));
    }

    /// <remarks>An article number may be longer than the name of a field.</remarks>
    public static string Field(string prefix, Sku sku) => prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sku.Value)))[..32];
}
