using System.Globalization;
using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Tests.Kit;

/// <summary>The requests that the tests of the marketplace make again and again.</summary>
internal static class Postings
{
    public static string List(int limit = 100, string cursor = "", string more = "") =>
        $$"""{"filter":{"since":"{{Text(TestRun.Start)}}","to":"{{Text(TestRun.Start.AddDays(7))}}"{{more}}},"limit":{{limit}},"cursor":"{{cursor}}"}""";

    public static string Unfulfilled(int limit = 100, string cursor = "", string more = "") =>
        $$"""{"filter":{"cutoff_from":"{{Text(TestRun.Start)}}","cutoff_to":"{{Text(TestRun.Start.AddDays(7))}}"{{more}}},"limit":{{limit}},"cursor":"{{cursor}}"}""";

    public static IEnumerable<string> Numbers(JsonNode page) => page["postings"]!.AsArray().Select(posting => posting!["posting_number"]!.GetValue<string>());

    public static string Ship(string number, params (long Sku, int Quantity)[] lines) => new JsonObject
    {
        ["posting_number"] = number,
        ["packages"] = new JsonArray(new JsonObject
        {
            ["products"] = new JsonArray(lines.Select(line => (JsonNode)new JsonObject { ["product_id"] = line.Sku, ["quantity"] = line.Quantity }).ToArray()),
        }),
    }.ToJsonString();

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
