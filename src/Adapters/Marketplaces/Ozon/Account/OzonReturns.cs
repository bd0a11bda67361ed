using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Account;

/// <summary>What comes back: returns by the marketplace's own ways, and those that the seller takes back.</summary>
internal sealed class OzonReturns(OzonClient client)
{
    private const int PageSize = 500;

    /// <value>Whoever has more than this many pages in one question asks for too long a time.</value>
    private const int MostPages = 20;

    private const int MaxTextLength = 160;

    public async Task<IReadOnlyList<ReturnedGoods>> OfAsync(Instant changedSince, Instant now, CancellationToken cancel)
    {
        var own = await PagesAsync(
            OzonMethods.Returns,
            last => new { filter = new { return_schema = "FBS", visual_status_change_moment = new { time_from = changedSince.ToString(), time_to = now.ToString() } }, limit = PageSize, last_id = last },
            cancel);
        var bySeller = await PagesAsync(
            OzonMethods.SellerReturns,
            last => new { filter = new { created_at = new { from = changedSince.ToString(), to = now.ToString() } }, limit = PageSize, last_id = last },
            cancel);
        return [.. own.Select(Read), .. bySeller.Select(Read)];
    }

    private async Task<List<JsonElement>> PagesAsync(string method, Func<long, object> request, CancellationToken cancel)
    {
        var (rows, last) = (new List<JsonElement>(), 0L);
        for (var i = 0; i < MostPages; i++)
        {
            var body = await client.ReadAsync(method, request(last), cancel);
            var page = ListPage.Read(body, "returns") ?? throw new MarketplaceUnreachableException($"{method} brought something else than a list of returns");
            rows.AddRange(page.Elements);
            var next = page.Elements.Select(row => row.Whole("id") ?? row.Whole("return_id")).LastOrDefault();
            if (page.SaysMore is not true || next is null || next == last)
                return rows;

            last = next.Value;
        }

        return rows;
    }

    private static ReturnedGoods Read(JsonElement row) => new(
        Line(row.Text("posting_number")),
        Line(row.Field("product").Text("offer_id")),
        (int)Math.Clamp(row.Field("product").Whole("quantity") ?? 1, 0, int.MaxValue),
        Line(row.Text("type")) ?? "",
        Line(row.Field("visual").Field("status").Text("display_name") ?? row.Field("visual").Field("status").Text("sys_name") ?? row.Field("state").Text("state_name") ?? row.Field("state").Text("state")) ?? "",
        Line(row.Text("return_reason_name") ?? row.Field("return_reason").Text("name")),
        Line(row.Field("place").Text("name") ?? row.Field("place").Text("address")),
        WireInstant.Read(row.Field("visual").Text("change_moment") ?? row.Text("created_at")),
        WireInstant.Read(row.Field("storage").Text("tariffication_start_date")));

    private static string? Line(string? text) => text is null ? null : Cut.ToLine(text, MaxTextLength);
}
