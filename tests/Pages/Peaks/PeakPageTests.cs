using NodaTime;
using ShipBy.Domain.Peaks;
using ShipBy.Pages.Peaks;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Tests.Orders;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Peaks;

public sealed class PeakPageTests(Pictures pictures) : IClassFixture<Pictures>
{
    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Fact]
    public async Task TheDaysAhead_CountWhatIsOpen_AgainstWhatCanBePacked()
    {
        await using var desk = await WorldDesk.StartAsync(prepare: world => world.Options.PackingCapacity = 1);
        desk.World.Marketplace.Show(Enumerable.Range(1, 3).Select(number => TestKit.Sample.Posting with { Key = new("shop", $"P-{number}") }));
        await desk.World.RoundAsync();
        using var browser = await desk.EnterAsync("Boris", "a-packers-key-for-tests");

        var rows = (await browser.ReadAsync("/api/desk/peak")).QuerySelectorAll("tbody tr");

        Assert.Equal(14, rows.Length);
        Assert.Equal(["0", "3", "0"], rows.Take(3).Select(row => row.QuerySelectorAll("td")[1].TextContent));       // Monday noon, due on Tuesday evening
        Assert.Contains("Pack 2 parcels of later days", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("late", rows[1].ClassName);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ThePage_CanBeRead(string language)
    {
        var today = new LocalDate(2026, 11, 25);
        var days = ParcelForecast.Of(
            today, 14, new Dictionary<LocalDate, int> { [today] = 9, [today.PlusDays(2)] = 41 }, Enumerable.Range(1, 28).ToDictionary(day => today.PlusDays(-day), day => 12 + day % 5), today.PlusDays(-28),
            day => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0 : 20);
        await using var desk = await WorldDesk.StartAsync(language);
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(desk.Address, "/api/desk/peak").AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/desk/peak");

        // The desk's own style sheet stays; what it shows is the sample's.
        var html = await Sample.Press.PrintAsync<PeakPage>(new PeakModel(Sample.Frame(language, "desk/peak"), days));
        await page.EvaluateAsync("html => { document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML; }", html);
        await Pictures.TakeAsync(page, $"peaks/peak.{language}");
        await page.CloseAsync();
    }
}
