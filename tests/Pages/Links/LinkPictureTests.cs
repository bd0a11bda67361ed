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
        await Arrival.AtAsync(page, "**?done=1");
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

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task AParcelsPage_CanBeRead_AndItsButtonWorks(string language)
    {
        await using var server = await LinkServer.StartWithParcelAsync(options => options.Language = language);
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);

        foreach (var (action, name) in new[] { (LinkAction.Acknowledge, "parcel"), (LinkAction.Settle, "parcel-settle") })
        {
            await page.GotoAsync(new Uri(server.Address, server.Path(server.ParcelLink(action))).AbsoluteUri);
            await Pictures.TakeAsync(page, $"links/{name}.{language}");
            await page.Locator("form button").ClickAsync();
            await Arrival.AtAsync(page, "**?done=1");
            await Pictures.TakeAsync(page, $"links/{name}-done.{language}");
        }

        Assert.Empty(complaints);
        Assert.Null(await FollowedParcel.OfAsync(server.World));
        await page.CloseAsync();
    }
}
