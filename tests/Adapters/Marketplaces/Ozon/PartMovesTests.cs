using ShipBy.Adapters.Marketplaces.Ozon.Shipping;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using static ShipBy.Adapters.Tests.Marketplaces.Ozon.ShippingSample;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>One of two A-1 is to be cancelled; the posting holds a B-2 beside them.</summary>
public class PartMovesTests
{
    private static readonly Instruction Wanted = Ship with
    {
        Kind = InstructionKind.CancelPart,
        Ship = null,
        Cancel = new CancelOrder(352, "broken") { Parts = [new CancelledUnits(Sku.Parse("A-1"), 1, 1)] },
        Calls = 1,
    };

    [Theory]
    [InlineData("awaiting_approve", "", "CancelPart")]
    [InlineData("awaiting_packaging", "", "CancelPart")]
    [InlineData("awaiting_packaging", "cancel product_cancel", "CancelPart")]
    [InlineData("awaiting_packaging", "cancel", "Refused: does not offer to cancel a part")]
    [InlineData("awaiting_deliver", "", "CancelPart")]
    [InlineData("delivering", "", "Refused: has left (delivering)")]
    [InlineData("delivered", "", "Refused: has left (delivered)")]
    [InlineData("cancelled", "", "Refused: as a whole")]
    [InlineData("cancelled_from_split_pending", "", "Refused: was split")]
    [InlineData("awaiting_godot", "", "Refused: 'awaiting_godot' is not a known word")]
    public void ItFollowsTheStatus(string status, string actions, string expected) => Is(expected, Posting(status, actions: actions), Wanted);

    [Theory]
    [InlineData(2, 1, false, "CancelPart")]
    [InlineData(2, 2, false, "Underway")]                                       // somebody died over it, or its answer got lost
    [InlineData(2, 5, false, "Underway")]
    [InlineData(2, 6, false, "Refused: Nobody knows whether the marketplace heard")]
    [InlineData(2, 2, true, "Underway")]                                        // it was said, and never is again
    [InlineData(2, 60, true, "Underway")]
    [InlineData(1, 1, false, "Complete")]
    [InlineData(1, 2, true, "Complete")]
    [InlineData(3, 1, false, "Refused: holds another number of A-1")]
    [InlineData(3, 5, true, "Underway")]
    [InlineData(3, 6, true, "Refused: holds another number of A-1")]
    public void ItIsSaidOnce_WhateverShows(int units, int calls, bool wasSaid, string expected) => Is(
        expected,
        Posting().Replace("\"offer_id\":\"A-1\",\"quantity\":2", $"\"offer_id\":\"A-1\",\"quantity\":{units}", StringComparison.Ordinal),
        Wanted with { Calls = calls, LastStep = wasSaid ? ShippingStep.CancelPart : null, Repeats = wasSaid ? 1 : 0 });

    [Fact]
    public void AProductThatIsGoneWhole_IsGone() =>
        Is("Complete", Posting(), Wanted with { Cancel = Wanted.Cancel! with { Parts = [new CancelledUnits(Sku.Parse("C-3"), 1)] } });

    [Fact]
    public void OneArticle_MayBeSeveralOfTheMarketplacesProducts()
    {
        var json = Posting().Replace("\"offer_id\":\"B-2\"", "\"offer_id\":\"A-1\"", StringComparison.Ordinal);
        var move = PartMoves.Decide(Shown(json), Wanted.Cancel! with { Parts = [new CancelledUnits(Sku.Parse("A-1"), 3)] }, Wanted);

        Assert.Equal([new PackedLine(900000001, 2), new PackedLine(900000002, 1)], Assert.IsType<NextMove.CancelPart>(move).Products);
    }

    private static void Is(string expected, string posting, Instruction wanted)
    {
        var move = PartMoves.Decide(Shown(posting), wanted.Cancel!, wanted);
        var word = move is NextMove.Nothing { Answer: var answer } ? answer.GetType().Name : move.GetType().Name;

        Assert.Equal(expected.Split(':')[0], word);
        if (expected.Split(": ", 2) is [_, var reason])
            Assert.Contains(reason, Assert.IsType<ShippingAnswer.Refused>(((NextMove.Nothing)move).Answer).Reason, StringComparison.Ordinal);
    }
}
