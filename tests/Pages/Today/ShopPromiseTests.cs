using AngleSharp.Html.Parser;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Domain.Estimates;
using ShipBy.Pages.Today;

namespace ShipBy.Pages.Tests.Today;

/// <summary>The advice on a shop's handling time, among the shops.</summary>
public sealed class ShopPromiseTests
{
    [Theory]
    [InlineData(0, 0, null, null)]                  // nothing set, nothing known
    [InlineData(19, 2, 16.0, "Too few hand-overs yet to judge the handling time of 16 h: 19 of 20.")]
    [InlineData(20, 9, null, "20 of the last 20 shipments were handed over within 9 h of working time: so much can be promised.")]
    [InlineData(20, 9, 10.0, "The handling time of 10 h is kept: 20 of the last 20 shipments.")]
    [InlineData(20, 9, 12.0, "A shorter handling time than 12 h can be promised: with 9 h of working time 20 of the last 20 shipments would have been in time. Setting: Shops__main__HandlingTime=9h")]
    [InlineData(20, 30, 7.5, "The handling time of 7 h 30 min is kept too seldom: 0 of the last 20 shipments, where 95 of 100 is the aim. With 30 h of working time it would have been 20 of 20. Setting: Shops__main__HandlingTime=30h")]
    public async Task AShop_SaysWhatItCanPromise_AndWhatItDoes(int orders, int hours, double? set, string? expected)
    {
        var review = PromiseReview.Of(new HandlingTimes([new(hours, orders)]), HandlingTimes.None, set is { } some ? Duration.FromHours(some) : null);

        Assert.Equal(expected, await AdviceAsync(review));
    }

    [Fact]
    public async Task WhereNobodyAsked_NothingIsSaid() => Assert.Null(await AdviceAsync(null));

    private static async Task<string?> AdviceAsync(PromiseReview? review)
    {
        var view = Sample.View() with { Shops = [new TodayShop("main", null) { Promise = review }] };
        var model = TodayModel.Of(Sample.Frame(), view, Sample.Guard(), gone: false);
        var page = new HtmlParser().ParseDocument(await Sample.Press.PrintAsync<TodayPage>(model));
        return page.QuerySelector(".shops .advice")?.TextContent.Replace('\u00A0', ' ').Trim();
    }
}
