using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>The shelf of a pool, the cards of its products, and what to order.</summary>
public sealed class StockApi(LookAtStock lookAtStock, ChangeCard changeCard, SuggestReorders suggestReorders, Pools pools) : IApiArea
{
    private const int MostLines = 1_000;

    private const int UsualLines = 200;

    /// <value>What no field takes.</value>
    private const string Unreadable = "\0";

    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("stock", StockCall.InPool(pools, ShelfAsync)),
        ApiRoute.Get("stock/product", StockCall.InPool(pools, ProductAsync)),
        ApiRoute.Post("stock/product", StockCall.InPool(pools, ChangeAsync)),
        ApiRoute.Get("stock/reorder", StockCall.InPool(pools, ReorderAsync)),
    ];

    /// <summary>Takes <c>q</c>, <c>low</c>, <c>packaging</c>, <c>after</c> and <c>limit</c>.</summary>
    private async Task<IResult> ShelfAsync(ApiCall call, PoolName pool)
    {
        if (LimitOf(call) is not { } limit)
        {
            return ApiCall.Lacks($"limit is not from 1 to {MostLines}.");
        }

        var (search, after) = (call.Query["q"].ToString().Trim(), call.Query["after"].ToString());
        var sheet = await lookAtStock.RunAsync(pool, call.Cancel);
        var found = sheet.Lines.Where(line => (search is "" || line.IsCalled(search)) && (call.Query["low"] != "true" || line.IsLow) && (call.Query["packaging"] != "true" || line.IsPackaging)).ToList();
        var page = found.Where(line => after is "" || string.CompareOrdinal(line.Sku.Value, after) > 0).Take(limit + 1).ToList();
        return ApiCall.Answer(new { Pool = pool.Value, Found = found.Count, Lines = page.Take(limit).Select(Told), Next = page.Count > limit ? page[limit - 1].Sku.Value : null });
    }

    private async Task<IResult> ProductAsync(ApiCall call, PoolName pool) => StockCall.SkuOf(call) is not { } sku ? ApiCall.Lacks(StockCall.LacksSku)
        : (await lookAtStock.RunAsync(pool, call.Cancel)).Lines.FirstOrDefault(line => line.Sku == sku) is { } line ? ApiCall.Answer(Told(line))
        : StockCall.Missing("product");

    /// <summary>Fields that are not sent stay as they are; an empty text or null empties one.</summary>
    private async Task<IResult> ChangeAsync(ApiCall call, PoolName pool) => StockCall.SkuOf(call) is not { } sku
        ? ApiCall.Lacks(StockCall.LacksSku)
        : await changeCard.RunAsync(pool, sku, field => TextOf(call.Body, CardText.HeadingOf(field)), call.Cancel) switch
        {
            CardAnswer.Saved(var card) => ApiCall.Answer(new { done = true, Sku = sku.Value, Card = Told(card) }),
            CardAnswer.Unread(var fields) => ApiCall.Lacks(string.Join(' ', fields.Select(field => $"{CardText.HeadingOf(field)} cannot be read. {CardText.RemedyOf(field)}"))),
            CardAnswer.CodeTaken(var other) => ApiCall.Answer(new { done = false, error = $"bar_code is what the product {other} has or is called; each code means one product." }, StatusCodes.Status409Conflict),
            CardAnswer.OthersAtWork => StockCall.Busy,
            var unknown => throw new InvalidOperationException($"No answer is written for {unknown}."),
        };

    private async Task<IResult> ReorderAsync(ApiCall call, PoolName pool)
    {
        var word = call.Query["level"].ToString();
        if (!Enum.TryParse<ServiceLevel>(word is "" ? nameof(ServiceLevel.NinetyFive) : word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var level) || !Enum.IsDefined(level))
        {
            return ApiCall.Lacks("level is none of ninety, ninety_five, ninety_seven_and_a_half, ninety_nine.");
        }

        var reorders = await suggestReorders.RunAsync(pool, level, call.Cancel);
        return ApiCall.Answer(new
        {
            Pool = pool.Value,
            Level = level,
            KnownDays = reorders.Demand.Days,
            NeededDays = ReorderPolicy.FewestDays,
            DaysCovered = ReorderPolicy.DaysCovered,
            Lines = reorders.Lines.Select(line => new { Sku = line.Product.Sku.Value, line.Product.Card?.Name, line.Product.Card?.Supplier, line.Reorder.Quantity, line.Reorder.Point, line.Reorder.Position, line.Reorder.Mean, line.Reorder.Deviation, line.Reorder.LeadDays, line.Reorder.Z, line.Reorder.IsSteady }),
            WithoutLeadTime = reorders.WithoutLeadTime.Select(line => line.Sku.Value),
        });
    }

    private static int? LimitOf(ApiCall call) => call.Query["limit"].ToString() is not { Length: > 0 } text ? UsualLines
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostLines ? limit : null;

    private static object Told(StockLine line) => new
    {
        Sku = line.Sku.Value,
        IsCounted = line.Item is not null,
        line.OnHand,
        line.Held,
        line.Free,
        line.Incoming,
        line.IsLow,
        Card = Told(line.Card ?? new ProductCard(line.Sku)),
    };

    private static object Told(ProductCard card) =>
        new { card.Name, card.Zone, card.Packaging, card.PerPackage, card.BarCode, card.SafetyStock, card.LeadDays, card.Supplier, WeightG = card.Weight, card.IsPackaging };

    private static string? TextOf(JsonElement body, string field) => WireFields.Names(body).Contains(field)
        ? body.Field(field).ValueKind switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Object or JsonValueKind.Array => Unreadable,
            _ => body.Text(field) ?? "",
        }
        : null;
}
