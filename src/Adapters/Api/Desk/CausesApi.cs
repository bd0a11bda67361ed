using System.Globalization;
using Microsoft.AspNetCore.Http;
using ShipBy.Application.Quality;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>Why orders were late or cancelled. A cause is confirmed by <c>orders/cause</c>.</summary>
public sealed class CausesApi(LookAtCauses lookAtCauses) : IApiArea
{
    private const int UsualDays = 30;

    private const int MostDays = 366;

    private const int MostListed = 500;

    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("quality/troubles", call => SheetAsync(call, sheet => new
        {
            sheet.First,
            sheet.Last,
            sheet.Shop,
            All = sheet.Cases.Count,
            Causes = sheet.Counts.Select(count => new { Cause = count.Kind, count.Confirmed, count.Proposed }),
            Orders = sheet.Cases.Take(MostListed).Select(Tell),
        })),
        ApiRoute.Get("quality/patterns", call => SheetAsync(call, sheet => new
        {
            sheet.First,
            sheet.Last,
            sheet.Shop,
            All = sheet.Cases.Count,
            Patterns = sheet.Patterns.Select(pattern => new { pattern.By, pattern.Value, pattern.Orders, pattern.Of, pattern.Groups, pattern.Cause }),
        })),
    ];

    /// <summary>Takes <c>shop</c> and <c>days</c>, both of which may be left out.</summary>
    private async Task<IResult> SheetAsync(ApiCall call, Func<CauseSheet, object> tell)
    {
        var asked = call.Query["days"].ToString();
        if (!int.TryParse(asked.Length == 0 ? UsualDays.ToString(CultureInfo.InvariantCulture) : asked, CultureInfo.InvariantCulture, out var days) || days is < 1 or > MostDays)
        {
            return ApiCall.Lacks($"days is no number from 1 to {MostDays}.");
        }

        var shop = call.Query["shop"] is [{ Length: > 0 } name] ? name : null;
        return await lookAtCauses.RunAsync(days, shop, call.Cancel) is { } sheet ? ApiCall.Answer(tell(sheet)) : ApiCall.Lacks("There is no such shop; name it as in the settings.");
    }

    private static object Tell(CauseCase one) => new
    {
        one.Order.Key.Shop,
        Order = one.Order.Key.Number,
        one.Order.OrderedAt,
        one.Order.Limit,
        one.Order.ShippedAt,
        one.Order.CancelledAt,
        one.Order.CancelledBy,
        LateMinutes = one.LateBy is { } late ? (long)late.TotalMinutes : (long?)null,
        Skus = one.Order.Products.Select(sku => sku.Value),
        one.Order.Carrier,
        one.Order.Region,
        Proposed = one.Order.Proposed is { } reason ? new { Cause = Domain.Quality.CauseReasons.KindOf(reason), Reason = reason, At = one.Order.ProposedAt } : null,
        Confirmed = one.Order.Cause is { } said ? new { Cause = said.Kind, said.By, said.At, said.Note } : null,
        Surcharge = one.Cost?.Surcharge?.Amount is { } amount ? new { amount.MinorUnits, amount.Currency } : null,
    };
}
