using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Account;

/// <summary>Buyers' wishes to cancel what the seller delivers, as long as nobody has decided them.</summary>
internal sealed class OzonCancelRequests(OzonClient client, OzonOptions options, TimeProvider time)
{
    private const string Undecided = "ON_APPROVAL";

    private const int PageSize = 500;

    /// <value>Whoever has more wishes than so many pages hold has read enough.</value>
    private const int MostPages = 10;

    private const int MaxTextLength = 120;

    public async Task<IReadOnlyList<CancelRequest>> OpenAsync(CancellationToken cancel)
    {
        var (found, last, now) = (new Dictionary<long, CancelRequest>(), 0L, Instant.FromDateTimeOffset(time.GetUtcNow()));
        for (var i = 0; i < MostPages; i++)
        {
            var filters = new { state = Undecided };
            var body = await client.ReadAsync(OzonMethods.CancelRequests, last == 0 ? (object)new { filters, limit = PageSize } : new { filters, limit = PageSize, last_id = last }, cancel);
            var rows = RowsIn(body);
            foreach (var request in rows.Where(IsUndecided).Select(row => Read(row, now, Duration.FromTimeSpan(options.ReplyWithin))).OfType<CancelRequest>())
                found[request.Id] = request;

            var next = body.Whole("last_id") ?? body.Field("result").Whole("last_id") ?? 0;
            if (rows.Count < PageSize || next == 0 || next == last)
                break;

            last = next;
        }

        return [.. found.Values.OrderBy(request => request.DecideBy).ThenBy(request => request.Id)];
    }

    public Task DecideAsync(long request, bool isGranted, string? comment, CancellationToken cancel) =>
        client.SayOnceAsync(isGranted ? OzonMethods.GrantCancelRequest : OzonMethods.RejectCancelRequest, new { cancellation_id = request, comment = comment ?? "" }, cancel);

    public static IReadOnlyList<JsonElement> RowsIn(JsonElement body) => body switch
    {
        _ when body.Field("result") is { ValueKind: JsonValueKind.Array } => body.Items("result"),
        _ when body.Field("result") is { ValueKind: JsonValueKind.Object } wrapped => [.. wrapped.Items("result"), .. wrapped.Items("items")],
        { ValueKind: JsonValueKind.Object } when !body.Field("result").IsThere() => [],
        _ => throw new MarketplaceUnreachableException($"{OzonMethods.CancelRequests} brought something else than a list of wishes"),
    };

    /// <summary>The filter is not trusted alone; a word that is not there says nothing against it.</summary>
    public static bool IsUndecided(JsonElement row) => (row.Field("state").Text("state") ?? row.Text("state")) is null or Undecided;

    /// <param name="within">How long the seller has where the marketplace does not say.</param>
    /// <returns>Null where it has no number.</returns>
    public static CancelRequest? Read(JsonElement row, Instant now, Duration within)
    {
        if (row.Whole("cancellation_id") is not { } id)
            return null;

        var asked = WireInstant.Read(row.Text("cancelled_at")) ?? now;
        return new CancelRequest(
            id,
            Line(row.Text("posting_number")),
            asked,
            WireInstant.Read(row.Text("auto_approve_date")) ?? asked + within,
            Line(row.Field("cancellation_reason").Text("name")));
    }

    private static string? Line(string? text) => text is null ? null : Cut.ToLine(text, MaxTextLength);
}
