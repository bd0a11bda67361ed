using System.Net;
using AngleSharp.Html.Dom;
using ShipBy.Application.Carriers;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Orders;

namespace ShipBy.Pages.Tests.Carriers;

/// <summary>The number stock, filled by the owner and used by a batch.</summary>
public sealed class NumbersPagesTests
{
    private const string Page = "/api/desk/carriers/numbers";

    [Fact]
    public async Task TheOwner_AddsRunsAndLists_AndHearsWhatIsWrong()
    {
        await using var desk = await WorldDesk.StartAsync();
        using var owner = await desk.EnterAsync();
        var page = await owner.ReadAsync(Page);
        var (run, list) = (page.Forms[^2]!, page.Forms[^1]!);

        var added = await PressAsync(owner, run, ("carrier", "EMS"), ("first", "EE473124829CN"), ("rule", "S10"), ("count", "50"));
        var wrong = await PressAsync(owner, run, ("carrier", "EMS"), ("first", "EE473124828CN"), ("rule", "S10"), ("count", "50"));
        await PressAsync(owner, list, ("carrier", "EMS"), ("list", "A1\r\nA2, A3\r\n"));
        await PressAsync(owner, (await owner.ReadAsync(Page)).Forms.Single(form => form.GetAttribute("action")!.EndsWith("/line", StringComparison.Ordinal)), ("least", "60"));
        page = await owner.ReadAsync("/api/" + added.Headers.Location!.OriginalString.Replace("../", "", StringComparison.Ordinal));

        Assert.Equal("50 numbers are in; 0 were known before.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("The check digit does not fit. It would be EE473124829CN.", (await Browser.ParseAsync(wrong)).QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("53 numbers left Few are left", page.QuerySelector(".card p")!.TextContent);
        Assert.Contains("50 of 50 · next: EE473124829CN", page.QuerySelector(".card ul")!.TextContent, StringComparison.Ordinal);

        await PressAsync(owner, page.QuerySelectorAll(".card li").Single(lot => lot.TextContent.Contains("50 of 50", StringComparison.Ordinal)).QuerySelectorAll("form").OfType<IHtmlFormElement>().Single());
        Assert.Equal(3, Assert.Single(await desk.World.Of<WaybillStock>().AllAsync(default)).Left);
    }

    [Fact]
    public async Task APlan_ProposesItsCarrier_AndTakesItsNumbersFromTheStock_WhenItIsStarted()
    {
        await using var desk = await WorldDesk.StartAsync();
        await desk.World.Of<CarrierTable>().SaveAsync(new CarrierTariff { Id = Guid.NewGuid(), Name = "СДЭК", Code = "cdek", Rule = NumberRule.Counter }, isNew: true, default);
        await desk.World.Of<WaybillStock>().AddRunAsync("cdek", "100", NumberRule.Counter, 1, 5, "Anna", default);
        desk.World.Marketplace.Show(Enumerable.Range(1, 2).Select(number => TestKit.Sample.Posting with { Key = new OrderKey("shop", $"P-{number}") }));
        await desk.World.RoundAsync();
        using var packer = await desk.EnterAsync("Boris", "a-packers-key-for-tests");

        var choose = (await packer.ReadAsync("/api/desk/ship?all=1")).Forms.Single();
        var plan = await Browser.ParseAsync(await packer.PostAsync("/api/desk/ship/plan", [.. Browser.FieldsOf(choose).Where(field => field.Name is not (null or "handed" or "stock"))]));
        Assert.Equal("Proposed for 2 orders: СДЭК. 5 numbers are in stock. Ship these with СДЭК", plan.QuerySelector(".proposal")!.TextContent);
        var form = plan.Forms.Single(one => one.GetAttribute("action")!.EndsWith("ship/start", StringComparison.Ordinal));
        var taken = await Browser.ParseAsync(await packer.PostAsync("/api/desk/ship/plan", [.. Browser.FieldsOf(form), ("take", "cdek")]));

        Assert.Equal(["100", "101"], taken.QuerySelectorAll("input[name^='number:']").Select(input => input.GetAttribute("value")));
        Assert.Empty(taken.QuerySelectorAll(".proposal"));
        Assert.Equal(5, Assert.Single(await desk.World.Of<WaybillStock>().AllAsync(default)).Left);

        form = taken.Forms.Single(one => one.GetAttribute("action")!.EndsWith("ship/start", StringComparison.Ordinal));
        var started = await packer.PostAsync("/api/desk/ship/start", [.. Browser.FieldsOf(form)]);

        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        Assert.Equal(3, Assert.Single(await desk.World.Of<WaybillStock>().AllAsync(default)).Left);
        Assert.Equal(("cdek", "100"), (await desk.World.OrderAsync("P-1")).Instruction!.Ship is var ship ? (ship!.Carrier, ship.TrackingNumber) : default);
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.PostAsync(Page + "/add", ("carrier", "EMS"), ("list", "A1"))).StatusCode);
    }

    [Fact]
    public async Task ABill_IsCompared_AndSaysWhatIsWrong()
    {
        await using var desk = await WorldDesk.StartAsync();
        await desk.World.Of<CarrierTable>().SaveAsync(new CarrierTariff { Id = Guid.NewGuid(), Name = "СДЭК", UpTo = 500, Price = new Money(20_000, "RUB") }, isNew: true, default);
        desk.World.Marketplace.Show(TestKit.Sample.Posting);
        await desk.World.RoundAsync();
        desk.World.Marketplace.Show(TestKit.Sample.Posting with { Status = PostingStatus.HandedOver, TrackingNumber = "A1", Carrier = "СДЭК" });
        await desk.World.RoundAsync();
        using var owner = await desk.EnterAsync();
        using var packer = await desk.EnterAsync("Boris", "a-packers-key-for-tests");
        var form = (await owner.ReadAsync("/api/desk/carriers/bill")).Forms.Single();

        var page = await Browser.ParseAsync(await PressAsync(owner, form, ("carrier", "СДЭК"), ("rows", "A1 250 400\nA1 200 400\nX1 200 400\nnonsense")));

        Assert.Equal("3 rows ask for 650\u00a0₽; too much by 450\u00a0₽.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(["Dearer than the table: 200\u00a0₽", "Billed twice", "Never shipped"], page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[2].TextContent));
        Assert.Contains("nonsense", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.GetAsync("/api/desk/carriers/bill")).StatusCode);
    }

    private static Task<HttpResponseMessage> PressAsync(Browser browser, IHtmlFormElement form, params (string Name, string Value)[] fields) => browser.PostAsync(
        "/api/" + form.GetAttribute("action")!.Replace("../", "", StringComparison.Ordinal), [.. Browser.FieldsOf(form).Where(field => fields.All(other => other.Name != field.Name)), .. fields]);
}
