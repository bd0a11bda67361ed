using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Ozon.Shipping;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Shipping;
using static ShipBy.Adapters.Tests.Marketplaces.Ozon.ShippingSample;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>What is said next, for everything that the marketplace can show.</summary>
public class MovePolicyTests
{
    [Theory]
    [InlineData("awaiting_approve", "", "Underway")]
    [InlineData("awaiting_packaging", "ship cancel", "Pack")]
    [InlineData("awaiting_packaging", "", "Pack")]                                       // an open list: what does not stand there may be possible
    [InlineData("awaiting_packaging", "cancel ship_async_retry", "Pack")]
    [InlineData("awaiting_packaging", "cancel ship_async_in_process", "Underway")]
    [InlineData("awaiting_packaging", "cancel set_cutoff", "Refused: name the date first")]
    [InlineData("awaiting_packaging", "set_cutoff ship", "Pack")]
    [InlineData("awaiting_packaging", "set_cutoff ship_async_retry", "Pack")]
    [InlineData("awaiting_registration", "", "Complete")]
    [InlineData("awaiting_deliver", "", "Complete")]
    [InlineData("acceptance_in_progress", "", "Complete")]
    [InlineData("delivering", "", "Complete")]
    [InlineData("delivered", "", "Complete")]
    [InlineData("cancelled", "", "Refused: is cancelled")]
    [InlineData("cancelled_from_split_pending", "", "Refused: was split")]
    [InlineData("awaiting_godot", "", "Refused: 'awaiting_godot' is not a known word")]
    public void Shipping_FollowsTheStatus(string status, string actions, string expected) => Is(expected, Posting(status, actions: actions), Ship);

    [Theory]
    [InlineData("products_requiring_gtd", false, "Pack")]                                // whether it is known shows with the pieces
    [InlineData("products_requiring_country", false, "Refused: the country of origin of 900000001. Give it with the order (POST /api/ship, goods, country), choose it in the seller's cabinet, or set Shops__<name>__Country")]
    [InlineData("products_requiring_country", true, "Pack")]
    [InlineData("products_requiring_change_country", true, "Pack")]
    [InlineData("products_requiring_of_tomorrow", true, "Refused: products_requiring_of_tomorrow of 900000001")]
    public void DataThatNobodyCanSay_IsNamed(string list, bool hasCountry, string expected) =>
        Is(expected, Posting(more: $"\"requirements\":{{\"{list}\":[\"900000001\"]}}"), Ship, hasCountry);

    [Fact]
    public void WhatIsToBeSaidOfTheGoods_GoesWithThePacking()
    {
        var posting = Shown(Posting(more: """
            "requirements":{"products_requiring_country":[900000001,"900000002"],"products_requiring_mandatory_mark":[900000001],"products_requiring_jwn":["900000002"],"products_requiring_jw_uin":[900000002]}
            """));
        var given = Ship with { Ship = ShipOrder.InOneParcel with { Goods = [new GoodsDatum(Domain.Stock.Sku.Parse("B-2"), null, GoodsDatumKind.Country, "DE")] } };

        var pack = Assert.IsType<NextMove.Pack>(MovePolicy.Decide(posting, given, new KnownData("CN", [])));

        Assert.Equal([(900000001, "CN"), (900000002, "DE")], pack.Countries);
        Assert.Equal([new GoodsNeed(900000001, GoodsDatumKind.Mark), new GoodsNeed(900000002, GoodsDatumKind.Uin)], pack.Needs);
    }

    [Theory]
    [InlineData("non_integrated", "awaiting_deliver", "", "", "Number")]
    [InlineData("non_integrated", "awaiting_deliver", "LP001", "", "Number")]            // another one: put right
    [InlineData("non_integrated", "awaiting_deliver", "LP007", "", "HandOver")]
    [InlineData("non_integrated", "delivering", "LP007", "", "Complete")]
    [InlineData("non_integrated", "delivering", "", "", "Number")]
    [InlineData("non_integrated", "delivering", "LP001", "set_track_number", "Number")]
    [InlineData("non_integrated", "delivering", "LP001", "", "Refused: under another tracking number")]
    [InlineData("3pl_tracking", "awaiting_deliver", "", "", "Number")]
    [InlineData("3pl_tracking", "awaiting_registration", "", "", "Underway")]
    [InlineData("3pl_tracking", "awaiting_deliver", "LP007", "", "Complete")]            // the carrier drives the rest
    [InlineData("aggregator", "awaiting_deliver", "XX1", "", "Complete")]                // the marketplace gives the number
    [InlineData("ozon", "awaiting_deliver", "", "", "Complete")]
    [InlineData("hybryd", "awaiting_deliver", "", "set_track_number", "Number")]
    [InlineData("hybryd", "awaiting_deliver", "LP007", "non_int_delivering", "HandOver")]
    [InlineData("non_integrated", "not_accepted", "LP007", "", "Underway")]
    public void ANumber_AndTheHandOver_AreSaidWhereTheSellerHasTo(string scheme, string status, string shown, string actions, string expected) =>
        Is(expected, Posting(status, scheme, actions, shown), Ship with { Ship = new ShipOrder([], TrackingNumber: "LP007", IsHandedOver: true) });

