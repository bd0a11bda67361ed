using System.Net;

namespace ShipBy.Pages.Tests.FirstUse;

public sealed class SamplePagesTests
{
    [Fact]
    public async Task OnRequest_EveryPageShowsIt_AndSaysThatItIsMadeUp_UntilOnePressTakesItAway()
    {
        await using var walk = await StartWalk.StartAsync();
        var offer = (await walk.ReadAsync("language")).QuerySelector("form[action$='desk/start/sample']")!;
        var token = offer.QuerySelector("[name=token]")!.GetAttribute("value")!;
        var filled = await walk.Browser.PostAsync("/api/desk/start/sample", ("token", token), ("act", "fill"));
        Assert.EndsWith("today", filled.Headers.Location!.ToString(), StringComparison.Ordinal);

        foreach (var (path, shows) in new[] { ("today", "S-03"), ("desk/order?shop=sample&number=S-01", "S-01"), ("desk/ship", "S-02"), ("desk/stock", "Teapot"), ("desk/stock/purchases", "EXAMPLE-1"), ("desk/stock/product?sku=MUG-350", "MUG-350"), ("desk/peak", ""), ("desk/carriers", "") })
        {
            var page = await walk.Browser.ReadAsync($"/api/{path}");
            Assert.Contains("nothing here is real", page.QuerySelector(".sample")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(shows, page.QuerySelector("main")!.TextContent + page.Source.Text, StringComparison.Ordinal);
        }

        var removed = await walk.Browser.PostAsync("/api/desk/start/sample", ("token", token), ("act", "remove"));
        Assert.EndsWith("desk/start", removed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("desk/start", (await walk.Browser.GetAsync("/api/today")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await walk.Browser.PostAsync("/api/desk/start/sample", ("token", token), ("act", "other"))).StatusCode);
    }

    [Theory]
    [InlineData("ru", "Чайник")]
    [InlineData("zh-CN", "茶壶")]
    public async Task ItSpeaksTheLanguageThatWasChosen(string language, string teapot)
    {
        await using var walk = await StartWalk.StartAsync();
        await walk.PressAsync("language", ("language", language));
        var token = (await walk.ReadAsync("language")).QuerySelector("[name=token]")!.GetAttribute("value")!;
        await walk.Browser.PostAsync("/api/desk/start/sample", ("token", token), ("act", "fill"));

        Assert.Contains(teapot, (await walk.Browser.ReadAsync("/api/today")).Body!.TextContent, StringComparison.Ordinal);
    }
}
