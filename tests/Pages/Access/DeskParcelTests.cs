using System.Net;
using ShipBy.Application.Transit;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Tests.Letters;

namespace ShipBy.Pages.Tests.Access;

/// <summary>What a seller says of a parcel on its way, on the page.</summary>
public sealed class DeskParcelTests
{
    private static readonly ToldConsignment Lost = new(SampleParcels.Line(ConsignmentTrouble.Lost, 4, 9), Care: null);

    [Theory]
    [InlineData("acknowledge")]
    [InlineData("settle")]
    public async Task AButtonOfThePage_SaysIt_AndLeadsBackToTheParcel(string say)
    {
        await using var server = await DeskServer.StartAsync(Sample.Guard(), new FakeDesk { Consignments = [Lost] });
        using var browser = server.Open();
        await browser.EnterAsync("Анна");
        var form = Assert.Single((await browser.ReadAsync("/api/today")).Forms, form => form.GetAttribute("action") == "desk/parcel");
        Assert.NotNull(form.QuerySelector($"button[value={say}]"));

        var answer = await browser.PostAsync("/api/desk/parcel", [.. Browser.FieldsOf(form), ("say", say)]);

        Assert.Equal(say == "settle" ? [] : [(Lost.Line.Order, "Анна")], server.Desk.AcknowledgedParcels);
        Assert.Equal(say == "settle" ? [Lost.Line.Order] : [], server.Desk.SettledParcels);
        Assert.Equal("../today#" + OrderAnchor.Of(Lost.Line.Order), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task WhoIsOnIt_IsNamed_AndMayStillSettleIt()
    {
        await using var server = await DeskServer.StartAsync(Sample.Guard(), new FakeDesk { Consignments = [Lost with { Care = new ConsignmentCare("Boris", Sample.Now) }] });
        using var browser = server.Open();
        await browser.EnterAsync();

        var card = (await browser.ReadAsync("/api/today")).QuerySelector("#parcels article")!;

        Assert.Contains("Boris", card.QuerySelector(".on-it")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["settle"], card.QuerySelectorAll("button").Select(button => button.GetAttribute("value")));
        Assert.Contains("claim for compensation", card.QuerySelector(".claim")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAToken_OrAWord_NothingIsSaid()
    {
        await using var server = await DeskServer.StartAsync(Sample.Guard(), new FakeDesk { Consignments = [Lost] });
        using var browser = server.Open();
        await browser.EnterAsync();
        var token = (await browser.ReadAsync("/api/today")).QuerySelector("input[name=token]")!.GetAttribute("value")!;
        (string, string)[] parcel = [("shop", "second"), ("number", Lost.Line.Order.Number)];

        HttpResponseMessage[] answers =
        [
            await browser.PostAsync("/api/desk/parcel", [.. parcel, ("token", token)]),
            await browser.PostAsync("/api/desk/parcel", [.. parcel, ("token", token), ("say", "burn")]),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/api/desk/parcel", [.. parcel, ("say", "settle")])).StatusCode);
        Assert.Empty(server.Desk.SettledParcels);
        Assert.Empty(server.Desk.AcknowledgedParcels);
    }
}
