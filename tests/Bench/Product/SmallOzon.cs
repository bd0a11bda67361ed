using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ShipBy.Bench.Product;

/// <summary>A marketplace on loopback that answers at once: every posting that it is asked for is new and open, one line of one product, and its lists are empty.</summary>
internal sealed class SmallOzon : IAsyncDisposable
{
    private const string NoPostings = """{"has_next":false,"cursor":"","postings":[]}""";

    private readonly WebApplication _web;

    private SmallOzon(WebApplication web) => _web = web;

    public Uri Address => new(_web.Urls.Single());

    public static async Task<SmallOzon> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.MapPost("/v3/posting/fbs/get", (JsonElement asked) => Json($$"""{"result":{{Posting(asked.GetProperty("posting_number").GetString()!)}}}"""));
        web.MapPost("/v4/posting/fbs/unfulfilled/list", () => Json(NoPostings));
        web.MapPost("/v4/posting/fbs/list", () => Json(NoPostings));
        web.MapPost("/v2/product/info/stocks-by-warehouse/fbs", () => Json(
            """{"products":[{"offer_id":"A-1","present":1000000,"reserved":0,"warehouse_id":1}],"has_next":false,"cursor":""}"""));
        web.MapPost("/v1/roles", () => Json("""{"roles":[]}"""));
        await web.StartAsync();
        return new SmallOzon(web);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static IResult Json(string body) => Results.Content(body, "application/json");

    private static string Posting(string number)
    {
        var (began, deadline) = (DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddDays(3));
        return $$$"""
            {"posting_number":"{{{number}}}","order_id":1,"status":"awaiting_packaging","in_process_at":"{{{Text(began)}}}","shipment_date":"{{{Text(deadline)}}}",
            "delivery_method":{"tpl_provider":"P"},"products":[{"sku":900000001,"offer_id":"A-1","name":"N","quantity":2,"price":{"amount":"1530","currency":"RUB"}}],
            "cancellation":{"cancel_reason_id":0,"cancelled_after_ship":false}}
            """;
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
