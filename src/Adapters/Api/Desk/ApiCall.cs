using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>One request: what its body and its address say.</summary>
/// <param name="Body">An object; empty for GET.</param>
public sealed record ApiCall(JsonElement Body, IQueryCollection Query, CancellationToken Cancel)
{
    private const int LongestText = 400;

    /// <value>Who it is, in the caller's words.</value>
    public string By => Text("by") ?? "api";

    /// <value>The order that is named, in the body or in the address; null where none is.</value>
    public OrderKey? Order => Named("shop") is { } shop && Named("order") is { } number ? new OrderKey(shop, number) : null;

    public string? Text(string field) => Body.Text(field) is { Length: > 0 } text ? Cut.ToLine(text, LongestText) : null;

    public bool Flag(string field) => Body.Flag(field) ?? false;

    public TEnum? Word<TEnum>(string field)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(Text(field)?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : null;

    public IReadOnlyList<string> Texts(string field) => Body.Field(field) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];

    private string? Named(string field) => Text(field) ?? (Query[field] is [{ Length: > 0 } text] ? text : null);

    /// <param name="lacking">The field and the remedy.</param>
    internal static IResult Lacks(string lacking) => Answer(new { error = lacking }, StatusCodes.Status400BadRequest);

    internal static IResult Answer(object answer, int status = StatusCodes.Status200OK) => Results.Json(answer, ApiJson.Options, statusCode: status);

    /// <summary>What every change answers.</summary>
    /// <param name="done">False where there is no such thing that is open.</param>
    internal static IResult Done(bool done) => done ? Answer(new { done = true }) : Answer(new { done = false, error = "There is no such open order; look at the shop's name and the number." }, StatusCodes.Status404NotFound);

    internal static IResult LacksOrder => Lacks("shop and order are missing; name the shop as in the settings and the order's number.");
}
