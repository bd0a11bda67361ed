using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Estimates;
using ShipBy.Pages.Tests.Letters;
using ShipBy.Pages.Today;

namespace ShipBy.Pages.Tests.Today;

/// <summary>What a card says of the cost of missing its deadline. The sample's order is worth 1,530 roubles.</summary>
public sealed class CostCardTests
{
    /// <summary>Likely or past, the cost is a line of its own; before that, it belongs to the explanation.</summary>
    [Theory]
    [InlineData(3.0, 0.49, null, "If missed, late surcharge: about 50 ₽ (1%), up to 100 ₽ (3%).")]
    [InlineData(3.0, 0.5, "Late surcharge: about 50 ₽ (1%), up to 100 ₽ (3%)", null)]
    [InlineData(-1.0, 1.0, "Late surcharge: about 50 ₽ (1%), up to 100 ₽ (3%)", null)]
    public async Task ACost_StandsWhereItMatters(double hours, double chance, string? line, string? explained)
    {
        var left = Duration.FromHours(hours);
        var order = Sample.Order with
        {
            Left = left,
            Outlook = new OrderOutlook(chance, null, new OutlookReason(Duration.FromHours(5), 8, IsGuess: false, Duration.FromHours(9), Duration.Max(left, Duration.Zero))),
            Cost = CostOfMissing.Of(Sample.Order.Value, -left, SampleCosts.Table, share: null),
        };

        var page = await PageAsync(order);

        Assert.Equal(line, Words(page.QuerySelector(".cost")?.TextContent));
        Assert.Equal(explained, Words(page.QuerySelector(".why p")?.TextContent) is { } why && why.IndexOf("If missed", StringComparison.Ordinal) is > 0 and var at ? why[at..] : null);
        Assert.StartsWith("Costs by samples in Ozon's API specification (tariffication_steps), 2026-10-01, not certain", Words(page.QuerySelector(".sources")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNothingIsCharged_NothingIsSaid()
    {
        foreach (var cost in new[] { null, CostOfMissing.Of(Sample.Order.Value, Duration.Zero, CostTable.None, share: null) })
        {
            var page = await PageAsync(Sample.Order with { Left = -Duration.FromHours(1), Cost = cost });

            Assert.Empty(page.QuerySelectorAll(".cost, .sources"));
        }
    }

    private static async Task<IHtmlDocument> PageAsync(TodayOrder order)
    {
        var model = TodayModel.Of(Sample.Frame(), Sample.View(order), Sample.Guard(), gone: false);
        return new HtmlParser().ParseDocument(await Sample.Press.PrintAsync<TodayPage>(model));
    }

    private static string? Words(string? text) => text is null ? null : string.Join(' ', text.Replace('\u00A0', ' ').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
