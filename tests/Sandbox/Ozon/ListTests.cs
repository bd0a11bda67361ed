using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Ozon;

public sealed class ListTests
{
    private const string UnfulfilledList = "v4/posting/fbs/unfulfilled/list";
    private const string FullList = "v4/posting/fbs/list";

    [Theory]
    [InlineData(UnfulfilledList, 100, 3)]
    [InlineData(UnfulfilledList, 84, 3)]
    [InlineData(FullList, 100, 3)]
    [InlineData(FullList, 50, 5)]      // the last page is full, and still the last
    public async Task Pages_HoldEveryPostingOnce(string list, int limit, int pages)
    {
        using var folder = new TestFolder();
        await using var run = await AtTwentyAsync(folder, 250);
        var (numbers, cursor, count, more) = (new List<string>(), "", 0, true);
        while (more)
        {
            var page = (await run.CallAsync(list, list == FullList ? Postings.List(limit, cursor) : Postings.Unfulfilled(limit, cursor))).Json;
            numbers.AddRange(Postings.Numbers(page));
            (cursor, more) = (page["cursor"]!.GetValue<string>(), page["has_next"]!.GetValue<bool>());
            count++;
        }

        Assert.Equal(pages, count);
        Assert.Equal(250, numbers.Count);
        Assert.Equal(250, numbers.Distinct().Count());
    }

