using Microsoft.Playwright;
using ShipBy.Application.Carriers;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Tests.Orders;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Carriers;

/// <summary>The table of carriers, a row's form and a proposal in a real browser, in every language.</summary>
public sealed class CarriersPictureTests(Pictures pictures) : IClassFixture<Pictures>
{
    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ThePages_CanBeRead(string language)
    {
        await using var desk = await WorldDesk.StartAsync(language);
        var table = desk.World.Of<CarrierTable>();
        var today = (await desk.World.Of<LookAtCarriers>().RunAsync(default)).Today;
        var cdek = new CarrierTariff
        {
            Id = Guid.NewGuid(),
            Name = "СДЭК Посылочка",
            Code = "cdek-136",
            Places = ["Татарстан", "Казань"],
            Countries = ["RU"],
            UpTo = 2_000,
            Price = new Money(35_050, "RUB"),
            Days = 3,
            PickUps = PickUpTime.Read("Mon-Fri 16:00, Sat 12:00")!,
            Contact = "Олег, +7 (900) 000-00-01",
            Emergency = "help@cdek.example",
            Rule = NumberRule.FromTheCarrier,
            Shutdowns = [new Shutdown(today.PlusDays(20), today.PlusDays(24))],
        };
        await table.SaveAsync(cdek, isNew: true, default);
        await table.SaveAsync(new CarrierTariff { Id = Guid.NewGuid(), Name = "中通快递", Code = "ZTO", Price = new Money(1_200, "CNY"), Days = 21, Shutdowns = [new Shutdown(today.PlusDays(-2), today.PlusDays(5))] }, isNew: true, default);
        await table.SaveAsync(new CarrierTariff { Id = Guid.NewGuid(), Name = "Почта России", PostalCodes = ["42", "43"], Rule = NumberRule.RussianPost }, isNew: true, default);
        desk.World.Marketplace.Show(TestKit.Sample.Posting with { Recipient = new Recipient { City = "Казань", Region = "Татарстан", PostalCode = "420000" } });
        await desk.World.RoundAsync();

        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(desk.Address, "/api/desk/carriers").AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/desk/carriers");
        complaints.Clear();     // the browser complains of the 401 that showed the door
        await Pictures.TakeAsync(page, $"carriers/table.{language}");

        await page.GotoAsync(new Uri(desk.Address, $"/api/desk/carriers/row?id={cdek.Id:N}").AbsoluteUri);
        await Pictures.TakeAsync(page, $"carriers/row.{language}");
        await page.GotoAsync(new Uri(desk.Address, "/api/desk/order?shop=shop&number=" + TestKit.Sample.Posting.Key.Number).AbsoluteUri);
        await Assertions.Expect(page.Locator("input[name=carrier]")).Not.ToHaveValueAsync("");
        await Pictures.TakeAsync(page, $"carriers/proposal.{language}");

        var stock = desk.World.Of<WaybillStock>();
        await stock.AddRunAsync("Почта России", "EE473124829CN", NumberRule.S10, 1, 50, "Анна", default);
        await stock.AddListAsync("ZTO", ["YT0001", "YT0002"], "Анна", default);
        await stock.SetLineAsync("ZTO", 20, default);
        await page.GotoAsync(new Uri(desk.Address, "/api/desk/carriers/numbers").AbsoluteUri);
        await Pictures.TakeAsync(page, $"carriers/numbers.{language}");
        await page.GotoAsync(new Uri(desk.Address, "/api/desk/carriers/bill").AbsoluteUri);
        await page.Locator("input[name=carrier]").FillAsync("cdek-136");
        await page.Locator("textarea").FillAsync("10100001000010 350 400\n10100001000010 350 400\nnonsense");
        await page.Locator("form[action$=bill] button").ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Pictures.TakeAsync(page, $"carriers/bill.{language}");

        Assert.Empty(complaints);
        await page.CloseAsync();
    }
}
