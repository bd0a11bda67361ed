using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Carriers;
using ShipBy.Application.Settings;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Carriers;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Tests.Orders;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Holidays;

/// <summary>The page of closed periods. It is Monday, 2 March 2026.</summary>
public sealed class HolidayPagesTests(Pictures pictures) : IClassFixture<Pictures>
{
    private const string Page = "/api/desk/peak/holiday";

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Fact]
    public async Task LastDays_AreShownByCarrier_ForTheDateThatIsAskedFor()
    {
        await using var desk = await StartAsync();
        using var packer = await desk.EnterAsync("Boris", "a-packers-key-for-tests");

        var page = await packer.ReadAsync(Page);
        var earlier = await packer.ReadAsync(Page + "?period=2026-03-07..2026-03-09&by=2026-03-02");

        Assert.Equal("Women's Day", page.QuerySelector("h2")!.TextContent);
        Assert.Contains("Parcels leave up to Fri 6 Mar, and again from Tue 10 Mar.", page.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Thu 5 Mar, 16:00", "Write the days on the way into the table"], page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[1].TextContent));
        Assert.Equal("Too late: it was Fri 27 Feb, 16:00", earlier.QuerySelector("tbody tr td:nth-child(2)")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main form[method=post] button"));
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.PostAsync(Page + "/save", ("period", "2026-03-07..2026-03-09"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await packer.GetAsync(Page + "?period=2026-03-07..2026-03-10")).StatusCode);
    }

    [Fact]
    public async Task TextsAreThereInAllLanguages_AndWhatIsChangedIsKept_TheRestFollowsTheDate()
    {
        await using var desk = await StartAsync();
        using var owner = await desk.EnterAsync();

        var page = await owner.ReadAsync(Page);
        Assert.Equal(15, page.QuerySelectorAll("textarea").Length);
        Assert.Contains("妇女节", Text(page, "zh-CN:Notice"), StringComparison.Ordinal);
        Assert.Contains("Международный женский день", Text(page, "ru:WhyLate"), StringComparison.Ordinal);
        Assert.Contains("Казань: by 5 March", Text(page, "en:Notice"), StringComparison.Ordinal);

        await PressAsync(owner, Form(page, "save"), ("ru:WhyLate", "Мы отдыхаем.\r\nСпасибо!"));
        var later = await owner.ReadAsync(Page + "?by=2026-03-11&saved=1");
        Assert.Equal("Мы отдыхаем.\nСпасибо!", Text(later, "ru:WhyLate"));
        Assert.Contains("11 March", Text(later, "en:CanYouMakeIt"), StringComparison.Ordinal);
        Assert.Equal("Saved.", later.QuerySelector("[role=status]")!.TextContent);

        await PressAsync(owner, (IHtmlFormElement)Form(later, "save"), "forget");
        Assert.Contains("Международный женский день", Text(await owner.ReadAsync(Page), "ru:WhyLate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandlingTimes_AreDownloadedAsAPromotionsFile()
    {
        await using var desk = await StartAsync();
        using var owner = await desk.EnterAsync();

        var answer = await owner.GetAsync(Page + "/promotions.csv?usual=24");
        var lines = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Split("\r\n");

        Assert.Equal(["\uFEFFdate,handling,name,source,confidence,counts", "2026-03-07,96h,Women's Day,the shop's own notice,projection,clock", "2026-03-08,72h,Women's Day,the shop's own notice,projection,clock"], lines.Take(3));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ThePage_CanBeRead(string language)
    {
        await using var desk = await StartAsync(language);
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(desk.Address, Page).AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/desk/peak/holiday");

        await Pictures.TakeAsync(page, $"holidays/holiday.{language}");
        await page.CloseAsync();
    }

    private static async Task<WorldDesk> StartAsync(string language = "en")
    {
        var off = new DateInterval(new LocalDate(2026, 3, 7), new LocalDate(2026, 3, 9)).ToList();
        var calendar = new WorkCalendar(
            DateTimeZoneProviders.Tzdb["Europe/Moscow"],
            Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => WorkHours.Usual),
            off.ToDictionary(day => day, _ => (WorkHours?)null),
            off.ToDictionary(day => day, _ => "Women's Day"));
        var desk = await WorldDesk.StartAsync(language, world => world.AddPorts = services => services.AddSingleton(new ShopHours(calendar)));
        var table = desk.World.Of<CarrierTable>();
        await table.SaveAsync(new CarrierTariff { Id = Guid.NewGuid(), Name = "CDEK", Places = ["Казань"], Days = 1, PickUps = PickUpTime.Read("Mon-Fri 16:00")! }, isNew: true, default);
        await table.SaveAsync(new CarrierTariff { Id = Guid.NewGuid(), Name = "Почта", Shutdowns = [new Shutdown(new LocalDate(2026, 3, 8), new LocalDate(2026, 3, 8)), new Shutdown(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 3))] }, isNew: true, default);
        return desk;
    }

    private static string Text(IHtmlDocument page, string name) => page.QuerySelector($"textarea[name='{name}']")!.TextContent;

    private static IHtmlFormElement Form(IHtmlDocument page, string action) => page.Forms.Single(form => form.GetAttribute("action")!.EndsWith("/" + action, StringComparison.Ordinal));

    private static Task<HttpResponseMessage> PressAsync(Browser browser, IHtmlFormElement form, params (string Name, string Value)[] fields) => PressAsync(browser, form, "save", fields);

    private static Task<HttpResponseMessage> PressAsync(Browser browser, IHtmlFormElement form, string action, params (string Name, string Value)[] fields) => browser.PostAsync(
        $"{Page}/{action}", [.. Browser.FieldsOf(form).Where(field => fields.All(other => other.Name != field.Name)), .. fields]);
}
