using System.Net;
using AngleSharp.Html.Dom;
using ShipBy.Application.Quality;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Orders;

namespace ShipBy.Pages.Tests.Why;

/// <summary>The list of what is done so that fewer orders go wrong. It is Monday, 2 March 2026.</summary>
public sealed class ImprovementPageTests
{
    private const string Page = "/api/desk/why/better";

    [Fact]
    public async Task OneIsWrittenDown_AndJudgedOnceThereAreEnoughDays_AndClosed()
    {
        await using var desk = await WorldDesk.StartAsync();
        using var browser = await desk.EnterAsync();
        desk.World.Marketplace.Show(TestKit.Sample.Posting with { Key = new("shop", "P-1"), Status = PostingStatus.Cancelled, RawStatus = "cancelled", CancelReason = "client" });
        await desk.World.RoundAsync();
        var form = (IHtmlFormElement)(await browser.ReadAsync(Page)).QuerySelector("form.add")!;

        var fields = Browser.FieldsOf(form).Where(field => field.Name is "token" or "id").ToList();
        var answer = await AddAsync();
        await AddAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("too few days", Assert.Single((await browser.ReadAsync(Page)).QuerySelectorAll(".better")).TextContent, StringComparison.Ordinal);

        desk.World.Clock.Advance(TimeSpan.FromDays(9));
        var page = await browser.ReadAsync(Page);
        Assert.Equal(["not available", "100%"], page.QuerySelectorAll(".better dd").Select(value => value.TextContent));
        await browser.PostAsync(Page + "/close", Browser.FieldsOf((IHtmlFormElement)page.QuerySelector(".better form")!));

        var one = Assert.Single(await desk.World.Of<Improvements>().AllAsync(TestContext.Current.CancellationToken)).Improvement;
        Assert.Equal(("ask before packing", "Boris", (CauseKind?)CauseKind.Buyer, "Anna", new NodaTime.LocalDate(2026, 3, 11)), (one.Measure, one.Owner, one.Cause, one.By, one.Until!.Value));
        await browser.PostAsync(Page + "/forget", [.. fields.Where(field => field.Name == "token"), ("id", one.Id.ToString("N"))]);
        Assert.Empty(await desk.World.Of<Improvements>().AllAsync(TestContext.Current.CancellationToken));

        Task<HttpResponseMessage> AddAsync() => browser.PostAsync(Page, [.. fields, ("measure", " ask before packing "), ("owner", "Boris"), ("from", "2026-03-02"), ("cause", "Buyer")]);
    }

    [Theory]
    [InlineData("measure", "")]
    [InlineData("owner", " ")]
    [InlineData("from", "soon")]
    [InlineData("from", "2025-03-01")]
    [InlineData("only", "elsewhere")]
    public async Task WhatCannotBeRead_IsSaid_AndNothingIsKept(string field, string value)
    {
        await using var desk = await WorldDesk.StartAsync();
        using var browser = await desk.EnterAsync();
        var form = (IHtmlFormElement)(await browser.ReadAsync(Page)).QuerySelector("form.add")!;
        var fields = Browser.FieldsOf(form).Where(one => one.Name is "token" or "id").Concat([("measure", "m"), ("owner", "o"), ("from", "2026-03-02")]).Where(one => one.Item1 != field).Append((field, value));

        var answer = await browser.PostAsync(Page, [.. fields]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single((await Browser.ParseAsync(answer)).QuerySelectorAll("[role=alert]"));
        Assert.Empty(await desk.World.Of<Improvements>().AllAsync(TestContext.Current.CancellationToken));
    }
}