    [Theory]
    [InlineData(0, null, "Pack")]                                   // it failed at the seller's own try
    [InlineData(1, ShippingStep.Pack, "Pack")]
    [InlineData(2, ShippingStep.Pack, "Pack")]
    [InlineData(3, ShippingStep.Pack, "Refused: told 3 times and does not pack it (ship_failed)")]
    public void WhatDoesNotShow_IsSaidAgain_ThreeTimesAtMost(int repeats, ShippingStep? last, string expected) =>
        Is(expected, Posting().Replace("posting_created", "ship_failed", StringComparison.Ordinal), Ship with { Repeats = repeats, LastStep = last });

    [Theory]
    [InlineData(0, ShippingStep.Number, "Number")]                  // another number: it starts anew
    [InlineData(2, ShippingStep.Number, "Number")]
    [InlineData(3, ShippingStep.Number, "Refused: told the tracking number 3 times")]
    [InlineData(3, ShippingStep.Pack, "Number")]
    public void ANumberThatDoesNotShow_IsSaidAgain_ThreeTimesAtMost(int repeats, ShippingStep last, string expected) =>
        Is(expected, Posting("awaiting_deliver", "non_integrated"), Ship with { Repeats = repeats, LastStep = last, Ship = new ShipOrder([], TrackingNumber: "LP007") });

    [Theory]
    [InlineData("awaiting_packaging", "cancel", null, "Cancel")]
    [InlineData("awaiting_deliver", "", null, "Cancel")]
    [InlineData("delivering", "arbitration", null, "Refused: does not offer to cancel")]
    [InlineData("cancelled", "", null, "Complete")]
    [InlineData("delivered", "", null, "Refused: come back as a return")]
    [InlineData("cancelled_from_split_pending", "", null, "Refused: was split")]
    [InlineData("awaiting_packaging", "cancel", 3, "Refused: told 3 times to cancel")]
    public void Cancelling_FollowsTheStatus(string status, string actions, int? repeats, string expected) =>
        Is(expected, Posting(status, actions: actions), Cancel(352) with { Repeats = repeats ?? 0, LastStep = repeats is null ? null : ShippingStep.Cancel });

    [Theory]
    [InlineData("2026-11-21T09:00:00.400Z", "", null, "Complete")]
    [InlineData("2026-11-22T09:00:00Z", "set_cutoff", null, "MoveCutOff")]
    [InlineData("2026-11-22T09:00:00Z", "ship", null, "Refused: does not let the seller name the date")]
    [InlineData("2026-11-22T09:00:00Z", "ship", ShippingStep.MoveCutOff, "Refused: shows another one (2026-11-21T09:00:00Z)")]
    public void MovingTheDate_NeedsTheMarketplacesLeave(string to, string actions, ShippingStep? last, string expected) =>
        Is(expected, Posting(actions: actions), MoveTo(to) with { LastStep = last });

    [Fact]
    public void ASplitThatWasAskedFor_IsComplete() =>
        Is("Complete", Posting("cancelled_from_split_pending"), Ship with { Ship = new ShipOrder([Parcel(("A-1", 2)), Parcel(("B-2", 1))]) });

    [Fact]
    public void OneNumber_CannotBeThatOfSeveralPostings() =>
        Is("Refused: without a tracking number", Posting(scheme: "non_integrated"), Ship with { Ship = new ShipOrder([Parcel(("A-1", 2)), Parcel(("B-2", 1))], TrackingNumber: "LP007") });

    [Theory]
    [InlineData(0, 0, "Refused: several boxes")]
    [InlineData(2, 0, "Pack")]
    [InlineData(0, 2, "Pack 2 boxes")]
    [InlineData(2, 2, "Pack")]
    public void AProductOfSeveralBoxes_IsOnePosting(int shown, int parcels, string expected)
    {
        var json = Posting().Replace("\"is_multibox\":false,\"multi_box_qty\":0", $"\"is_multibox\":true,\"multi_box_qty\":{shown}", StringComparison.Ordinal);
        var move = MovePolicy.Decide(Shown(json), Ship with { Ship = new ShipOrder([.. Enumerable.Repeat(Parcel(("A-1", 1)), parcels)]) }, KnownData.Nothing);

        if (move is NextMove.Pack pack)
        {
            Assert.Single(pack.Packages);
            Assert.Equal(expected, pack.Boxes is { } boxes ? $"Pack {boxes} boxes" : "Pack");
        }
        else
        {
            Assert.Contains(expected["Refused: ".Length..], Reason(move), StringComparison.Ordinal);
        }
    }

    private static void Is(string expected, string posting, Instruction wanted, bool hasCountry = false)
    {
        var move = MovePolicy.Decide(Shown(posting), wanted, hasCountry ? new KnownData("CN", []) : KnownData.Nothing);
        var word = move is NextMove.Nothing { Answer: var answer } ? answer.GetType().Name : move.GetType().Name;

        Assert.Equal(expected.Split(':')[0], word);
        if (expected.Split(": ", 2) is [_, var reason])
            Assert.Contains(reason, Reason(move), StringComparison.Ordinal);
    }

    private static string Reason(NextMove move) => Assert.IsType<ShippingAnswer.Refused>(Assert.IsType<NextMove.Nothing>(move).Answer).Reason;
}