    [Fact]
    public async Task Pages_AreSortedByDeadline_AndTurnRoundWhenAsked()
    {
        using var folder = new TestFolder();
        await using var run = await AtTwentyAsync(folder, 5);

        var up = (await run.CallAsync(UnfulfilledList, Postings.Unfulfilled())).Json;
        var down = (await run.CallAsync(UnfulfilledList, Postings.Unfulfilled().Insert(1, "\"sort_dir\":\"desc\","))).Json;

        Assert.Equal(["o4-s1", "o3-s1", "o2-s1", "o1-s1", "o0-s1"], Postings.Numbers(up));
        Assert.Equal(Postings.Numbers(up).Reverse(), Postings.Numbers(down));
        Assert.Equal(5, up["count"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(UnfulfilledList, """{"limit":1}""", "either filter.cutoff or filter.delivering_date must be specified")]
    [InlineData(UnfulfilledList, """{"limit":1,"filter":{"cutoff_from":"2026-11-23T00:00:00Z"}}""", "either filter.cutoff or filter.delivering_date must be specified")]
    [InlineData(UnfulfilledList, """{"limit":1,"filter":{"cutoff_from":"2026-11-23T00:00:00Z","cutoff_to":"2026-11-24T00:00:00Z","delivering_date_from":"2026-11-23T00:00:00Z","delivering_date_to":"2026-11-24T00:00:00Z"}}""", "the mismatch between cutoff & delivery date")]
    [InlineData(UnfulfilledList, """{"limit":1,"filter":{"cutoff_from":"2026-11-23T00:00:00Z","cutoff_to":"2027-11-25T00:00:00Z"}}""", "PERIOD_IS_TOO_LONG")]
    [InlineData(UnfulfilledList, """{"limit":1,"filter":[]}""", "proto: syntax error (line 1:1): unexpected token [")]
    [InlineData(UnfulfilledList, """{"limit":1,"filter":{"cutoff_from":"yesterday","cutoff_to":"2026-11-24T00:00:00Z"}}""", "proto: syntax error (line 1:1): invalid google.protobuf.Timestamp value \"yesterday\"")]
    [InlineData(UnfulfilledList, """{"limit":0,"filter":{"cutoff_from":"2026-11-23T00:00:00Z","cutoff_to":"2026-11-24T00:00:00Z"}}""", "invalid Request.Limit: value must be inside range [1, 100]")]
    [InlineData(UnfulfilledList, """{"limit":101,"filter":{"cutoff_from":"2026-11-23T00:00:00Z","cutoff_to":"2026-11-24T00:00:00Z"}}""", "invalid Request.Limit: value must be inside range [1, 100]")]
    [InlineData(UnfulfilledList, """{"limit":1,"cursor":"x","filter":{"cutoff_from":"2026-11-23T00:00:00Z","cutoff_to":"2026-11-24T00:00:00Z"}}""", "invalid cursor")]
    [InlineData(FullList, """{"limit":1,"filter":{"since":"2026-11-23T00:00:00Z"}}""", "invalid Request.Filter: since and to are required")]
    [InlineData(FullList, """{"limit":1,"filter":{"since":"2026-11-23T00:00:00Z","to":"2026-12-24T00:00:01Z"}}""", "PERIOD_IS_TOO_LONG")]
    [InlineData(FullList, """{"limit":1,"filter":{"since":"2026-11-23T00:00:00Z","to":"2026-11-22T00:00:00Z"}}""", "invalid period: the end is before the start")]
    [InlineData(FullList, "[]", "proto: syntax error (line 1:1): unexpected token [")]
    [InlineData(FullList, "{", "proto: syntax error (line 1:1): unexpected end of input")]
    public async Task Lists_Refuse_WhatTheMarketplaceRefuses(string list, string request, string message)
    {
        using var folder = new TestFolder();
        await using var run = await AtTwentyAsync(folder, 1);

        var reply = await run.CallAsync(list, request);

        Assert.Equal((400, 3, message), (reply.Status, reply.Json["code"]!.GetValue<int>(), reply.Message));
    }

    [Theory]
    [InlineData(UnfulfilledList, """{"limit":100,"offset":5,"filter":{"delivering_date_from":"2026-11-23T00:00:00Z","delivering_date_to":"2026-11-24T00:00:00Z"}}""", 0)]
    [InlineData(UnfulfilledList, """{"limit":100,"filter":{"cutoff_from":"2026-11-23T00:00:00Z","cutoff_to":"2027-11-23T00:00:00Z"},"with":{}}""", 3)]
    [InlineData(FullList, """{"limit":"100","filter":{"since":"2026-11-23T00:00:00Z","to":"2026-12-24T00:00:00Z","warehouse_ids":["1020005000000001"]}}""", 3)]
    [InlineData(FullList, """{"limit":100,"filter":{"since":"2026-11-23T00:00:00Z","to":"2026-11-24T00:00:00Z","warehouse_ids":[7]}}""", 0)]
    [InlineData(FullList, """{"limit":100,"filter":{"since":"2026-11-23T00:00:00Z","to":"2026-11-24T00:00:00Z","statuses":["cancelled"]}}""", 0)]
    [InlineData(FullList, """{"limit":100,"filter":{"since":"2026-11-23T00:00:00Z","to":"2026-11-24T00:00:00Z","order_numbers":["o1"]}}""", 1)]
    [InlineData(FullList, """{"limit":100,"filter":{"since":"2026-11-23T00:00:00Z","to":"2026-11-24T00:00:00Z","last_changed_status_date":{"from":"2026-11-23T00:00:11Z"}}}""", 0)]
    [InlineData(FullList, """{"limit":100,"filter":{"since":"2026-11-23T00:00:11Z","to":"2026-11-24T00:00:00Z"}}""", 0)]
    public async Task Lists_Filter(string list, string request, int found)
    {
        using var folder = new TestFolder();
        await using var run = await AtTwentyAsync(folder, 3);

        var reply = await run.CallAsync(list, request);

        Assert.Equal((200, found), (reply.Status, reply.Json["postings"]!.AsArray().Count));
    }

    [Fact]
    public async Task Cursor_BelongsToItsFilter()
    {
        using var folder = new TestFolder();
        await using var run = await AtTwentyAsync(folder, 3);
        var cursor = (await run.CallAsync(FullList, Postings.List(1))).Json["cursor"]!.GetValue<string>();

        var other = await run.CallAsync(FullList, Postings.List(1, cursor, ",\"statuses\":[\"delivering\"]"));

        Assert.Equal((400, "cursor does not belong to this filter"), (other.Status, other.Message));
    }

    /// <summary>So many orders came at second 10; the later their number, the sooner their limit.</summary>
    private static async Task<TestRun> AtTwentyAsync(TestFolder folder, int orders)
    {
        var rows = Enumerable.Range(0, orders).Select(n => OrderRows.Row($"o{n}", limit: $"2018-03-{1 + (499 - n) / 20:00} {(499 - n) % 20:00}:00:00"));
        var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder, OrderRows.Write(folder, rows)));
        await run.GoToAsync(20);
        return run;
    }
}
