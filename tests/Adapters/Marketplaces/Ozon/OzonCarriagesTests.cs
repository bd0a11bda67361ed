using NodaTime;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>A day's parcels on one paper.</summary>
public sealed class OzonCarriagesTests
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;
    private static readonly LocalDate Day = new(2026, 11, 23);

    [Theory]
    [InlineData("""{"delivery_methods":[{"delivery_method_id":"7","delivery_method_name":"N","cutoff_at":"2026-11-23T15:00:00Z","mandatory_postings_count":5,"mandatory_packaged_count":"3","errors":[{"code":"X","description":"why"}],"carriages":[]}]}""", "7 N 2026-11-23T15:00:00Z 3/5 -  why")]
    [InlineData("""{"result":[{"delivery_method_id":7,"carriage_id":11,"carriage_status":"new"}]}""", "7 7  0/0 11 new ")]
    [InlineData("""{"delivery_methods":[{"delivery_method_id":7,"delivery_method_name":"N","carriages":[{"id":11,"status":"new"},{"id":0},{"id":"12","status":"sended"}]}]}""", "7 N  0/0 11 new |7 N  0/0 12 sended ")]
    [InlineData("""{"delivery_methods":[{"delivery_method_name":"no number"}]}""", "")]
    [InlineData("{}", "")]
    public async Task WhatIsToBeHandedOver_IsListedByWayOfDelivery(string body, string expected)
    {
        await using var ozon = await FakeOzon.StartAsync((200, body));

        var plans = await Shop(ozon).CarriagesAsync(Day, Cancelled);

        Assert.Equal(expected, string.Join('|', plans.Select(plan => $"{plan.DeliveryMethod} {plan.Name} {plan.CutOff} {plan.Packed}/{plan.ToPack} {plan.Carriage?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {plan.State} {string.Concat(plan.Errors)}")));
        Assert.Equal("2026-11-23T00:00:00Z", ozon.Calls.Single().Body.GetProperty("departure_date").GetString());
    }

    [Theory]
    [InlineData(200, """{"carriage_id":"11"}""", 11L)]
    [InlineData(200, """{"result":{"carriage_id":11}}""", 11L)]
    [InlineData(200, "{}", null)]
    [InlineData(500, "oops", null)]
    public async Task ACarriage_IsMadeOnce(int status, string body, long? number)
    {
        await using var ozon = await FakeOzon.StartAsync((status, body));

        if (number is null)
            await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => Shop(ozon).CreateCarriageAsync(7, Day, Cancelled));
        else
            Assert.Equal(number, await Shop(ozon).CreateCarriageAsync(7, Day, Cancelled));

        Assert.Single(ozon.Calls);
    }

    [Theory]
    [InlineData("""{"status":"in_process","added_to_act":[],"removed_from_act":[]}""", "in_process", false)]
    [InlineData("""{"result":{"status":"ready","added_to_act":["1-1",{"posting_number":"2-1"}],"removed_from_act":["3-1"]}}""", "ready", true)]
    public async Task ThePaper_IsFetchedOnceItIsReady(string state, string word, bool isThere)
    {
        await using var ozon = await FakeOzon.StartAsync((200, state), (200, """{"file_content":"JVBERi0xLjQ=","file_name":"a.pdf","content_type":"application/pdf"}"""));

        var paper = await Shop(ozon).CarriagePaperAsync(11, Cancelled);

        Assert.Equal((word, isThere, isThere ? 2 : 1), (paper.State, paper.File is not null, ozon.Calls.Count));
        if (isThere)
            Assert.Equal(["1-1", "2-1", "3-1"], [.. paper.Added, .. paper.Removed]);
    }

    [Theory]
    [InlineData("""{"result":{"content":"%PDF-1.4\u00e9","name":"a"}}""", true)]
    [InlineData("""{"content":"PGh0bWw+"}""", false)]
    [InlineData("""{"content":"no base64!"}""", false)]
    [InlineData("{}", false)]
    public async Task WhatIsNoPdf_IsNoPaper(string body, bool isPaper)
    {
        await using var ozon = await FakeOzon.StartAsync((200, """{"status":"ready"}"""), (200, body));

        if (isPaper)
            Assert.Equal((byte)0xE9, (await Shop(ozon).CarriagePaperAsync(11, Cancelled)).File![^1]);
        else
            await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => Shop(ozon).CarriagePaperAsync(11, Cancelled));
    }

    [Fact]
    public async Task Returns_AreReadPageByPage_OfBothKinds()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) => context.Response.AnswerAsync(200, call.Path == "/v2/returns/rfbs/list"
            ? """{"returns":[{"return_id":5,"posting_number":"9-1","product":{"offer_id":"C","name":"N"},"state":{"state_name":"On review"},"return_reason":{"name":"Broken"},"created_at":"2026-11-19T10:00:00Z"}]}"""
            : call.Body.GetProperty("last_id").GetInt64() == 0
                ? """{"returns":[{"id":77,"posting_number":"1-1","type":"Cancellation","return_reason_name":"Changed mind","product":{"offer_id":"A","quantity":2},"place":{"name":"Point"},"storage":{"tariffication_start_date":"2026-12-01T00:00:00Z"},"visual":{"status":{"display_name":"On its way"},"change_moment":"2026-11-20T10:00:00Z"}}],"has_next":true}"""
                : """{"returns":[{"id":78,"product":null,"visual":{"status":{"sys_name":"Waiting"}}}],"has_next":false}"""));

        var returns = await ((IReturns)ozon.Shop()).ReturnsAsync(Sample.At("2026-11-01T00:00:00Z"), Cancelled);

        Assert.Equal(
            [
                new ReturnedGoods("1-1", "A", 2, "Cancellation", "On its way", "Changed mind", "Point", Sample.At("2026-11-20T10:00:00Z"), Sample.At("2026-12-01T00:00:00Z")),
                new ReturnedGoods(null, null, 1, "", "Waiting", null, null, null, null),
                new ReturnedGoods("9-1", "C", 1, "", "On review", "Broken", null, Sample.At("2026-11-19T10:00:00Z"), null),
            ],
            returns);
        Assert.Equal(77, ozon.Calls.ElementAt(1).Body.GetProperty("last_id").GetInt64());
    }

    [Fact]
    public async Task APageThatDoesNotMoveOn_EndsTheList()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """{"returns":[{"id":77}],"has_next":true}"""));

        Assert.Equal(4, (await ((IReturns)ozon.Shop()).ReturnsAsync(Sample.Now, Cancelled)).Count);     // each list twice
    }

    private static ICarriages Shop(FakeOzon ozon) => (ICarriages)ozon.Shop();
}
