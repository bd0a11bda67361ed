using System.Net;
using AngleSharp.Html.Dom;
using NodaTime;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Tests.Access;

namespace ShipBy.Pages.Tests.Links;

/// <summary>Links that do nothing any more, or never did: a page that says so, and an untouched ledger.</summary>
public class LinkThatIsOverTests
{
    [Theory]
    [InlineData(PostingStatus.HandedOver, "has been handed over")]
    [InlineData(PostingStatus.Cancelled, "was cancelled")]
    public async Task AClosedOrder_IsSaidToBe(PostingStatus status, string said)
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var button = LinkServer.Press(await seller.ReadAsync(server.Path(LinkAction.Acknowledge)), "I am on it");
        server.World.Marketplace.Show(LinkServer.Posting() with { Status = status });
        await server.World.RoundAsync();

        await AssertOverAsync(server, seller, LinkAction.Acknowledge, button, said);
    }

    [Fact]
    public async Task AnOrderOfTheHistory_IsSaidToBeOpenNoMore()
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var button = LinkServer.Press(await seller.ReadAsync(server.Path(LinkAction.Acknowledge)), "I am on it");
        server.World.Marketplace.Show(LinkServer.Posting() with { Status = PostingStatus.Cancelled });
        await server.World.RoundAsync();
        await server.World.PassAsync(Duration.FromHours(13));
        await server.World.Of<Application.History.MoveClosed>().RunAsync(TestKit.Sample.Pool, default);
        Assert.Empty(await server.World.OrdersAsync());

        await AssertOverAsync(server, seller, LinkAction.Acknowledge, button, "no longer open");
    }

    [Fact]
    public async Task ADeadlineThatMoved_IsTold()
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var button = LinkServer.Press(await seller.ReadAsync(server.Path(LinkAction.Snooze)), "16:00");
        server.World.Marketplace.Show(LinkServer.Posting() with { ShipBy = TestKit.Sample.Noon + Duration.FromHours(44) });
        await server.World.RoundAsync();

        await AssertOverAsync(server, seller, LinkAction.Snooze, button, "It is now: Wed 4 Mar, 11:00.");
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK, HttpStatusCode.SeeOther)]
    [InlineData(0, HttpStatusCode.Gone, HttpStatusCode.Gone)]
    public async Task ALink_Expires(int secondsAfter, HttpStatusCode looked, HttpStatusCode pressed)
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var path = server.Path(LinkAction.Acknowledge);
        var button = LinkServer.Press(await seller.ReadAsync(path), "I am on it");
        server.World.Clock.Advance((server.Link(LinkAction.Acknowledge).Expires - server.World.Now + Duration.FromSeconds(secondsAfter)).ToTimeSpan());

        Assert.Equal(looked, (await seller.GetAsync(path)).StatusCode);
        Assert.Equal(pressed, (await seller.PostAsync(path, button)).StatusCode);
        Assert.Equal(secondsAfter < 0, (await server.OrderAsync()).Acknowledged is not null);
    }

    [Fact]
    public async Task AnAlteredLink_OpensNothing_AndTellsNothing()
    {
        await using var server = await LinkServer.StartAsync();
        using var stranger = server.Open();
        var (path, other) = (server.Path(LinkAction.Acknowledge), server.Path(LinkAction.Snooze));
        var button = LinkServer.Press(await stranger.ReadAsync(path), "I am on it");
        var before = await server.RowsAsync();
        string[] altered = [path[..^1] + "2", path[..^3] + ".1", "/api/a/x", "/api/a/" + new string('A', 5_000), $"{other.Split('.')[0]}.{path.Split('.')[1]}.1"];

        foreach (var wrong in altered)
        {
            var page = await Browser.ParseAsync(await AssertStatusAsync(HttpStatusCode.NotFound, stranger.GetAsync(wrong)));
            await AssertStatusAsync(HttpStatusCode.NotFound, stranger.PostAsync(wrong, button));
            Assert.DoesNotContain("0100200300", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Equal(before, await server.RowsAsync());
    }

    [Fact]
    public async Task WithoutAnySecret_EveryLinkIsWrong()
    {
        await using var server = await LinkServer.StartAsync();
        var path = server.Path(LinkAction.Acknowledge);
        server.World.Options.DeskKey = "";
        using var seller = server.Open();

        var page = await Browser.ParseAsync(await AssertStatusAsync(HttpStatusCode.NotFound, seller.GetAsync(path)));

        Assert.Empty(page.QuerySelectorAll("a, form"));
    }

    [Fact]
    public async Task WithALinkSecretAlone_LinksWork_AndLeadToNoClosedPage()
    {
        await using var server = await LinkServer.StartAsync(options => (options.DeskKey, options.LinkSecret) = ("", "a-link-secret-for-tests"));
        using var seller = server.Open();
        var path = server.Path(LinkAction.Acknowledge);
        var page = await seller.ReadAsync(path);

        Assert.Empty(page.QuerySelectorAll("a"));
        Assert.Equal(HttpStatusCode.SeeOther, (await seller.PostAsync(path, LinkServer.Press(page, "I am on it"))).StatusCode);
    }

    [Fact]
    public async Task ALedgerThatGivesNoAnswer_IsNotTheLinksEnd()
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var path = server.Path(LinkAction.Acknowledge);
        var button = LinkServer.Press(await seller.ReadAsync(path), "I am on it");

        server.LedgerIsSilent = true;
        await AssertStatusAsync(HttpStatusCode.ServiceUnavailable, seller.PostAsync(path, button));
        server.LedgerIsSilent = false;

        await AssertStatusAsync(HttpStatusCode.SeeOther, seller.PostAsync(path, button));
    }

    [Fact]
    public async Task EveryAnswer_IsKeptFromCachesSearchEnginesAndOtherSites_AndRunsNoScript()
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var path = server.Path(LinkAction.Acknowledge);
        var page = await seller.ReadAsync(path);

        HttpResponseMessage[] answers =
        [
            await seller.GetAsync(path), await seller.PostAsync(path), await seller.PostAsync(path, LinkServer.Press(page, "I am on it")), await seller.GetAsync(path), await seller.GetAsync("/api/a/x"),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
        });
        Assert.Empty(page.QuerySelectorAll("script, [style], [onclick]"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task NothingFromOutside_BecomesMarkup()
    {
        const string Bad = "\"><script>x</script>\r\n<b>";
        await using var server = await LinkServer.StartAsync(number: Bad);
        using var seller = server.Open();

        var page = await seller.ReadAsync(server.Path(LinkAction.Snooze));

        Assert.Empty(page.QuerySelectorAll("script, b"));
        Assert.Equal("\"><script>x</script> <b>", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("ru", "Вижу, занимаюсь", "Отложить до вт 3 мар, 09:00")]
    [InlineData("zh-CN", "已知悉，正在处理", "推迟到 3月3日 周二 09:00")]
    public async Task Pages_SpeakTheSellersLanguage(string language, string acknowledge, string snooze)
    {
        await using var server = await LinkServer.StartAsync(options => options.Language = language);
        using var seller = server.Open();

        var page = await seller.ReadAsync(server.Path(LinkAction.Acknowledge));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(acknowledge, page.QuerySelector("form button")!.TextContent);
        Assert.Equal(snooze, (await seller.ReadAsync(server.Path(LinkAction.Snooze))).QuerySelectorAll("form button")[^1].TextContent);
    }

    private static async Task AssertOverAsync(LinkServer server, Browser seller, LinkAction action, (string, string)[] button, string said)
    {
        var before = await server.RowsAsync();
        var looked = await Browser.ParseAsync(await AssertStatusAsync(HttpStatusCode.OK, seller.GetAsync(server.Path(action))));
        var pressed = await Browser.ParseAsync(await AssertStatusAsync(HttpStatusCode.Conflict, seller.PostAsync(server.Path(action), button)));

        Assert.All([looked, pressed], (IHtmlDocument page) =>
        {
            Assert.Contains(said, page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.Forms);
            Assert.StartsWith("../today#o-", page.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        });
        Assert.Equal(before, await server.RowsAsync());
    }

    private static async Task<HttpResponseMessage> AssertStatusAsync(HttpStatusCode expected, Task<HttpResponseMessage> answer)
    {
        Assert.Equal(expected, (await answer).StatusCode);
        return await answer;
    }
}
