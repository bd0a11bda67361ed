using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Today;

/// <summary>The page of today in a real browser: looked at in every language, and used by its buttons.</summary>
public sealed class TodayPictureTests(Pictures pictures) : IClassFixture<Pictures>
{
    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ThePage_CanBeRead_AndItsButtonsWork(string language)
    {
        var acknowledged = new Acknowledgement("Anna", Sample.Now, Sample.Now + Duration.FromHours(1));
        await using var server = await DeskServer.StartAsync(Sample.Guard(language), new FakeDesk(
            Order(1, -0.5) with { Warned = [new RungNote("2h", RungFate.Named, Sample.Now - Duration.FromHours(2), EscalatedAt: Sample.Now - Duration.FromHours(1.5)), new RungNote("overdue", RungFate.Named, Sample.Now)] },
            Order(2, 3) with { Owner = "Мария" },
            Order(3, 4) with { Owner = "Boris", Acknowledged = acknowledged },
            Order(4, 26) with { Acknowledged = acknowledged with { Until = Sample.Now + Duration.FromHours(20), RemindsAtEnd = true } }));
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(server.Address, "/api/enter").AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await page.WaitForURLAsync("**/today");

        await Pictures.TakeAsync(page, $"today/today.{language}");
        await page.Locator("article summary").Nth(0).ClickAsync();
        await page.Locator("article summary").Nth(1).ClickAsync();
        await Pictures.TakeAsync(page, $"today/opened.{language}");
        await page.Locator("button[value=ThreeHours]").First.ClickAsync();
        await page.WaitForURLAsync("**/today#o-*");
        await page.Locator("article summary").Nth(2).ClickAsync();
        await page.Locator("input[name=owner]").Nth(2).FillAsync("Vera");
        await page.RunAndWaitForResponseAsync(() => page.Locator("input[name=owner]").Nth(2).PressAsync("Enter"), response => response.Url.EndsWith("/api/assign", StringComparison.Ordinal));

        Assert.Equal((Order(2, 3).Key, Duration.FromHours(3)), Assert.Single(server.Desk.Snoozed));
        Assert.Equal((Order(3, 4).Key, "Vera"), Assert.Single(server.Desk.Assigned));
        Assert.Empty(server.Desk.Acknowledged);
        await page.CloseAsync();
    }

    private static TodayOrder Order(int number, double hours) => Sample.Order with
    {
        Key = new OrderKey("main", $"0100200300-{number:0000}-1"),
        ShipBy = Sample.Now + Duration.FromHours(hours),
        Left = Duration.FromHours(hours),
    };
}
