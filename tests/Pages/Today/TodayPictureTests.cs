using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Transit;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Tests.Letters;
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
            Order(1, -0.5) with { Warned = [new RungNote("2h", RungFate.Named, Sample.Now - Duration.FromHours(2), EscalatedAt: Sample.Now - Duration.FromHours(1.5)), new RungNote("overdue", RungFate.Named, Sample.Now)], Cost = Cost(-0.5) },
            Order(2, 3) with { Owner = "Мария", Outlook = Outlook(0.62, 3), Cost = Cost(3), ShipByRule = new ShipByRule(DeadlineRule.HoursAfterPayment, Sample.Now, "48 h", CarrierPickUp.LastBeforeLimit) },
            Order(3, 4) with { Owner = "Boris", Acknowledged = acknowledged, Outlook = Outlook(0.08, 4), Cost = Cost(4), ShipByRule = new ShipByRule(DeadlineRule.PlatformLimit, Sample.Now) },
            Order(4, 26) with { Questions = [ReviewReason.Value, ReviewReason.OddAddress, ReviewReason.Note], Acknowledged = acknowledged with { Until = Sample.Now + Duration.FromHours(20), RemindsAtEnd = true }, Outlook = Outlook(0.41, 9.75), ShipByRule = new ShipByRule(DeadlineRule.HoursAfterPayment, Sample.Now, "48 h") },
            Order(5, 66) with { Instruction = new Instruction { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = Sample.Now, AskedBy = "rule", State = InstructionState.Told }, Outlook = Outlook(0.5, 0) with { Reason = Reason(9.75) with { OrdersCounted = 2, IsGuess = true } }, ShipByRule = new ShipByRule(DeadlineRule.PlatformLimit, Sample.Now) })
        {
            Consignments = [.. SampleParcels.All.Select((line, index) => new ToldConsignment(line, index == 1 ? new ConsignmentCare("Anna", Sample.Now) : null))],
            Shops =
            [
                new TodayShop("main", Sample.Now) { Promise = PromiseReview.Of(new HandlingTimes([new(8, 140), new(30, 55), new(50, 5)]), HandlingTimes.None, Duration.FromHours(16)) },
                new TodayShop("second", Sample.Now) { Promise = PromiseReview.Of(new HandlingTimes([new(8, 60)]), HandlingTimes.None, Duration.FromHours(9)) },
                new TodayShop("third", Sample.Now) { Promise = PromiseReview.Of(new HandlingTimes([new(8, 60)]), HandlingTimes.None, set: null) },
                new TodayShop("fourth", Sample.Now) { StockUntoldSince = Sample.Now - Duration.FromMinutes(40), StockRefused = 2, RefusedMessages = new Dictionary<string, long> { ["401"] = 12, ["413"] = 1 }, Promise = PromiseReview.Of(new HandlingTimes([new(8, 6)]), HandlingTimes.None, set: null) },
            ],
        });
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        await page.GotoAsync(new Uri(server.Address, "/api/enter").AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/today");

        await Pictures.TakeAsync(page, $"today/today.{language}");
        await page.Locator(".act summary").Nth(0).ClickAsync();
        await page.Locator(".act summary").Nth(1).ClickAsync();
        foreach (var why in await page.Locator(".why summary").AllAsync())
        {
            await why.ClickAsync();
        }

        await Pictures.TakeAsync(page, $"today/opened.{language}");
        await page.Locator("button[value=ThreeHours]").First.ClickAsync();
        await Arrival.AtAsync(page, "**/today#o-*");
        await page.Locator(".act summary").Nth(2).ClickAsync();
        await page.Locator("input[name=owner]").Nth(2).FillAsync("Vera");
        await page.RunAndWaitForResponseAsync(() => page.Locator("input[name=owner]").Nth(2).PressAsync("Enter"), response => response.Url.EndsWith("/api/desk/assign", StringComparison.Ordinal));

        Assert.Equal((Order(2, 3).Key, Duration.FromHours(3)), Assert.Single(server.Desk.Snoozed));
        Assert.Equal((Order(3, 4).Key, "Vera"), Assert.Single(server.Desk.Assigned));
        Assert.Empty(server.Desk.Acknowledged);
        await page.CloseAsync();
    }

    private static CostOfMissing Cost(double hours) => CostOfMissing.Of(Sample.Order.Value, Duration.FromHours(-hours), SampleCosts.Table, new LateShare(3, 96));

    private static OrderOutlook Outlook(double chance, double workingHours) => new(chance, null, Reason(workingHours));

    private static OutlookReason Reason(double workingHours) => new(Duration.FromHours(5.4), 143, IsGuess: false, Duration.FromHours(9), Duration.FromHours(workingHours));

    private static TodayOrder Order(int number, double hours) => Sample.Order with
    {
        Key = new OrderKey("main", $"0100200300-{number:0000}-1"),
        ShipBy = Sample.Now + Duration.FromHours(hours),
        Left = Duration.FromHours(hours),
    };
}
