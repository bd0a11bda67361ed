using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

public sealed class TaobaoListsTests
{
    private const string Changed = "taobao.trades.sold.increment.get";
    private const string ChangedRoot = "trades_sold_increment_get_response";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 12, 0);

    [Fact]
    public async Task APeriod_IsCountedOnce_AndReadFromItsLastPageToItsFirst()
    {
        await using var top = await FakeTop.StartAsync(call => call["use_has_next"] is null ? Counted(101) : Page(call));

        var read = await AllAsync(top.Shop().ChangedPostingsAsync(Now, Now - Duration.FromMinutes(10), Now, Cancel));

        Assert.Equal(["1 tid 1", "3 50", "2 50", "1 50"], top.Calls.Select(call => call["use_has_next"] is null ? $"{call["page_no"]} {call["fields"]} {call["page_size"]}" : $"{call["page_no"]} {call["page_size"]}"));
        Assert.Equal(["300", "200", "100"], read.SelectMany(page => page.Postings).Select(posting => posting.Key.Number));
        Assert.All(top.Calls, call => Assert.Equal(("2026-11-20 19:49:00", "2026-11-20 20:00:00"), (call["start_modified"], call["end_modified"])));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "1")]
    [InlineData(50, "1")]
    [InlineData(51, "2 1")]
    public async Task AsManyPages_AreRead_AsTheCountMakes(int total, string pages)
    {
        await using var top = await FakeTop.StartAsync(call => call["use_has_next"] is null ? Counted(total) : Page(call));

        await AllAsync(top.Shop().ChangedPostingsAsync(Now, Now - Duration.FromMinutes(10), Now, Cancel));

        Assert.Equal(pages, string.Join(' ', top.Calls.Where(call => call["use_has_next"] == "true").Select(call => call["page_no"])));
    }

    [Fact]
    public async Task WhatCameAfterTheCount_IsReadFirst()
    {
        await using var top = await FakeTop.StartAsync(call => call["use_has_next"] is null ? Counted(60) : Page(call, hasNext: call["page_no"] is "2" or "3"));

        await AllAsync(top.Shop().ChangedPostingsAsync(Now, Now - Duration.FromMinutes(10), Now, Cancel));

        Assert.Equal("2 3 4 1", string.Join(' ', top.Calls.Skip(1).Select(call => call["page_no"])));
    }

    [Fact]
    public async Task MoreThatShowsNothing_IsNoList()
    {
        await using var top = await FakeTop.StartAsync(call => call["use_has_next"] is null ? Counted(1) : Trades.Page(ChangedRoot, [], "\"has_next\":true"));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => AllAsync(top.Shop().ChangedPostingsAsync(Now, Now - Duration.FromMinutes(10), Now, Cancel)));
    }

    [Theory]
    [InlineData("""{"trades_sold_increment_get_response":{"request_id":"x"}}""", true)]
    [InlineData("""{"trades_sold_increment_get_response":{"trades":{"trade":[{"tid":1}]}}}""", false)]
    public async Task ACountWithoutATotal_IsNothingOrNoAnswer(string body, bool isEmpty)
    {
        await using var top = await FakeTop.StartAsync(_ => body);
        var pages = top.Shop().ChangedPostingsAsync(Now, Now - Duration.FromMinutes(10), Now, Cancel);

        if (isEmpty)
            Assert.Empty(await AllAsync(pages));
        else
            await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => AllAsync(pages));
    }

    [Fact]
    public async Task ALongGap_IsReadSliceBySlice_AndTheSlicesOverlap()
    {
        await using var top = await FakeTop.StartAsync(_ => Counted(0));

        await AllAsync(top.Shop().ChangedPostingsAsync(Now, Now - Duration.FromDays(2), Now, Cancel));

        var slices = top.Calls.Select(call => (From: Moment(call["start_modified"]), To: Moment(call["end_modified"]))).ToList();
        Assert.Equal(100, slices.Count);
        Assert.All(slices, slice => Assert.InRange((slice.To - slice.From).TotalMinutes, 1, 30));
        Assert.All(slices.Zip(slices.Skip(1)), two => Assert.Equal(1, (two.First.To - two.Second.From).TotalMinutes));
        Assert.Equal((Moment("2026-11-18 19:59:00"), Moment("2026-11-20 20:00:00")), (slices[0].From, slices[^1].To));
    }

    [Fact]
    public async Task WhatIsOlderThanThreeMonths_IsNotAskedFor()
    {
        await using var top = await FakeTop.StartAsync(_ => Counted(0));

        await AllAsync(top.Shop(new() { ["ChangesAtOnce"] = "1.00:00:00" }).ChangedPostingsAsync(Now, Now - Duration.FromDays(200), Now, Cancel));

        Assert.Equal(Moment("2026-08-23 19:59:00"), Moment(top.Calls.First()["start_modified"]));
    }

    [Fact]
    public async Task ATrade_IsReadOnceForEachOfItsStates()
    {
        var answers = new Dictionary<string, string[]>
        {
            ["2"] = [Trades.Numbered("1", "2026-11-20 19:50:00"), Trades.Numbered("2", "2026-11-20 19:51:00")],
            ["1"] = [Trades.Numbered("1", "2026-11-20 19:50:00"), Trades.Numbered("2", "2026-11-20 19:55:00")],
        };
        await using var top = await FakeTop.StartAsync(call => call["use_has_next"] is null ? Counted(51) : Trades.Page(ChangedRoot, answers[call["page_no"]!]));

        var read = await AllAsync(top.Shop().ChangedPostingsAsync(Now, Now - Duration.FromMinutes(10), Now, Cancel));

        Assert.Equal(["1", "2", "2"], read.SelectMany(page => page.Postings).Select(posting => posting.Key.Number));
    }

    [Fact]
    public async Task TheOpenList_AsksForEachOpenState_WithinThreeMonths()
    {
        await using var top = await FakeTop.StartAsync(call => call["status"] is "WAIT_SELLER_SEND_GOODS"
            ? Trades.Page("trades_sold_get_response", [Trades.Numbered("1"), "7", Trades.Numbered("2")], call["use_has_next"] is null ? "\"total_results\":2" : "\"has_next\":false")
            : """{"trades_sold_get_response":{"total_results":0}}""");

        var read = await AllAsync(top.Shop(time: new FakeTimeProvider(Now.ToDateTimeOffset())).OpenPostingsAsync(Now, Now + Duration.FromDays(60), Cancel));

        Assert.Equal(
            ["WAIT_SELLER_SEND_GOODS", "SELLER_CONSIGNED_PART", "PAID_FORBID_CONSIGN", "PAY_PENDING", "WAIT_BUYER_PAY"],
            top.Calls.Where(call => call["use_has_next"] is null).Select(call => call["status"]!));
        Assert.All(top.Calls, call => Assert.Equal(("taobao.trades.sold.get", "2026-08-23 20:00:00", "2026-11-20 20:00:00"), (call.Method, call["start_created"], call["end_created"])));
        Assert.Equal(["1", "2"], read.SelectMany(page => page.Postings).Select(posting => posting.Key.Number));
        Assert.Single(read.SelectMany(page => page.Unreadable));
    }

    private static string Counted(int total) => Trades.Page(ChangedRoot, total > 0 ? ["{\"tid\":1}"] : [], $"\"total_results\":{total}");

    private static string Page(FakeTop.Call call, bool hasNext = false) =>
        Trades.Page(ChangedRoot, [Trades.Numbered($"{call["page_no"]}00")], $"\"has_next\":{(hasNext ? "true" : "false")}");

    private static DateTime Moment(string? text) => DateTime.ParseExact(text!, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static async Task<List<PostingPage>> AllAsync(IAsyncEnumerable<PostingPage> pages)
    {
        var all = new List<PostingPage>();
        await foreach (var page in pages)
            all.Add(page);

        return all;
    }
}
