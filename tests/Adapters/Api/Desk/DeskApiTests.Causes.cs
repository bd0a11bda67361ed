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
}
