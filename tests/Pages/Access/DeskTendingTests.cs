using System.Net;
using AngleSharp.Html.Dom;
using NodaTime;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Tests.Access;

/// <summary>What else a seller says about an order on the page: later, and who takes care of it.</summary>
public class DeskTendingTests
{
    [Theory]
    [InlineData("OneHour", 60)]
    [InlineData("ThreeHours", 180)]
    [InlineData("TomorrowMorning", 21 * 60)]        // it is noon in Moscow
    public async Task Snoozing_TakesAButtonOfThePage_AndLeadsBackToTheOrder(string time, int minutes)
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();
        await browser.EnterAsync("Анна");
        var button = (await browser.ReadAsync("/api/today")).QuerySelector($"button[value={time}]") as IHtmlButtonElement;

        var answer = await browser.PostAsync("/api/" + button!.GetAttribute("formaction"), [.. Browser.FieldsOf(button.Form!), (button.Name!, button.Value)]);

        Assert.Equal((Sample.Order.Key, Duration.FromMinutes(minutes)), Assert.Single(server.Desk.Snoozed));
        Assert.Equal("../today#" + OrderAnchor.Of(Sample.Order.Key), answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("Борис ", "Борис")]
    [InlineData("", "")]
    [InlineData("a\r\nb", "a b")]
    public async Task AnOwner_IsGivenOnThePage(string written, string expected)
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();
        await browser.EnterAsync("Анна");
        var form = (await browser.ReadAsync("/api/today")).Forms.First(form => form.GetAttribute("action") == "desk/assign");

        var answer = await browser.PostAsync("/api/" + form.GetAttribute("action"), [.. Browser.FieldsOf(form).Where(field => field.Name != "owner"), ("owner", written)]);

        Assert.Equal((Sample.Order.Key, expected), Assert.Single(server.Desk.Assigned));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task AFormThatLacksSomething_ChangesNothing()
    {
        await using var server = await DeskServer.StartAsync();
        using var browser = server.Open();
        await browser.EnterAsync();
        var token = (await browser.ReadAsync("/api/today")).QuerySelector("input[name=token]")!.GetAttribute("value")!;
        (string, string)[] order = [("shop", "main"), ("number", Sample.Order.Key.Number)];

        HttpResponseMessage[] answers =
        [
            await browser.PostAsync("/api/desk/snooze", [.. order, ("token", token)]),
            await browser.PostAsync("/api/desk/snooze", [.. order, ("token", token), ("time", "Year")]),
            await browser.PostAsync("/api/desk/assign", [.. order, ("token", token)]),
        ];
        HttpResponseMessage[] forged = [await browser.PostAsync("/api/desk/snooze", [.. order, ("time", "OneHour")]), await browser.PostAsync("/api/desk/assign", [.. order, ("owner", "Boris")])];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.All(forged, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Empty(server.Desk.Snoozed);
        Assert.Empty(server.Desk.Assigned);
    }
}
