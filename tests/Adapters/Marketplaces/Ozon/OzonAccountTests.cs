using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>What the marketplace says of the seller: key, grades, buyers who wait.</summary>
public sealed class OzonAccountTests
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"roles":[{"name":"A","methods":["/v4/posting/fbs/list","v4/posting/fbs/unfulfilled/list"]},{"name":"B","methods":["POST /v3/posting/fbs/get"]}]}""", "/v2/product/info/stocks-by-warehouse/fbs")]
    [InlineData("""{"result":{"roles":[{"name":"A","methods":["/V4/posting/fbs/list"]}]}}""", "/v4/posting/fbs/unfulfilled/list /v3/posting/fbs/get /v2/product/info/stocks-by-warehouse/fbs")]
    [InlineData("""{"roles":[{"name":"Admin","methods":[]},{"name":"B","methods":["/v1/x"]}]}""", null)]       // a role without methods may stand for all
    [InlineData("""{"roles":[]}""", null)]
    [InlineData("""{"expires_at":"2026-12-05T00:00:00Z"}""", null)]
    public async Task RightsThatTheKeyLacks_AreNamed(string body, string? needed)
    {
        await using var ozon = await FakeOzon.StartAsync((200, body));

        var missing = await ((IKeyRights)ozon.Shop()).MissingRightsAsync(Cancelled);

        Assert.Equal(needed, missing is null ? null : string.Join(' ', missing.Needed));
        if (missing is not null)
            Assert.Contains("/v4/posting/fbs/ship", missing.Others);
    }

    [Theory]
    [InlineData("77", true)]
    [InlineData(null, false)]
    public async Task TheRightToTellStock_IsMissed_OnlyWhereStockIsTold(string? warehouse, bool isMissed)
    {
        await using var ozon = await FakeOzon.StartAsync((200, """{"roles":[{"methods":["/v1/x"]}]}"""));

        Assert.Equal(isMissed, (await ((IKeyRights)ozon.Shop(new() { ["Warehouse"] = warehouse })).MissingRightsAsync(Cancelled))!.Others.Contains("/v2/products/stocks"));
    }

    [Fact]
    public async Task Grades_Index_AndDefects_AreReadTolerantly()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) => context.Response.AnswerAsync(200, call.Path switch
        {
            "/v1/rating/index/fbs/info" => """{"index":"2.4","period_from":"2026-11-08","currency_code":"RUB","processing_costs_sum":120,"defects":null}""",
            "/v1/rating/summary" => """{"groups":[{"group_name":"G","items":[{"rating":"rating_on_time","name":"On time","current_value":97.5,"status":"OK"},{"rating":"r2","current_value":null,"status":"WARNING"},{"status":"CRITICAL"}]},{"items":[{"name":"N","status":"critical","current_value":"1"},{"name":"M"}]}],"premium":false}""",
            _ => """{"errors":[{"posting_number":"1","posting_error_type":"SELLER_DELAY","error_at":"2026-11-20T10:00:00Z","charge_percent":1,"charge_price":"60.5","charge_price_currency_code":"RUB","has_grace_status":true},{"posting_number":"2","posting_error_type":"SELLER_CANCELLATION","error_at":"2026-11-21T10:00:00Z","charge_price":120,"charge_price_currency_code":"RUB"},{"posting_error_type":"X"},{"posting_number":"3"}],"cursor":"","has_next":"false"}""",
        }));

        var health = await ((IAccountHealth)ozon.Shop(new() { ["ErrorIndexLimit"] = "2.5" })).HealthAsync(Cancelled);

        Assert.Equal(2.4m, health.ErrorIndex);
        Assert.Equal(
            [new AccountRating("On time", RatingGrade.Fine, 97.5m), new AccountRating("r2", RatingGrade.Warning, null), new AccountRating("N", RatingGrade.Critical, 1), new AccountRating("M", RatingGrade.Unknown, null)],
            health.Ratings);
        Assert.Equal(
            [
                new OrderDefect("2", "SELLER_CANCELLATION", Sample.At("2026-11-21T10:00:00Z"), new Money(120_00, "RUB"), IsForgiven: false),
                new OrderDefect("1", "SELLER_DELAY", Sample.At("2026-11-20T10:00:00Z"), new Money(60_50, "RUB"), IsForgiven: true),
                new OrderDefect("3", "", null, null, IsForgiven: false),
            ],
            health.Defects);
    }

    [Fact]
    public async Task EmptyAnswers_AreNoGrades()
    {
        await using var ozon = await FakeOzon.StartAsync((200, "{}"));

        var health = await ((IAccountHealth)ozon.Shop()).HealthAsync(Cancelled);

        Assert.Equal((null, 0, 0), (health.ErrorIndex, health.Ratings.Count, health.Defects.Count));
    }

    [Fact]
    public async Task BuyersWhoWait_AreThoseWhoseWordsAreUnread()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) => context.Response.AnswerAsync(200, call.Path == "/v3/chat/list"
            ? """{"chats":[{"chat":{"chat_id":"a","chat_type":"Buyer_Seller","chat_status":"Opened","created_at":"2026-11-20T08:00:00Z"},"unread_count":"2"},{"chat":{"chat_id":"b","chat_type":"Seller_Support","created_at":"2026-11-20T07:00:00Z"},"unread_count":1},{"chat":{"chat_id":"c","chat_type":"BUYER_SELLER","created_at":"2026-11-20T09:00:00Z"},"unread_count":1},{"chat":{"chat_id":"d","chat_type":"Buyer_Seller"},"unread_count":0}],"has_next":"true","cursor":"x"}"""
            : call.Body.GetProperty("chat_id").GetString() == "a"
                ? """{"messages":[{"message_id":3000000000817031942,"user":{"id":"1","type":"Сustomer"},"created_at":"2026-11-20T11:00:00Z","is_read":false,"context":{"order_number":"0100-1"}},{"user":{"type":"customer"},"created_at":"2026-11-20T10:00:00Z","is_read":false},{"user":{"type":"Seller"},"created_at":"2026-11-20T09:30:00Z","is_read":false},{"user":{"type":"customer"},"created_at":"2026-11-20T08:30:00Z","is_read":true}]}"""
                : """{"messages":[]}"""));

        var waiting = await ((IBuyerTalk)ozon.Shop()).WaitingBuyersAsync(Cancelled);

        Assert.Equal([new WaitingBuyer(Sample.At("2026-11-20T09:00:00Z"), null), new WaitingBuyer(Sample.At("2026-11-20T10:00:00Z"), "0100-1")], waiting);
        Assert.Equal(3, ozon.Calls.Count);      // the list, and two chats
    }

    [Fact]
    public async Task OfManyChats_TheMessagesOfTenAreAskedFor()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) => context.Response.AnswerAsync(200, call.Path == "/v3/chat/list"
            ? $$"""{"chats":[{{string.Join(',', Enumerable.Repeat("""{"chat":{"chat_id":"1","chat_type":"Buyer_Seller","created_at":"2026-11-20T08:00:00Z"},"unread_count":1}""", 15))}}]}"""
            : "{}"));

        Assert.Equal(15, (await ((IBuyerTalk)ozon.Shop()).WaitingBuyersAsync(Cancelled)).Count);
        Assert.Equal(11, ozon.Calls.Count);
    }

    [Fact]
    public async Task BadReviews_AreThoseOfThreeStarsOrFewer_ThatNobodyAnswered()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """
            {"reviews":[{"id":"1","sku":"900000001","rating":3,"published_at":"2026-11-20T10:00:00Z","comments_amount":0},{"sku":7,"rating":1,"published_at":"2026-11-19T10:00:00Z"},
            {"sku":8,"rating":4},{"sku":9,"rating":2,"comments_amount":1},{"sku":10,"rating":0}],"has_next":false,"last_id":"x"}
            """));

        Assert.Equal(
            [new BadReview(Sample.At("2026-11-19T10:00:00Z"), 1, "7"), new BadReview(Sample.At("2026-11-20T10:00:00Z"), 3, "900000001")],
            await ((IBuyerTalk)ozon.Shop()).BadReviewsAsync(Cancelled));
    }

    [Theory]
    [InlineData(403, """{"code":7,"message":"not available with existing subscription"}""")]
    [InlineData(400, """{"code":3,"message":"not available with existing subscription","details":"text"}""")]
    [InlineData(404, """{"code":5,"message":"method is not allowed"}""")]
    public async Task ASubscriptionWithoutReviews_IsNoTrouble(int status, string body)
    {
        await using var ozon = await FakeOzon.StartAsync((status, body));

        Assert.Null(await ((IBuyerTalk)ozon.Shop()).BadReviewsAsync(Cancelled));
    }
}
