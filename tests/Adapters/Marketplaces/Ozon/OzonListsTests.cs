using System.Text.Json;
using NodaTime;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public class OzonListsTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenPostings_FollowTheCursor_UntilThereIsNoMore()
    {
        await using var ozon = await FakeOzon.StartAsync(
            (200, Sample.Page([Sample.Numbered("1"), Sample.Numbered("2")], "c1", "true")),
            (200, Sample.Page([Sample.Numbered("3")], "c2", "\"true\"")),
            (200, Sample.Page([], "c3")));

        var pages = await OpenAsync(ozon);

        Assert.Equal(["1", "2", "3"], pages.SelectMany(page => page.Postings).Select(posting => posting.Key.Number));
        Assert.Equal(["", "c1", "c2"], ozon.Calls.Select(call => call.Cursor));
        Assert.All(ozon.Calls, call => Assert.Equal(("/v4/posting/fbs/unfulfilled/list", TestShop.ClientId, TestShop.Key), (call.Path, call.ClientId, call.ApiKey)));
        var first = ozon.Calls.First().Body;
        Assert.Equal(100, first.GetProperty("limit").GetInt32());
        Assert.Equal(["cutoff_from", "cutoff_to"], first.GetProperty("filter").EnumerateObject().Select(field => field.Name));
        Assert.Equal("2026-11-20T12:00:00Z", first.GetProperty("filter").GetProperty("cutoff_from").GetString());
    }

    [Fact]
    public async Task OpenPostings_GiveEachPostingOnce_ThoughPagesShift()
    {
        await using var ozon = await FakeOzon.StartAsync(
            (200, Sample.Page([Sample.Numbered("1"), Sample.Numbered("2")], "c1", "true")),
            (200, Sample.Page([Sample.Numbered("2"), Sample.Numbered("3")])));

        var pages = await OpenAsync(ozon);

        Assert.Equal(["1", "2", "3"], pages.SelectMany(page => page.Postings).Select(posting => posting.Key.Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("c1")]
    public async Task OpenPostings_EndInAFault_WhenTheCursorStandsStill(string second)
    {
        await using var ozon = await FakeOzon.StartAsync(
            (200, Sample.Page([Sample.Numbered("1")], "c1", "true")),
            (200, Sample.Page([Sample.Numbered("2")], second, "true")));
        var read = new List<string>();

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(async () =>
        {
            await foreach (var page in ozon.Shop().OpenPostingsAsync(Sample.Now, Sample.Now + Duration.FromDays(60), Cancel))
                read.AddRange(page.Postings.Select(posting => posting.Key.Number));
        });

        Assert.Equal(["1", "2"], read);
        Assert.Equal(2, ozon.Calls.Count);
    }

    [Fact]
    public async Task OpenPostings_GoOn_PastElementsThatCannotBeRead()
    {
        await using var ozon = await FakeOzon.StartAsync(
            (200, Sample.Page([Sample.Numbered("1"), "null", "7", "{\"status\":\"delivering\"}", Sample.Posting("\"quantity\":2", "\"quantity\":-1"), Sample.Numbered("3")])));

        var page = Assert.Single(await OpenAsync(ozon));

        Assert.Equal(["1", Sample.Number, "3"], page.Postings.Select(posting => posting.Key.Number));
        Assert.Equal(3, page.Unreadable.Count);
    }

    [Fact]
    public async Task OpenPostings_AskForAYearAtATime()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Sample.Page([])));

        await foreach (var _ in ozon.Shop().OpenPostingsAsync(Sample.Now, Sample.Now + Duration.FromDays(366), Cancel))
        {
        }

        Assert.Equal(
            ["2026-11-20T12:00:00Z..2027-11-20T12:00:00Z", "2027-11-20T12:00:00Z..2027-11-21T12:00:00Z"],
            ozon.Calls.Select(call => Window(call.Body, "cutoff_from", "cutoff_to")));
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(90, 3)]
    public async Task ChangedPostings_AreAskedFor_ByThirtyDays(int days, int calls)
    {
        await using var ozon = await FakeOzon.StartAsync((200, Sample.Page([Sample.Numbered("1")])));

        var read = await ChangedAsync(ozon, days);

        Assert.Equal(["1"], read);
        Assert.Equal(calls, ozon.Calls.Count);
        Assert.All(ozon.Calls, call => Assert.Equal("/v4/posting/fbs/list", call.Path));
        var change = ozon.Calls.First().Body.GetProperty("filter").GetProperty("last_changed_status_date");
        Assert.Equal(("2026-11-20T11:00:00Z", "2026-11-20T12:00:00Z"), (change.GetProperty("from").GetString(), change.GetProperty("to").GetString()));
    }

    [Fact]
    public async Task ChangedPostings_HalveThePeriod_ThatIsTooLong()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) => TooLong(call, 8)
            ? context.Response.AnswerAsync(400, """{"code":3,"message":"PERIOD_IS_TOO_LONG","details":[]}""")
            : context.Response.AnswerAsync(200, Sample.Page([Sample.Numbered(Window(call.Body, "since", "to"))])));

        var read = await ChangedAsync(ozon, 28);

        Assert.Equal(
            ["2026-10-23T12:00:00Z..2026-10-30T12:00:00Z", "2026-10-30T12:00:00Z..2026-11-06T12:00:00Z",
             "2026-11-06T12:00:00Z..2026-11-13T12:00:00Z", "2026-11-13T12:00:00Z..2026-11-20T12:00:00Z"],
            read);
    }

    [Fact]
    public async Task ChangedPostings_GiveUp_WhenEvenAnHourIsTooLong()
    {
        await using var ozon = await FakeOzon.StartAsync((400, """{"code":3,"message":"PERIOD_IS_TOO_LONG"}"""));

        var refused = await Assert.ThrowsAsync<MarketplaceRefusedException>(() => ChangedAsync(ozon, 1));

        Assert.Equal("PERIOD_IS_TOO_LONG", refused.Code);
    }

    private static bool TooLong(FakeOzon.Call call, int days)
    {
        var filter = call.Body.GetProperty("filter");
        return filter.GetProperty("to").GetDateTimeOffset() - filter.GetProperty("since").GetDateTimeOffset() > TimeSpan.FromDays(days);
    }

    private static string Window(JsonElement body, string from, string to)
    {
        var filter = body.GetProperty("filter");
        return $"{filter.GetProperty(from).GetString()}..{filter.GetProperty(to).GetString()}";
    }

    private static async Task<List<PostingPage>> OpenAsync(FakeOzon ozon)
    {
        var pages = new List<PostingPage>();
        await foreach (var page in ozon.Shop().OpenPostingsAsync(Sample.Now, Sample.Now + Duration.FromDays(60), Cancel))
            pages.Add(page);

        return pages;
    }

    private static async Task<List<string>> ChangedAsync(FakeOzon ozon, int days)
    {
        var numbers = new List<string>();
        await foreach (var page in ozon.Shop().ChangedPostingsAsync(Sample.Now - Duration.FromDays(days), Sample.Now - Duration.FromHours(1), Sample.Now, Cancel))
            numbers.AddRange(page.Postings.Select(posting => posting.Key.Number));

        return numbers;
    }
}
