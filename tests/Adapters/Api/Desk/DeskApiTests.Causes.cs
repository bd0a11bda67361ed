using System.Net;

namespace ShipBy.Adapters.Tests.Api.Desk;

public sealed partial class DeskApiTests
{
    [Fact]
    public async Task WhyOrdersWereLate_IsToldWithWhatPeopleSaid_AndWhatTheyHaveInCommon()
    {
        _world.Clock.Advance(TimeSpan.FromHours(31));
        await PostAsync("orders/cause", new { shop = "shop", order = "P-2", cause = "carrier", by = "Anna" });

        var troubles = await GetAsync("quality/troubles?shop=shop&days=7");
        var orders = troubles.GetProperty("orders").EnumerateArray().ToDictionary(order => order.GetProperty("order").GetString()!);

        Assert.Equal(["P-1", "P-2", "P-3"], orders.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(60, orders["P-1"].GetProperty("late_minutes").GetInt64());
        Assert.True(orders["P-1"].GetProperty("proposed").TryGetProperty("reason", out _));
        Assert.Equal(("carrier", "Anna"), (orders["P-2"].GetProperty("confirmed").GetProperty("cause").GetString(), orders["P-2"].GetProperty("confirmed").GetProperty("by").GetString()));
        Assert.Equal(3, troubles.GetProperty("causes").EnumerateArray().Sum(cause => cause.GetProperty("confirmed").GetInt32() + cause.GetProperty("proposed").GetInt32()));
        Assert.Equal(["weekday", "hour"], (await GetAsync("quality/patterns")).GetProperty("patterns").EnumerateArray().Select(pattern => pattern.GetProperty("by").GetString()));
    }

    [Theory]
    [InlineData("quality/troubles?shop=elsewhere")]
    [InlineData("quality/troubles?days=0")]
    [InlineData("quality/patterns?days=367")]
    [InlineData("quality/patterns?days=many")]
    public async Task DaysAndShopsThatDoNotExist_AreRefused(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task AnImprovement_IsWrittenDownOnce_ClosedAndForgotten()
    {
        var one = new { id = Guid.NewGuid(), measure = "a second shift", owner = "Anna", from = "2026-03-02", cause = "staff", shop = "shop" };

        await PostAsync("quality/improvements/add", one);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("quality/improvements/add", one)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("quality/improvements/close", new { one.id })).StatusCode);

        var kept = Assert.Single((await GetAsync("quality/improvements")).GetProperty("improvements").EnumerateArray());
        Assert.Equal(("a second shift", "staff", "2026-03-02"), (kept.GetProperty("measure").GetString(), kept.GetProperty("cause").GetString(), kept.GetProperty("until").GetString()));
        await PostAsync("quality/improvements/forget", new { one.id });
        Assert.Empty((await GetAsync("quality/improvements")).GetProperty("improvements").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("quality/improvements/close", new { one.id })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("quality/improvements/add", one with { cause = "fate" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("quality/improvements/add", one with { from = "soon" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("quality/improvements/add", one with { measure = "" })).StatusCode);
    }
}
