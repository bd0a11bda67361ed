using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Domain.Shipping;
using ShipBy.Pages.Today;

namespace ShipBy.Pages.Tests.Today;

/// <summary>What a card says of questions that are open and of what is told to the marketplace, and what a shop's line says of what went wrong.</summary>
public sealed class ShippingCardTests
{
    [Fact]
    public async Task OpenQuestions_AreNamed()
    {
        var page = await PageAsync(Sample.View(Sample.Order with { Questions = [ReviewReason.Value, ReviewReason.Note] }));

        Assert.Equal("Look before shipping: high value, there is a note", page.QuerySelector("article .flaw")!.TextContent);
    }

    [Theory]
    [InlineData(InstructionKind.Ship, InstructionState.Wanted, "soft", "Will be reported as shipped")]
    [InlineData(InstructionKind.Ship, InstructionState.Refused, "flaw", "Could not be reported as shipped: MARKS_MISSING")]
    [InlineData(InstructionKind.Cancel, InstructionState.Told, "soft", "Cancellation sent, waiting for the marketplace")]
    public async Task AnInstruction_SaysHowFarItIs(InstructionKind kind, InstructionState state, string style, string expected)
    {
        var asked = new Instruction { Kind = kind, AskedAt = Sample.Now, AskedBy = "seller", State = state, Refusal = state == InstructionState.Refused ? "MARKS_MISSING" : null };
        var page = await PageAsync(Sample.View(Sample.Order with { Instruction = asked }));

        Assert.Contains(page.QuerySelectorAll($"article p.{style}"), line => line.TextContent == expected);
    }

    [Fact]
    public async Task AShopThatCannotBeReached_IsMarked_AndRefusedMessagesAreCounted()
    {
        var shop = new TodayShop("tea", Sample.Now) { StockUntoldSince = Sample.Now - Duration.FromHours(1), StockRefused = 2, RefusedMessages = new Dictionary<string, long> { ["413"] = 1, ["401"] = 12 } };
        var lines = (await PageAsync(Sample.View() with { Shops = [shop] })).QuerySelectorAll(".shops li p").Select(line => line.TextContent.Replace('\u00A0', ' ')).ToList();

        Assert.StartsWith("Stock not told since ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["Products whose stock is refused: 2", "Messages refused since the last start: 401 × 12, 413 × 1"], lines[1..]);
    }

    private static async Task<IHtmlDocument> PageAsync(TodayView view) =>
        new HtmlParser().ParseDocument(await Sample.Press.PrintAsync<TodayPage>(TodayModel.Of(Sample.Frame(), view, Sample.Guard(), gone: false)));
}
