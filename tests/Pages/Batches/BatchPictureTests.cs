using Microsoft.Playwright;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Tests.Orders;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Batches;

/// <summary>Shipping in a real browser, from choosing to the pick list.</summary>
public sealed class BatchPictureTests(Pictures pictures) : IClassFixture<Pictures>
{
    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ABatch_GoesOut(string language)
    {
        var anna = new Recipient { Name = "Анна Бойко", City = "Казань", Address = "ул. Ленина, 1" };
        await using var desk = await WorldDesk.StartAsync(language);
        desk.World.Marketplace.Show(Enumerable.Range(1, 5).Select(number => TestKit.Sample.Posting with
        {
            Key = new OrderKey("shop", $"0100200300-000{number}-1"),
            Recipient = number is 2 or 4 ? anna : null,
            Remarks = number == 5 ? [PostingRemark.RefundOpen] : [],
        }));
        await desk.World.RoundAsync();
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(desk.Address, "/api/desk/ship").AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);

        await page.Locator("thead a").ClickAsync();
        await Assertions.Expect(page.Locator("input[name=order]:checked")).ToHaveCountAsync(5);
        await page.Locator("input[name=first]").FillAsync("RB123456785GB");
        await page.Locator("select[name=rule]").SelectOptionAsync("S10");
        await Pictures.TakeAsync(page, $"batches/choose.{language}");
        await page.Locator("form.card button").ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await Pictures.TakeAsync(page, $"batches/plan.{language}");
        await page.Locator("form.card button:not([formaction])").ClickAsync();
        await Arrival.AtAsync(page, "**/desk/ship/batch?*");
        await Pictures.TakeAsync(page, $"batches/progress.{language}");
        await page.Locator("a[href*=pick-list]").ClickAsync();
        await Pictures.TakeAsync(page, $"batches/pick-list.{language}");

        Assert.Empty(complaints);
        await page.CloseAsync();
    }
}
