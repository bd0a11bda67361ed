using System.Net;
using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Pages.Access;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Tests.Access;

public class DeskPagesTests
{
    [Fact]
    public async Task ALink_LetsInOnce_WhoeverMerelyLooksUsesNothingUp()
    {
        await using var server = await DeskServer.StartAsync();
        var link = TicketIssuer.Link(server.Address.ToString(), TicketIssuer.Issue(Sample.DeskKey, server.Clock.GetUtcNow())).PathAndQuery;
        using var scanner = server.Open();
        using var seller = server.Open();
        using var thief = server.Open();

        var seen = await scanner.ReadAsync(link);
        var entered = await seller.PressAsync((await seller.ReadAsync(link)).Forms.Single());
        var again = await thief.PressAsync(seen.Forms.Single());

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal("today", entered.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await seller.GetAsync("/api/today")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/today")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await scanner.GetAsync("/api/today")).StatusCode);
    }

    [Fact]
    public async Task OfManyWhoPressAtOnce_OneEnters()
    {
        await using var server = await DeskServer.StartAsync();
        var ticket = TicketIssuer.Issue(Sample.DeskKey, server.Clock.GetUtcNow());
        using var browser = server.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.PostAsync("/api/enter", ("ticket", ticket))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData(899, HttpStatusCode.OK, HttpStatusCode.SeeOther)]
    [InlineData(900, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task ALink_Expires(int secondsLater, HttpStatusCode looked, HttpStatusCode pressed)
    {
        await using var server = await DeskServer.StartAsync();
        var ticket = TicketIssuer.Issue(Sample.DeskKey, server.Clock.GetUtcNow());
        server.Clock.Now += Duration.FromSeconds(secondsLater);
        using var browser = server.Open();

        Assert.Equal(looked, (await browser.GetAsync("/api/enter?ticket=" + ticket)).StatusCode);
        Assert.Equal(pressed, (await browser.PostAsync("/api/enter", ("ticket", ticket))).StatusCode);
    }

    [Fact]
    public async Task TheKey_OpensToo_AndAWrongOneDoesNot()
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/api/enter", ("key", "a-desk-key-for-tests!"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/api/enter")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/today")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.EnterAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/today")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("/api/enter")).StatusCode);
    }

    [Theory]
    [InlineData("http", "", false)]
    [InlineData("https", "", true)]
    [InlineData("http", "https://{host}", true)]
    [InlineData("http", "https://elsewhere.example", false)]
    public async Task TheCookie_IsKeptFromScriptsAndOtherSites_AndFromPlainHttpWhereThereIsHttps(string forwarded, string publicUrl, bool secure)
    {
        var guard = Sample.Guard();
        await using var server = await DeskServer.StartAsync(guard);
        guard.PublicUrl = publicUrl.Replace("{host}", server.Address.Authority, StringComparison.Ordinal);
        using var browser = server.Open();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/enter", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("key", Sample.DeskKey)]),
            Headers = { { "X-Forwarded-Proto", forwarded } },
        };

        var cookie = Assert.Single((await browser.SendAsync(request)).Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=2592000", cookie, StringComparison.Ordinal);
        Assert.Equal(secure, cookie.Contains("secure", StringComparison.Ordinal));
        Assert.DoesNotContain(Sample.DeskKey, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledging_TakesTheButtonOfThePage_AndLeadsBackToTheOrder()
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();
        await browser.EnterAsync("Анна");

        var answer = await browser.PressAsync((await browser.ReadAsync("/api/today")).Forms.First(form => form.GetAttribute("action") == "desk/acknowledge"));

        Assert.Equal((Sample.Order.Key, "Анна"), Assert.Single(server.Desk.Acknowledged));
        Assert.Equal("../today#" + OrderAnchor.Of(Sample.Order.Key), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Acknowledging_WithoutAName_SaysThatItWasThePage()
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();
        await browser.EnterAsync();

        await browser.PressAsync((await browser.ReadAsync("/api/today")).Forms.First(form => form.GetAttribute("action") == "desk/acknowledge"));

        Assert.Equal("From the page", Assert.Single(server.Desk.Acknowledged).By);
    }

    [Theory]
    [InlineData("a/b#c?d%e&f")]
    [InlineData("\"><b>Ю 订单")]
    public async Task Acknowledging_KeepsOddNumbersWhole(string number)
    {
        var order = Sample.Order with { Key = new("main", number) };
        await using var server = await DeskServer.StartAsync(desk: new FakeDesk(order));
        using var browser = server.Open();
        await browser.EnterAsync();

        await browser.PressAsync((await browser.ReadAsync("/api/today")).Forms.First(form => form.GetAttribute("action") == "desk/acknowledge"));

        Assert.Equal(order.Key, Assert.Single(server.Desk.Acknowledged).Order);
    }

    [Fact]
    public async Task Nothing_IsAcknowledged_WithoutSessionOrToken()
    {
        await using var server = await DeskServer.StartAsync();
        using var inside = server.Open();
        using var outside = server.Open();
        await inside.EnterAsync();
        var token = (await inside.ReadAsync("/api/today")).QuerySelector("input[name=token]")!.GetAttribute("value")!;
        (string, string)[] order = [("shop", "main"), ("number", Sample.Order.Key.Number)];

        Assert.Equal(HttpStatusCode.Unauthorized, (await outside.PostAsync("/api/desk/acknowledge", [.. order, ("token", token)])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await inside.PostAsync("/api/desk/acknowledge", order)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await inside.PostAsync("/api/desk/acknowledge", [.. order, ("token", token + "x")])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await inside.PostAsync("/api/desk/acknowledge", ("token", token))).StatusCode);
        Assert.Empty(server.Desk.Acknowledged);
        Assert.Equal(HttpStatusCode.SeeOther, (await inside.PostAsync("/api/desk/acknowledge", [.. order, ("token", token)])).StatusCode);
    }

    [Fact]
    public async Task AnOrderThatIsNoLongerOpen_IsSaidSo()
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();
        await browser.EnterAsync();
        var token = (await browser.ReadAsync("/api/today")).QuerySelector("input[name=token]")!.GetAttribute("value")!;

        var answer = await browser.PostAsync("/api/desk/acknowledge", ("shop", "main"), ("number", "gone"), ("token", token));

        Assert.Equal("../today?gone=1", answer.Headers.Location!.OriginalString);
        Assert.Contains("no longer open", (await browser.ReadAsync("/api/today?gone=1")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "set ShipBy__DeskKey")]
    [InlineData("too-short", "too short")]
    public async Task WithoutAKey_EveryPageIsClosed_AndSaysWhatToSet(string key, string said)
    {
        await using var server = await DeskServer.StartAsync(new GuardOptions { Language = "en", DeskKey = key });
        using var browser = server.Open();

        HttpResponseMessage[] answers =
        [
            await browser.GetAsync("/api/today"),
            await browser.GetAsync("/api/enter?ticket=" + TicketIssuer.Issue(key, server.Clock.GetUtcNow())),
            await browser.PostAsync("/api/enter", ("key", key)),
            await browser.PostAsync("/api/desk/acknowledge"),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        Assert.Contains(said, (await Browser.ParseAsync(answers[0])).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/today", "cross-site", true)]
    [InlineData("/api/today?again=1", "cross-site", false)]
    [InlineData("/api/today", "none", false)]
    public async Task WhoComesFromAMailOnTheWeb_IsAskedForOnceMore_SoThatTheStrictCookieComesAlong(string path, string site, bool comesAgain)
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "Sec-Fetch-Site", site } } };

        var page = await Browser.ParseAsync(await browser.SendAsync(request));

        Assert.Equal(comesAgain, page.Scripts.Single().TextContent.Contains("location.replace", StringComparison.Ordinal));
    }
}
