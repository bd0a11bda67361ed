using System.Net;
using AngleSharp.Html.Dom;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;
using ShipBy.Pages.Tests.Access;

namespace ShipBy.Pages.Tests.Checkup;

public sealed class CheckupPagesTests
{
    [Fact]
    public async Task OpeningThePage_AsksNobodyAnything()
    {
        await using var server = await new CheckupServer().StartAsync();
        using var browser = await server.EnterAsync();

        var page = await browser.ReadAsync("/api/checkup");

        Assert.Equal(["Check everything", "Send a test alert"], page.Forms.Select(form => form.QuerySelector("button")!.TextContent));
        Assert.Equal((0, 0), (server.Looks, server.Letters.Count));
    }

    [Fact]
    public async Task TheButton_ShowsWhatWasFound_WorstFirst_WithWhatToDo()
    {
        await using var server = await new CheckupServer
        {
            Findings =
            [
                new(Area.Storage, Fact.StorageSound),
                new(Area.Shops, Fact.KeyGoodUntil, "tea") { At = Sample.Now + Duration.FromDays(60) },
                new(Area.Shops, Fact.KeyRefused, "cups & <mugs>"),
                new(Area.Quota, Fact.QuotaTight, "mail") { Count = 2, Limit = 10, At = Sample.Now + Duration.FromMinutes(30) },
            ],
        }.StartAsync();
        using var browser = await server.EnterAsync();

        var page = await PressAsync(browser, 0);

        Assert.Equal("1 fault: something does not work.", page.QuerySelector(".sum")!.TextContent);
        Assert.Equal(["Storage", "Clock", "Shops", "Quotas"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(
            [
                "fine A row was written, read back and deleted.",
                "note Nobody answered, so there is no clock to compare ours with. Mend what does not answer, then check again.",
                "fault cups & <mugs> The marketplace does not accept the key. Make a new key with the rights to read postings and products (Settings > API keys) and put it into Shops__cups & <mugs>__ApiKey; check Shops__cups & <mugs>__ClientId too. On Taobao authorise the app again and put the new session into Shops__cups & <mugs>__SessionKey.",
                "fine tea The marketplace takes the key, until Tue 26 Jan, 12:00.",
                "warning mail 2 of 10 messages left until Fri 27 Nov, 12:30; they are kept for what cannot wait."
                + " Other warnings wait until then and come as one. Several in a row: get a domain of your own for mails, set ShipBy__MailDomain=custom, or raise ShipBy__GroupInterval.",
            ],
            page.QuerySelectorAll("li").Select(Words));
        Assert.Equal((1, 0), (server.Looks, server.Letters.Count));
    }

    [Fact]
    public async Task WithoutAShop_ItLeadsToWhereOneIsSetUp()
    {
        await using var server = await new CheckupServer { Findings = [new(Area.Shops, Fact.NoShop)] }.StartAsync();
        using var browser = await server.EnterAsync();

        var page = await PressAsync(browser, 0);

        Assert.Contains("Start here", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("desk/start", page.QuerySelector("main li a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("en", "fine mail The channel took the test message.", "Test by ShipBy: nothing to do")]
    [InlineData("ru", "в порядке mail Канал принял пробное сообщение.", "Проба ShipBy: делать ничего не нужно")]
    [InlineData("zh-CN", "正常 mail 渠道已接受测试消息。", "ShipBy 测试：无需处理")]
    public async Task TheTest_GoesOut_InTheSellersLanguage_AndOnceAMinute(string language, string told, string subject)
    {
        await using var server = await new CheckupServer().StartAsync(Sample.Guard(language));
        using var browser = await server.EnterAsync();

        var first = await PressAsync(browser, 1);
        var second = await PressAsync(browser, 1);

        Assert.StartsWith(told, Words(Assert.Single(first.QuerySelectorAll("li"))), StringComparison.Ordinal);
        Assert.DoesNotContain(told, second.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(subject, Assert.Single(server.Letters).Subject);
    }

    [Fact]
    public async Task ATestLetter_IsNoWarning_AndLeadsToThePage()
    {
        await using var server = await new CheckupServer().StartAsync();
        using var browser = await server.EnterAsync();
        await PressAsync(browser, 1);

        var letter = Assert.Single(server.Letters);

        Assert.Empty(letter.Headers);
        Assert.Equal(
            "This is a test by ShipBy\n\nNothing to do: no order is late because of this message. It shows that warnings by the channel \"mail\" arrive here.\n\n"
            + "Open the page: https://guard.example/api/today\n\nIf it came to the wrong place, tell whoever looks after ShipBy.\n\nSent Fri 27 Nov, 12:00 (Europe/Moscow, UTC+3) by ShipBy\n",
            letter.Text.Replace(Sample.Guard().PublicUrl, "https://guard.example", StringComparison.Ordinal));
        Assert.Contains("https://guard.example/api/today", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusal_IsShown()
    {
        await using var server = await new CheckupServer { Answer = new Delivery.Refused("The mail server refused with 550: check Alerts__Sender.") }.StartAsync();
        using var browser = await server.EnterAsync();

        Assert.StartsWith(
            "fault mail The channel refused. The mail server refused with 550: check Alerts__Sender. Change what", Words((await PressAsync(browser, 1)).QuerySelector("li")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("send")]
    [InlineData("check")]
    [InlineData("")]
    public async Task WithoutTheFormsToken_NothingIsDone(string act)
    {
        await using var server = await new CheckupServer().StartAsync();
        using var browser = await server.EnterAsync();

        var answer = await browser.PostAsync("/api/checkup", ("act", act), ("token", "forged"));

        Assert.Equal((HttpStatusCode.Forbidden, 0, 0), (answer.StatusCode, server.Looks, server.Letters.Count));
    }

    [Theory]
    [InlineData(Sample.DeskKey, HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.ServiceUnavailable)]
    public async Task WhoHasNotEntered_StandsAtTheDoor(string key, HttpStatusCode expected)
    {
        await using var server = await new CheckupServer().StartAsync(new GuardOptions { DeskKey = key, Language = "en" });
        using var stranger = server.Open();

        HttpResponseMessage[] answers = [await stranger.GetAsync("/api/checkup"), await stranger.PostAsync("/api/checkup", ("act", "send"))];

        Assert.All(answers, answer => Assert.Equal(expected, answer.StatusCode));
        Assert.Equal((0, 0), (server.Looks, server.Letters.Count));
    }

    [Fact]
    public async Task ThePageOfToday_LeadsHere()
    {
        await using var server = await new CheckupServer().StartAsync();
        using var browser = await server.EnterAsync();

        Assert.NotNull((await browser.ReadAsync("/api/today")).QuerySelector("a[href=checkup]"));
    }

    private static async Task<IHtmlDocument> PressAsync(Browser browser, int form) =>
        await Browser.ParseAsync(await browser.PressAsync((await browser.ReadAsync("/api/checkup")).Forms[form]));

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.InnerHtml.Replace("<p", " <p", StringComparison.Ordinal) is var html
            ? new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : []);
}
