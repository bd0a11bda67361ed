using Microsoft.AspNetCore.Http;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>What calls about the stockroom have in common.</summary>
internal static class StockCall
{
    public const string LacksPool = "pool is unknown; name one of the settings, or leave it out where there is only one.";

    public const string LacksSku = "sku is missing or longer than 250 signs.";

    public const string LacksId = "id is missing or no UUID; draw one for each new thing, and send the same again where no answer came.";

    /// <summary>Answers for the pool that is named in the body or in the address; without a name, for the first.</summary>
    public static Func<ApiCall, Task<IResult>> InPool(Pools pools, Func<ApiCall, PoolName, Task<IResult>> answer) => call =>
    {
        var name = Named(call, "pool");
        return (name is null ? (pools.Shown is [var first, ..] ? first : null) : pools.Shown.FirstOrDefault(pool => pool.Value == name)) is { } pool ? answer(call, pool) : Task.FromResult(ApiCall.Lacks(LacksPool));
    };

    public static string? Named(ApiCall call, string field) => call.Text(field) ?? (call.Query[field].ToString() is { Length: > 0 } text ? text : null);

    public static Guid? IdOf(ApiCall call, string field = "id") => Guid.TryParse(Named(call, field), out var id) ? id : null;

    public static Sku? SkuOf(ApiCall call) => Named(call, "sku") is { Length: <= Sku.MaxLength } text && text.Trim().Length > 0 ? Sku.Parse(text) : null;

    /// <summary>Units by product, from <c>lines</c>; each line has a <c>code</c> and <c>units</c>, and what is said of a product twice is added up.</summary>
    /// <param name="find">The product that a code means; null where it means none.</param>
    /// <param name="least">Units of one line.</param>
    /// <returns>Null, with the remedy, where a line cannot be read or there are too many.</returns>
    public static (IReadOnlyDictionary<Sku, int>? Units, string Lacking) LinesOf(ApiCall call, Func<string, Sku?> find, int least, int most)
    {
        var units = new Dictionary<Sku, int>();
        foreach (var (index, line) in call.Body.Items("lines").Index())
        {
            if (line.Text("code") is not { } code || find(code) is not { } sku)
            {
                return (null, $"lines[{index}].code names no product; send its article number or bar code.");
            }

            if (line.Whole("units") is not { } number || number < least || number > ProductCard.MostUnits - units.GetValueOrDefault(sku))
            {
                return (null, $"lines[{index}].units is missing or not from {least} to {ProductCard.MostUnits}.");
            }

            units[sku] = units.GetValueOrDefault(sku) + (int)number;
        }

        return units.Count == 0 || units.Count > most ? (null, $"lines is missing, or names no or more than {most} products; send {{\"lines\": [{{\"code\": \"...\", \"units\": 1}}]}}.") : (units, "");
    }

    public static IResult Busy => ApiCall.Answer(new { done = false, error = "Others were at work in the pool all the time; send the same again." }, StatusCodes.Status409Conflict);

    public static IResult Missing(string what) => ApiCall.Answer(new { done = false, error = $"There is no such {what}; look at its id and the pool." }, StatusCodes.Status404NotFound);
}
