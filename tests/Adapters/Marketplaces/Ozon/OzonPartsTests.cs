using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using static ShipBy.Adapters.Tests.Marketplaces.Ozon.ShippingSample;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>Cancelling a part, and the buyers' wishes to cancel, over the wire.</summary>
public sealed class OzonPartsTests
{
    private const string Get = "/v3/posting/fbs/get";
    private const string Reasons = "/v1/posting/fbs/cancel-reason";

    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    private static readonly Instruction Part = Cancel(352, "broken") with
    {
        Kind = InstructionKind.CancelPart,
        Cancel = new CancelOrder(352, "broken") { Parts = [new CancelledUnits(Sku.Parse("A-1"), 1, 1)] },
        Calls = 1,
    };

    [Fact]
    public async Task APart_IsToldByTheMarketplacesNumber()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting()), (200, """{"result":[{"posting_number":"0100200300-0007-1","reasons":[{"id":352}]}]}"""), (200, """{"result":""}"""));

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.CancelPart), await AdvanceAsync(ozon));
        Assert.Equal([Get, Reasons, "/v2/posting/fbs/product/cancel"], ozon.Calls.Select(call => call.Path));
        Assert.Equal("""{"posting_number":"0100200300-0007-1","cancel_reason_id":352,"cancel_reason_message":"broken","items":[{"sku":900000001,"quantity":1}]}""", ozon.Calls.Last().Body.GetRawText());
    }

    [Fact]
    public async Task AnOutcomeThatIsUnknown_IsOne_AndIsNotSaidAgain()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting()), (200, """{"result":[]}"""), (500, "oops"));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => AdvanceAsync(ozon));
        Assert.Equal(3, ozon.Calls.Count);
    }

    [Theory]
    [InlineData(Get)]
    [InlineData(Reasons)]
    public async Task ALookThatFails_SaysNothing_AndCountsAsNoCall(string failing)
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) => context.Response.AnswerAsync(call.Path == failing ? 500 : 200, Posting()));

        await Assert.ThrowsAsync<MarketplaceBusyException>(() => AdvanceAsync(ozon));
        Assert.DoesNotContain(ozon.Calls, call => call.Path == "/v2/posting/fbs/product/cancel");
    }

    [Theory]
    [InlineData("HAS_INCORRECT_STATUS")]
    [InlineData("HAS_INCORRECT_PRODUCT_QUANTITY")]
    [InlineData("POSTING_ALREADY_CANCELLED")]
    public async Task ARefusal_IsAPersonsAffair(string token)
    {
        await using var ozon = await FakeOzon.StartAsync((200, Posting()), (200, """{"result":[]}"""), (400, $$"""{"code":9,"message":"{{token}}"}"""));

        Assert.Contains(token, Assert.IsType<ShippingAnswer.Refused>(await AdvanceAsync(ozon)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wishes_AreReadTolerantly_TheMostPressingFirst()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """
            {"last_id":9,"counter":0,"result":[
            {"cancellation_id":"1","posting_number":"P-1","auto_approve_date":"2026-11-24T10:00:00.123456789Z","cancelled_at":"2026-11-23T10:00:00Z","cancellation_reason":{"id":1,"name":"Changed\nmind"},"state":{"state":"ON_APPROVAL"}},
            {"cancellation_id":2,"posting_number":"","auto_approve_date":"2026-11-24T09:00:00Z"},
            {"cancellation_id":3,"posting_number":"P-3","cancelled_at":"2026-11-23T08:00:00Z","auto_approve_date":null,"state":"ON_APPROVAL"},
            {"cancellation_id":4,"posting_number":"P-4","auto_approve_date":"2026-11-24T09:00:00Z","state":{"state":"APPROVED"}},
            {"posting_number":"P-5"},7]}
            """));

        var open = await ((ICancelRequests)ozon.Shop(new() { ["ReplyWithin"] = "02:00:00" })).CancelRequestsAsync(Cancelled);

        Assert.Equal([(3, "P-3"), (2, null), (1, "P-1")], open.Select(one => (one.Id, one.Order)));
        Assert.Equal((Sample.At("2026-11-23T10:00:00Z"), "Changed mind"), (open[0].DecideBy, open[2].Reason));        // by the seller's own time where none is said
        Assert.Equal("""{"filters":{"state":"ON_APPROVAL"},"limit":500}""", Assert.Single(ozon.Calls).Body.GetRawText());
    }

    [Fact]
    public async Task Pages_EndWhereNoneFollows()
    {
        var full = $$"""{"last_id":500,"result":[{{string.Join(',', Enumerable.Range(1, 500).Select(id => $$"""{"cancellation_id":{{id}}}"""))}}]}""";
        await using var ozon = await FakeOzon.StartAsync((200, full), (200, """{"result":{"result":[{"cancellation_id":501}],"last_id":501}}"""));

        Assert.Equal(501, (await ((ICancelRequests)ozon.Shop()).CancelRequestsAsync(Cancelled)).Count);
        Assert.Equal([null, 500L], ozon.Calls.Select(call => call.Body.TryGetProperty("last_id", out var last) ? last.GetInt64() : (long?)null));
    }

    [Fact]
    public async Task ACursorThatStandsStill_EndsTheList()
    {
        var full = $$"""{"last_id":500,"result":[{{string.Join(',', Enumerable.Range(1, 500).Select(id => $$"""{"cancellation_id":{{id}}}"""))}}]}""";
        await using var ozon = await FakeOzon.StartAsync((200, full));

        Assert.Equal(500, (await ((ICancelRequests)ozon.Shop()).CancelRequestsAsync(Cancelled)).Count);
        Assert.Equal(2, ozon.Calls.Count);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"result":[]}""", true)]
    [InlineData("""{"result":"no"}""", false)]
    [InlineData("[]", false)]
    public async Task WhatIsNoList_IsNone(string body, bool isEmpty)
    {
        await using var ozon = await FakeOzon.StartAsync((200, body));
        var requests = (ICancelRequests)ozon.Shop();

        if (isEmpty)
            Assert.Empty(await requests.CancelRequestsAsync(Cancelled));
        else
            await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => requests.CancelRequestsAsync(Cancelled));
    }

    [Theory]
    [InlineData(true, null, "/v2/conditional-cancellation/approve", """{"cancellation_id":7,"comment":""}""")]
    [InlineData(false, "on its way", "/v2/conditional-cancellation/reject", """{"cancellation_id":7,"comment":"on its way"}""")]
    public async Task ADecision_IsSaidOnce_AndHeardWithoutAWord(bool isGranted, string? comment, string path, string body)
    {
        await using var ozon = await FakeOzon.StartAsync((200, ""));

        await ((ICancelRequests)ozon.Shop()).DecideAsync(new CancelRequest(7, "P-1", Sample.Now, Sample.Now, null), isGranted, comment, Cancelled);

        Assert.Equal((path, body), (Assert.Single(ozon.Calls).Path, ozon.Calls.Single().Body.GetRawText()));
    }

    [Fact]
    public async Task ADecisionWhoseOutcomeIsUnknown_IsNotSaidAgain()
    {
        await using var ozon = await FakeOzon.StartAsync((500, ""));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => ((ICancelRequests)ozon.Shop()).DecideAsync(new CancelRequest(7, "P-1", Sample.Now, Sample.Now, null), true, null, Cancelled));
        Assert.Single(ozon.Calls);
    }

    private static Task<ShippingAnswer> AdvanceAsync(FakeOzon ozon) => ((IShippingChannel)ozon.Shop()).AdvanceAsync(Order(Part), Cancelled);
}
