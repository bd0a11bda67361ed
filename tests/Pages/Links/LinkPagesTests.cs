using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using NodaTime;
using ShipBy.Domain.Links;
using ShipBy.Pages.Tests.Access;

namespace ShipBy.Pages.Tests.Links;

public class LinkPagesTests
{
    [Theory]
    [InlineData(LinkAction.Acknowledge)]
    [InlineData(LinkAction.Snooze)]
    public async Task WhoeverMerelyLooks_ChangesNothing(LinkAction action)
    {
        await using var server = await LinkServer.StartAsync();
        using var scanner = server.Open();
        var before = await server.RowsAsync();

        for (var look = 0; look < 3; look++)
        {
            Assert.Equal(HttpStatusCode.OK, (await scanner.GetAsync(server.Path(action))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await scanner.GetAsync(server.Path(action) + "?done=1")).StatusCode);
            using var head = new HttpRequestMessage(HttpMethod.Head, new Uri(server.Path(action), UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, (await scanner.SendAsync(head)).StatusCode);
        }

        Assert.Equal(before, await server.RowsAsync());
        Assert.Null((await server.OrderAsync()).Acknowledged);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pressed=1")]
    [InlineData("pressed=")]
    [InlineData("time=OneHour")]
    [InlineData("{\"pressed\":true}", "application/json")]
    public async Task AnAddressAlone_PressesNothing(string body, string type = "application/x-www-form-urlencoded")
    {
        await using var server = await LinkServer.StartAsync();
        using var robot = server.Open();
        var before = await server.RowsAsync();

        foreach (var action in new[] { LinkAction.Acknowledge, LinkAction.Snooze })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Path(action), UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, type) };
            var answer = await robot.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("Press the button", (await Browser.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(before, await server.RowsAsync());
    }

    [Fact]
    public async Task TheButton_Acknowledges_AndThePageSaysSo()
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var path = server.Path(LinkAction.Acknowledge);
        var page = await seller.ReadAsync(path);
        Assert.Contains("No reminders of this shipment until the last one before the deadline, Tue 3 Mar, 09:00.", page.Body!.TextContent, StringComparison.Ordinal);

        var pressed = await seller.PostAsync(path, LinkServer.Press(page, "I am on it"));

        Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
        Assert.Equal(path[7..] + "?done=1", pressed.Headers.Location!.OriginalString);
        var after = await seller.ReadAsync(path + "?done=1");
        Assert.Contains("Noted. By link (mail): on it. Silent until Tue 3 Mar, 09:00", Told(after), StringComparison.Ordinal);
        Assert.Empty(after.Forms);
        Assert.Equal("By link (mail)", (await server.OrderAsync()).Acknowledged!.By);
    }

    [Fact]
    public async Task ALink_WorksOnce_AndThenTellsWhatIsTrue()
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var path = server.Path(LinkAction.Snooze);
        var button = LinkServer.Press(await seller.ReadAsync(path), "16:00");
        await seller.PostAsync(path, button);
        var before = await server.RowsAsync();
        server.World.Clock.Advance(TimeSpan.FromMinutes(40));

        var again = await seller.PostAsync(path, button);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("has been used; each works once. By link (mail): later. Silent until 16:00", Told((await Browser.ParseAsync(again))), StringComparison.Ordinal);
        Assert.Contains("has been used", (await seller.ReadAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await server.RowsAsync());
    }

    [Theory]
    [InlineData("Quiet until 16:00", 1)]
    [InlineData("Quiet until 18:00", 3)]
    [InlineData("Quiet until Tue 3 Mar, 09:00", 18)]
    public async Task ASnooze_SaysWhatEachChoiceComesTo(string label, int hours)
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var path = server.Path(LinkAction.Snooze);
        var page = await seller.ReadAsync(path);
        Assert.Equal(["Quiet until 16:00", "Quiet until 18:00", "Quiet until Tue 3 Mar, 09:00"], page.QuerySelectorAll("form button").Select(button => button.TextContent));

        Assert.Equal(HttpStatusCode.SeeOther, (await seller.PostAsync(path, LinkServer.Press(page, label))).StatusCode);

        Assert.Equal(TestKit.Sample.Noon + Duration.FromHours(hours), (await server.OrderAsync()).Acknowledged!.Until);
    }

    [Theory]
    [InlineData(LinkAction.Snooze, "")]
    [InlineData(LinkAction.Snooze, "Year")]
    [InlineData(LinkAction.Snooze, "0")]
    [InlineData(LinkAction.Acknowledge, "OneHour")]
    public async Task AChoiceThatThePageDoesNotOffer_ChangesNothing(LinkAction action, string time)
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var pressed = (await seller.ReadAsync(server.Path(action))).QuerySelector("input[name=pressed]")!.GetAttribute("value")!;
        var before = await server.RowsAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await seller.PostAsync(server.Path(action), ("pressed", pressed), ("time", time))).StatusCode);
        Assert.Equal(before, await server.RowsAsync());
    }

    [Fact]
    public async Task TheButtonOfOneLink_DoesNotPressAnother()
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        var button = LinkServer.Press(await seller.ReadAsync(server.Path(LinkAction.Acknowledge)), "I am on it");

        Assert.Equal(HttpStatusCode.BadRequest, (await seller.PostAsync(server.Path(LinkAction.Snooze), [.. button.SkipLast(1), ("time", "OneHour")])).StatusCode);
        Assert.Null((await server.OrderAsync()).Acknowledged);
    }

    [Fact]
    public async Task ABrowserThatIsSignedIn_IsKnownByItsName()
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        await seller.EnterAsync("Анна");
        var path = server.Path(LinkAction.Acknowledge);

        await seller.PostAsync(path, LinkServer.Press(await seller.ReadAsync(path), "I am on it"));

        Assert.Equal("Анна", (await server.OrderAsync()).Acknowledged!.By);
    }

    [Fact]
    public async Task OverdueOrders_AreAcknowledged_AndNotPutOff()
    {
        await using var server = await LinkServer.StartAsync();
        using var seller = server.Open();
        await server.World.PassAsync(Duration.FromHours(21));

        var acknowledge = await seller.ReadAsync(server.Path(LinkAction.Acknowledge));
        var snooze = await seller.ReadAsync(server.Path(LinkAction.Snooze));
        await seller.PostAsync(server.Path(LinkAction.Acknowledge), LinkServer.Press(acknowledge, "I am on it"));

        Assert.Contains("1 h overdue", Told(acknowledge), StringComparison.Ordinal);
        Assert.Contains("nobody else is told", acknowledge.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nothing is left to be put off", snooze.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(snooze.Forms);
        Assert.Contains("By link (mail): on it since 12:00", Told((await seller.ReadAsync(server.Path(LinkAction.Acknowledge) + "?done=1"))).Replace("Tue 3 Mar, ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Told(IHtmlDocument page) =>
        string.Join(' ', page.QuerySelectorAll("h1, h2, p").SelectMany(part => part.TextContent.Replace('\u00A0', ' ').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
}
