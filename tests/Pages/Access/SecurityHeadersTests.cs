namespace ShipBy.Pages.Tests.Access;

/// <summary>What every answer says to the browser.</summary>
public class SecurityHeadersTests
{
    [Fact]
    public async Task EveryAnswer_CarriesTheSecurityHeaders()
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();

        HttpResponseMessage[] answers =
            [await browser.GetAsync("/api/today"), await browser.GetAsync("/api/enter"), await browser.EnterAsync(), await browser.GetAsync("/api/today"), await browser.PostAsync("/api/desk/acknowledge")];

        Assert.All(answers, answer =>
        {
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
        });
    }

    [Fact]
    public async Task StylesAndScriptsOfTheDoor_CarryTheNonceOfTheirOwnAnswer()
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();

        var first = await browser.GetAsync("/api/enter");
        var second = await browser.GetAsync("/api/enter");

        var page = await Browser.ParseAsync(first);
        Assert.All(page.QuerySelectorAll("style, script"), part =>
            Assert.Contains($"'nonce-{part.GetAttribute("nonce")}'", first.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[style], [onclick], [onload]"));
        Assert.NotEqual(first.Headers.GetValues("Content-Security-Policy"), second.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task ThePagesBehindTheDoor_TakeTheDesksFilesOnly()
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();
        await browser.EnterAsync();

        var answer = await browser.GetAsync("/api/today");
        var page = await Browser.ParseAsync(answer);

        Assert.Contains("script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick], [onload], script:not([src])"));
    }
}
