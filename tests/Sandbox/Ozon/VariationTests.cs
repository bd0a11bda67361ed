using System.Text.Json;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Ozon;

public sealed class VariationTests
{
    [Fact]
    public async Task Postings_VaryInTheHarmlessWaysOfTheRealOnes()
    {
        using var folder = new TestFolder();
        var rows = Enumerable.Range(0, 100).Select(n => OrderRows.Row($"o{n}"));
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder, OrderRows.Write(folder, rows)) with { Variations = true });
        await run.GoToAsync(20);
        var pages = new List<JsonObject>();
        for (var i = 0; i < 40; i++)
        {
            pages.Add((await run.CallAsync("v4/posting/fbs/list", Postings.List())).Json.AsObject());
        }

        var wrapped = pages.Count(page => page.ContainsKey("result"));
        Assert.InRange(wrapped, 1, 39);
        var postings = (pages[0]["result"] ?? pages[0])["postings"]!.AsArray().Select(posting => posting!.AsObject()).ToArray();
        Assert.Equal(100, postings.Length);
        BothKinds(postings, posting => posting["order_id"]!.GetValueKind() is JsonValueKind.String);
        BothKinds(postings, posting => posting.ContainsKey("barcodes"));
        BothKinds(postings, posting => posting.ContainsKey("tracking_number"));
        BothKinds(postings, posting => posting["tracking_number"] is null);
        BothKinds(postings, posting => posting["shipment_date"]!.ToString().EndsWith("000000Z", StringComparison.Ordinal));
        BothKinds(postings, posting => posting["shipment_date_without_delay"] is null);
        BothKinds(postings, posting => posting["requirements"]!.AsObject().Count == 8);
        BothKinds(postings, posting => posting["tariffication_steps"] is { } steps && steps[1]!["tariff_deadline_at"]!.ToString().StartsWith("9999", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_DiffersFromTheList_AsTheVersionsDo()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder, OrderRows.Write(folder, OrderRows.Row("a/1#,2 %", items: "p/1 x -1"))));
        await run.GoToAsync(20);

        var listed = (await run.CallAsync("v4/posting/fbs/list", Postings.List())).Json["postings"]![0]!;
        var single = await run.PostingAsync("a/1#,2 %-s1");

        Assert.Equal("990", listed["products"]![0]!["price"]!["amount"]!.ToString());
        Assert.Equal("990.0000 RUB", $"{single["products"]![0]!["price"]} {single["products"]![0]!["currency_code"]}");
        Assert.Equal((JsonValueKind.String, JsonValueKind.Object), (listed["prr_option"]!.GetValueKind(), single["prr_option"]!.GetValueKind()));
        Assert.Equal(("p/1", -1), (single["products"]![0]!["offer_id"]!.ToString(), single["products"]![0]!["quantity"]!.GetValue<int>()));
        Assert.Equal("fbs", listed["delivery_schema"]!.ToString());
    }

    [Fact]
    public async Task GetByBarcode_FindsThePosting_ByWhatItsLabelSays()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder, OrderRows.Write(folder, OrderRows.Row("o"))));
        await run.GoToAsync(20);
        var posting = (await run.CallAsync("v4/posting/fbs/list", Postings.List().Insert(1, "\"with\":{\"barcodes\":true},"))).Json["postings"]![0]!;

        var found = await run.CallAsync("v2/posting/fbs/get-by-barcode", $$"""{"barcode":"{{posting["barcodes"]!["upper_barcode"]}}"}""");

        Assert.Equal("o-s1", found.Json["result"]!["posting_number"]!.ToString());
    }

    private static void BothKinds(JsonObject[] postings, Func<JsonObject, bool> kind) => Assert.InRange(postings.Count(kind), 1, postings.Length - 1);
}
