using System.Net;
using AngleSharp.Html.Dom;
using ShipBy.Application.Carriers;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Orders;

namespace ShipBy.Pages.Tests.Carriers;

/// <summary>The table of carriers, used as its owner and as a packer use it.</summary>
public sealed class CarriersPagesTests
{
    private static readonly Recipient Anna = new() { Name = "Анна Бойко", City = "Казань", Address = "ул. Ленина, 1" };

    [Fact]
    public async Task TheOwner_AddsChangesAndRemovesARow()
    {
        await using var desk = await WorldDesk.StartAsync();
        using var owner = await desk.EnterAsync();

        var saved = await PressAsync(owner, Form(await owner.ReadAsync("/api/desk/carriers/row"), "save"), ("Name", "СДЭК"), ("PickUps", "Mon-Fri 16:00"), ("Contact", "Олег, +7 (900) 000-00-01"), ("Price", "350"), ("Currency", "RUB"));
        var page = await owner.ReadAsync("/api/desk/carriers?saved=1");
        Assert.EndsWith("desk/carriers?saved=1", saved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Saved.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mon-Fri 16:00", page.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:+79000000001", page.QuerySelector(".card a[href^='tel:']")!.GetAttribute("href"));

        var form = Form(await owner.ReadAsync(Link(page, ".card a[href*=row]")), "save");
        Assert.Contains(("Price", "350"), Browser.FieldsOf(form));
        await PressAsync(owner, form, ("Price", "360,50"), ("Emergency", "help@cdek.example"));
        page = await owner.ReadAsync("/api/desk/carriers");
        Assert.Equal(36_050, Assert.Single(await desk.World.Of<CarrierTable>().AllAsync(default)).Price!.MinorUnits);
        Assert.Equal("mailto:help@cdek.example", page.QuerySelector(".card a[href^='mailto:']")!.GetAttribute("href"));

        await PressAsync(owner, Form(await owner.ReadAsync(Link(page, ".card a[href*=row]")), "remove"));
        Assert.Empty(await desk.World.Of<CarrierTable>().AllAsync(default));
        var gone = await PressAsync(owner, form, ("Price", "1"));
        Assert.Equal(HttpStatusCode.Conflict, gone.StatusCode);
        Assert.Contains("Somebody has removed this row.", (await Browser.ParseAsync(gone)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await desk.World.Of<CarrierTable>().AllAsync(default));
    }

    [Fact]
    public async Task WhatCannotBeRead_IsNamed_AndWhatWasTypedIsKept()
    {
        await using var desk = await WorldDesk.StartAsync();
        using var owner = await desk.EnterAsync();

        var answer = await PressAsync(owner, Form(await owner.ReadAsync("/api/desk/carriers/row"), "save"), ("Name", "<b>"), ("PickUps", "at noon"), ("Days", "-1"));
        var page = await Browser.ParseAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Please correct: Days on the way, Pick-ups.", page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal(["Days", "PickUps"], page.QuerySelectorAll("[aria-invalid=true]").Select(input => input.GetAttribute("name")));
        Assert.Contains(("Name", "<b>"), Browser.FieldsOf(Form(page, "save")));
        Assert.Empty(await desk.World.Of<CarrierTable>().AllAsync(default));

        await PressAsync(owner, Form(page, "save"), ("PickUps", ""), ("Days", ""));
        Assert.Equal("<b>", Assert.Single(await desk.World.Of<CarrierTable>().AllAsync(default)).Name);
    }

    [Fact]
    public async Task APacker_SeesTheTable_AndWritesNothing()
    {
        await using var desk = await WorldDesk.StartAsync();
        await desk.World.Of<CarrierTable>().SaveAsync(Cdek, isNew: true, default);
        using var packer = await desk.EnterAsync("Boris", "a-packers-key-for-tests");

        var page = await packer.ReadAsync("/api/desk/carriers");

        Assert.Contains("СДЭК", page.QuerySelector(".card h2")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href*=row]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.GetAsync("/api/desk/carriers/row")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.PostAsync("/api/desk/carriers/save", ("id", Cdek.Id.ToString()), ("Name", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.PostAsync("/api/desk/carriers/remove", ("id", Cdek.Id.ToString()))).StatusCode);
        Assert.Equal("СДЭК", Assert.Single(await desk.World.Of<CarrierTable>().AllAsync(default)).Name);
    }

    [Fact]
    public async Task AnOrder_IsShippedWithTheProposedCarrier_UnlessSomebodyWritesAnother()
    {
        await using var desk = await WorldDesk.StartAsync();
        await desk.World.Of<CarrierTable>().SaveAsync(Cdek, isNew: true, default);
        await desk.World.Of<CarrierTable>().SaveAsync(Cdek with { Id = Guid.NewGuid(), Name = "Почта", Code = "", Price = new Money(20_000, "RUB") }, isNew: true, default);
        await desk.World.Of<CarrierTable>().SaveAsync(Cdek with { Id = Guid.NewGuid(), Name = "Самара-экспресс", Places = ["Самара"], Price = new Money(1, "RUB") }, isNew: true, default);
        desk.World.Marketplace.Show(TestKit.Sample.Posting with { Key = new OrderKey("shop", "P-1"), Recipient = Anna }, TestKit.Sample.Posting with { Key = new OrderKey("shop", "P-2"), Recipient = Anna, Carrier = "Ozon" });
        await desk.World.RoundAsync();
        using var browser = await desk.EnterAsync();

        var page = await browser.ReadAsync("/api/desk/order?shop=shop&number=P-1");
        var other = await browser.ReadAsync("/api/desk/order?shop=shop&number=P-2");
        await PressAsync(browser, Form(page, "order/ship"));

        Assert.Equal("Proposed: СДЭК (150\u00a0₽): the cheapest that makes it in time.", page.QuerySelector(".proposal")!.TextContent);
        Assert.Equal("cdek", (await desk.World.OrderAsync("P-1")).Instruction!.Ship!.Carrier);
        Assert.Contains("Ozon: the marketplace decides.", other.QuerySelector(".proposal")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(("carrier", ""), Browser.FieldsOf(Form(other, "order/ship")));
    }

    [Fact]
    public async Task WithoutATable_NothingIsProposed()
    {
        await using var desk = await WorldDesk.StartAsync();
        desk.World.Marketplace.Show(TestKit.Sample.Posting);
        await desk.World.RoundAsync();
        using var browser = await desk.EnterAsync();

        Assert.Null((await browser.ReadAsync("/api/desk/order?shop=shop&number=" + TestKit.Sample.Posting.Key.Number)).QuerySelector(".proposal"));
    }

    [Fact]
    public async Task TheTable_IsDownloaded_WithoutFormulas()
    {
        await using var desk = await WorldDesk.StartAsync();
        await desk.World.Of<CarrierTable>().SaveAsync(Cdek with { Name = "=cmd()", Contact = "say \"hi\", please" }, isNew: true, default);
        using var browser = await desk.EnterAsync();

        var answer = await browser.GetAsync("/api/desk/carriers/table.csv");
        var lines = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Split("\r\n");

        Assert.Equal(("text/csv", "carriers.csv"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("\uFEFFcarrier,code,countries,postal_codes,places,up_to_g,price,currency,days,pick_ups,contact,emergency,shutdowns,number_rule", lines[0]);
        Assert.Equal("'=cmd(),cdek,,,,,150,RUB,,,\"say \"\"hi\"\", please\",,,", lines[1]);
    }

    [Theory]
    [InlineData("+7 900 000-00-00", "tel:+79000000000")]
    [InlineData("call 8 (800) 100", "tel:8800100")]
    [InlineData("room 1234", null)]
    [InlineData("a.b+c@d-e.example", "mailto:a.b+c@d-e.example")]
    [InlineData("a@b?cc=x", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("", null)]
    public void AContact_IsALink_WhereItIsANumberOrAnAddress(string text, string? href)
    {
        var contact = ShipBy.Pages.Carriers.ContactText.Of(text);

        Assert.Equal(href, contact.Href);
        Assert.Equal(text, contact.Before + contact.Link + contact.After);
    }

    private static CarrierTariff Cdek { get; } = new() { Id = Guid.NewGuid(), Name = "СДЭК", Code = "cdek", Price = new Money(15_000, "RUB") };

    private static string Link(IHtmlDocument page, string selector) => "/api/" + page.QuerySelector(selector)!.GetAttribute("href")!.Replace("../", "", StringComparison.Ordinal);

    private static IHtmlFormElement Form(IHtmlDocument page, string action) => page.Forms.Single(form => form.GetAttribute("action")!.EndsWith("/" + action, StringComparison.Ordinal));

    private static Task<HttpResponseMessage> PressAsync(Browser browser, IHtmlFormElement form, params (string Name, string Value)[] fields) => browser.PostAsync(
        "/api/" + form.GetAttribute("action")!.Replace("../", "", StringComparison.Ordinal),
        [.. Browser.FieldsOf(form).Where(field => field.Name is not ("handed" or "anyway") && fields.All(other => other.Name != field.Name)), .. fields]);
}
