using Microsoft.Playwright;
using ShipBy.Application.Preparing;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Orders;

/// <summary>An order's page in a real browser, in every language.</summary>
public sealed class OrderPictureTests(Pictures pictures) : IClassFixture<Pictures>
{
    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ThePage_CanBeRead_AndTheRecipientIsShownWithoutLeavingIt(string language)
    {
        await using var desk = await WorldDesk.StartAsync(language);
        var first = TestKit.Sample.Posting with
        {
            Carrier = "СДЭК",
            TrackingNumber = "RA123456785RU",
            Remarks = [PostingRemark.Note, PostingRemark.MarkMissing, PostingRemark.CountryMissing],
            Recipient = new Recipient { Name = "Анна Бойко", Phone = "+7 900 000-00-01", City = "Казань", Address = "ул. Ленина, 1", PostalCode = "420000", Wish = "Позвоните дважды" },
        };
        desk.World.Marketplace.Show(first, first with { Key = first.Key with { Number = "0100200300-0008-1" } });
        await desk.World.RoundAsync();
        var prepare = desk.World.Of<PrepareOrder>();
        await prepare.MarkAsync(first.Key, PreparationStep.Checked, "Boris", default);
        await prepare.MarkAsync(first.Key, PreparationStep.Picked, "Boris", default);
        await prepare.ReadLabelAsync(first.Key, "0100200300-0099-1", default);

        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(desk.Address, "/api/desk/order?shop=shop&number=" + first.Key.Number).AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/desk/order?*");
        complaints.Clear();     // the browser complains of the 401 that showed the door
        await Pictures.TakeAsync(page, $"orders/order.{language}");

        await page.Locator("#recipient a[hx-get]").ClickAsync();
        await Assertions.Expect(page.Locator("#recipient")).ToContainTextAsync("Анна Бойко");
        await page.GotoAsync(new Uri(desk.Address, "/api/today?noted=yes&q=0100200300").AbsoluteUri);
        await Pictures.TakeAsync(page, $"today/filtered.{language}");

        Assert.Empty(complaints);
        await page.CloseAsync();
    }
}
