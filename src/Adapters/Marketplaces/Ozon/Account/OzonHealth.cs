using System.Globalization;
using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Account;

/// <summary>How the marketplace grades the seller: ratings, the error index, and the orders that hurt it.</summary>
internal sealed class OzonHealth(OzonClient client, TimeProvider time)
{
    /// <value>The index looks back so far.</value>
    private static readonly Duration Period = Duration.FromDays(14);

    private const int PageSize = 1000;
    private const int MaxNameLength = 120;

    public async Task<AccountHealth> ReadAsync(CancellationToken cancel)
    {
        var info = await client.ReadAsync(OzonMethods.ErrorIndex, new { }, cancel);
        var summary = await client.ReadAsync(OzonMethods.Ratings, new { }, cancel);
        return new AccountHealth(Number(info, "index") ?? Number(info.Field("result"), "index"), RatingsIn(summary), await DefectsAsync(cancel));
    }

    private static List<AccountRating> RatingsIn(JsonElement summary) =>
    [
        .. from page in (JsonElement[])[summary, summary.Field("result")]
           from @group in page.Items("groups")
           from item in @group.Items("items")
           let name = item.Text("name") ?? item.Text("rating")
           where name is not null
           select new AccountRating(Cut.ToLine(name, MaxNameLength), GradeOf(item.Text("status")), Number(item, "current_value")),
    ];

    private static RatingGrade GradeOf(string? status) => status?.ToUpperInvariant() switch
    {
        "OK" => RatingGrade.Fine,
        "WARNING" => RatingGrade.Warning,
        "CRITICAL" => RatingGrade.Critical,
        _ => RatingGrade.Unknown,
    };

    /// <remarks>One page: whoever has more has read enough.</remarks>
    private async Task<IReadOnlyList<OrderDefect>> DefectsAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var request = new { filter = new { date_from = now.Subtract(Period.ToTimeSpan()).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), date_to = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) }, limit = PageSize, cursor = "" };
        var page = ListPage.Read(await client.ReadAsync(OzonMethods.ErrorPostings, request, cancel), "errors");
        return [.. (page?.Elements ?? []).Select(DefectOf).OfType<OrderDefect>().OrderByDescending(defect => defect.At ?? Instant.MinValue)];
    }

    private static OrderDefect? DefectOf(JsonElement error) => error.Text("posting_number") is { } number
        ? new OrderDefect(
            Cut.ToLine(number, MaxNameLength),
            Cut.ToLine(error.Text("posting_error_type") ?? "", MaxNameLength),
            WireInstant.Read(error.Text("error_at")),
            WireMoney.Of(error.Text("charge_price") ?? error.Field("charge_price").Text("amount"), error.Text("charge_price_currency_code") ?? error.Field("charge_price").Text("currency")),
            error.Flag("has_grace_status") ?? false)
        : null;

    private static decimal? Number(JsonElement element, string name) =>
        decimal.TryParse(element.Text(name), WireFields.Decimals, CultureInfo.InvariantCulture, out var value) ? value : null;
}
