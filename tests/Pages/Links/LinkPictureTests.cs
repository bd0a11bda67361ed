using ShipBy.Domain.Links;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Links;

/// <summary>The pages of links in a real browser, which keeps to their headers: pressed, and looked at.</summary>
public sealed class LinkPictureTests(Pictures pictures) : IClassFixture<Pictures>
{
    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task APage_CanBeRead_AndItsButtonWorks(string language)
    {
        await using var server = await LinkServer.StartAsync(options => options.Language = language);
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync(At(LinkAction.Acknowledge));
        await Pictures.TakeAsync(page, $"links/acknowledge.{language}");
        await page.GotoAsync(At(LinkAction.Snooze));
        await Pictures.TakeAsync(page, $"links/snooze.{language}");
        await page.Locator("form button").First.ClickAsync();
        await page.WaitForURLAsync("**?done=1");
        await Pictures.TakeAsync(page, $"links/snoozed.{language}");
        await page.GotoAsync(At(LinkAction.Snooze));
        await Pictures.TakeAsync(page, $"links/used.{language}");
        Assert.Empty(complaints);                                       // such as what a policy forbids

        await page.GotoAsync(At(LinkAction.Acknowledge) + "2");
        await Pictures.TakeAsync(page, $"links/wrong.{language}");
        Assert.True((await server.OrderAsync()).Acknowledged!.RemindsAtEnd);
        await page.CloseAsync();

        string At(LinkAction action) => new Uri(server.Address, server.Path(action)).AbsoluteUri;
    }
}
