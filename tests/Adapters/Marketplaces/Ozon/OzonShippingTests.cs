using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Shipping;
using static ShipBy.Adapters.Tests.Marketplaces.Ozon.ShippingSample;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>What goes over the wire when the marketplace is told something, and what its answers mean.</summary>
public sealed class OzonShippingTests
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Packing_SaysWhatIsInTheParcels_ByTheMarketplacesNumbers()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting()), (200, """{"result":["0100200300-0007-1"]}"""));

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.Pack), await AdvanceAsync(ozon, Ship));
        Assert.Equal(["/v3/posting/fbs/get", "/v4/posting/fbs/ship"], ozon.Calls.Select(call => call.Path));
        Assert.Equal(
            """{"posting_number":"0100200300-0007-1","packages":[{"products":[{"product_id":900000001,"quantity":2},{"product_id":900000002,"quantity":1}]}]}""",
            ozon.Calls.Last().Body.GetRawText());
    }

    [Theory]
    [InlineData(400, "POSTING_ALREADY_SHIPPED", "Underway")]
    [InlineData(409, "POSTING_ALREADY_SHIPPED", "Underway")]
    [InlineData(409, "POSTING_ALREADY_CANCELLED", "Refused")]
    [InlineData(400, "HAS_INCORRECT_STATUS", "Underway")]
    [InlineData(400, "EXEMPLAR_INFO_NOT_FILLED_COMPLETELY", "Refused")]
    [InlineData(404, "POSTING_NOT_FOUND", "Refused")]
    public async Task Refusals_AreJudgedByTheirToken(int status, string token, string expected)
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting()), (status, $$"""{"code":9,"message":"{{token}}","details":[]}"""));

        var answer = await AdvanceAsync(ozon, Ship);

        Assert.Equal(expected, answer.GetType().Name);
        if (answer is ShippingAnswer.Refused refused)
            Assert.Contains(token, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStatusThatStaysWrong_IsAPersonsAffairInTheEnd()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting()), (400, """{"code":9,"message":"HAS_INCORRECT_STATUS"}"""));

        Assert.IsType<ShippingAnswer.Refused>(await AdvanceAsync(ozon, Ship with { Calls = 6 }));
    }

    [Theory]
    [InlineData(500, "oops")]
    [InlineData(200, "<html>")]
    [InlineData(503, """{"code":14,"message":"unavailable"}""")]
    public async Task AWriteWhoseOutcomeIsUnknown_IsNotMadeAgain(int status, string body)
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting()), (status, body));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => AdvanceAsync(ozon, Ship));
        Assert.Equal(2, ozon.Calls.Count);
    }

    [Fact]
    public async Task AWriteThatWasTurnedAwayAtTheDoor_IsMadeAgain()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting()), (429, """{"code":8,"message":"request rate limit per second"}"""), (200, """{"result":["1"]}"""));

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.Pack), await AdvanceAsync(ozon, Ship));
        Assert.Equal(3, ozon.Calls.Count);
    }

    [Fact]
    public async Task WhatIsRead_IsReadAgain_WithoutAnAnswer()
    {
        await using var ozon = await FakeOzon.StartAsync((500, "oops"), (200, Posting("delivering")));

        Assert.Equal(new ShippingAnswer.Complete(), await AdvanceAsync(ozon, Ship));
    }

    [Fact]
    public async Task TheCountryOfTheSettings_IsSaidBeforePacking()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting(more: "\"requirements\":{\"products_requiring_country\":[900000002]}")), (200, """{"product_id":900000002,"is_gtd_needed":false}"""), (200, """{"result":["1"]}"""));

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.Pack), await AdvanceAsync(ozon, Ship, new() { ["Country"] = "CN" }));
        Assert.Equal("""{"posting_number":"0100200300-0007-1","product_id":900000002,"country_iso_code":"CN"}""", ozon.Calls.ElementAt(1).Body.GetRawText());
    }

    [Theory]
    [InlineData("""{"result":[{"posting_number":"0100200300-0007-1","result":true,"error":[]}]}""", "Told")]
    [InlineData("""{"result":[{"error":"","posting_number":"0100200300-0007-1","result":true}]}""", "Told")]
    [InlineData("""{"result":[{"posting_number":"0100200300-0007-1","result":false,"error":"NOT_YOURS"}]}""", "Refused: NOT_YOURS")]
    [InlineData("""{"result":[{"posting_number":"0100200300-0007-1","result":false,"error":["NOT_YOURS"]}]}""", "Refused: NOT_YOURS")]
    [InlineData("""{"result":[{"posting_number":"0100200300-0007-1","result":false}]}""", "Refused: not taken")]
    public async Task ATrackingNumber_HasAnAnswerOfItsOwn(string body, string expected)
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting("awaiting_deliver", "non_integrated")), (200, body));

        var answer = await AdvanceAsync(ozon, Ship with { Ship = new ShipOrder([], TrackingNumber: "LP007") });

        Assert.Equal(expected.Split(':')[0], answer.GetType().Name);
        Assert.Contains(expected.Split(": ")[^1], answer is ShippingAnswer.Refused refused ? refused.Reason : "Told", StringComparison.Ordinal);
        Assert.Equal("""{"tracking_numbers":[{"posting_number":"0100200300-0007-1","tracking_number":"LP007"}]}""", ozon.Calls.Last().Body.GetRawText());
    }

    [Fact]
    public async Task AnAnswerAboutOthers_IsNone()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting("awaiting_deliver", "non_integrated")), (200, """{"result":[{"posting_number":"other","result":true}]}"""));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => AdvanceAsync(ozon, Ship with { Ship = new ShipOrder([], TrackingNumber: "LP007") }));
    }

    [Theory]
    [InlineData("""{"posting_number":"0100200300-0007-1","result":true,"error":[]}""", 0, "Told")]
    [InlineData("""{"posting_number":"0100200300-0007-1","result":false,"error":"TRANSITION_IS_NOT_POSSIBLE"}""", 5, "Underway")]
    [InlineData("""{"posting_number":"0100200300-0007-1","result":false,"error":"TRANSITION_IS_NOT_POSSIBLE"}""", 6, "Refused")]
    public async Task TheHandOver_TakesItsTime(string item, int calls, string expected)
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting("awaiting_deliver", "non_integrated")), (200, $$"""{"result":[{{item}}]}"""));

        Assert.Equal(expected, (await AdvanceAsync(ozon, Ship with { Calls = calls, Ship = new ShipOrder([], IsHandedOver: true) })).GetType().Name);
        Assert.Equal("""{"posting_number":["0100200300-0007-1"]}""", ozon.Calls.Last().Body.GetRawText());
    }

    [Theory]
    [InlineData(352, null, "Told")]
    [InlineData(402, "The last one broke", "Told")]
    [InlineData(402, " ", "Refused: needs words")]
    [InlineData(401, null, "Refused: 352 (Out of stock), 402 (Other)")]
    public async Task Cancelling_TakesAReasonOfThePostingsOwnList(long reason, string? message, string expected)
    {
        await using var ozon = await FakeOzon.StartAsync(
            (200, Posting()),
            (200, """{"result":[{"posting_number":"0100200300-0007-1","reasons":[{"id":352,"title":"Out of stock","type_id":"seller"},{"id":"402","title":"Other","type_id":"seller"},{"id":0}]}]}"""),
            (200, """{"result":true}"""));

        var answer = await AdvanceAsync(ozon, Cancel(reason, message));

        Assert.Equal(expected.Split(':')[0], answer.GetType().Name);
        if (answer is ShippingAnswer.Refused refused)
            Assert.Contains(expected.Split(": ")[1], refused.Reason, StringComparison.Ordinal);
        else
            Assert.Equal((reason, message ?? ""), (ozon.Calls.Last().Body.GetProperty("cancel_reason_id").GetInt64(), ozon.Calls.Last().Body.GetProperty("cancel_reason_message").GetString()));
    }

    [Fact]
    public async Task AListOfReasonsThatIsGone_DoesNotKeepACancellation()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting()), (404, """{"code":5,"message":"method is not allowed"}"""), (200, """{"result":true}"""));

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.Cancel), await AdvanceAsync(ozon, Cancel(352)));
    }

    [Fact]
    public async Task TheDate_IsNamedInUtc()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting(actions: "set_cutoff")), (200, """{"result":true}"""));

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.MoveCutOff), await AdvanceAsync(ozon, MoveTo("2026-11-25T12:00:00Z")));
        Assert.Equal("""{"posting_number":"0100200300-0007-1","new_cutoff_date":"2026-11-25T12:00:00Z"}""", ozon.Calls.Last().Body.GetRawText());
    }

    [Fact]
    public async Task Reasons_AreShownToTheSeller()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """{"result":[{"posting_number":"7","reasons":[{"id":402,"title":"Other","type_id":"seller"},{"id":665,"title":"Not fetched","type_id":"buyer"},{"id":667}]},{"posting_number":"8","reasons":[{"id":352}]}]}"""));

        Assert.Equal(
            [new CancelReason(402, "Other", true, true), new CancelReason(665, "Not fetched", false, false), new CancelReason(667, "667", null, false)],
            await ((ICancelReasons)ozon.Shop()).CancelReasonsAsync("7", Cancelled));
    }

    [Fact]
    public async Task WithoutAnInstruction_NothingIsSaid()
    {
        await using var ozon = await FakeOzon.StartAsync((200, "{}"));

        Assert.Equal(new ShippingAnswer.Complete(), await ((IShippingChannel)ozon.Shop()).AdvanceAsync(Order(null), Cancelled));
        Assert.Empty(ozon.Calls);
        Assert.Equal((Duration.FromSeconds(70), Duration.FromSeconds(5)), (((IShippingChannel)ozon.Shop()).ShowsAfter, ((IShippingChannel)ozon.Shop(new() { ["ShowsAfter"] = "00:00:05" })).ShowsAfter));
    }

    private static Task<ShippingAnswer> AdvanceAsync(FakeOzon ozon, Instruction instruction, Dictionary<string, string?>? settings = null) =>
        ((IShippingChannel)ozon.Shop(settings)).AdvanceAsync(Order(instruction), Cancelled);
}
