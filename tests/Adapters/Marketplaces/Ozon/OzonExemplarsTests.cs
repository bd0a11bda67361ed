using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using static ShipBy.Adapters.Tests.Marketplaces.Ozon.ShippingSample;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>What goes over the wire before a posting is packed whose goods the marketplace wants to know, and what its answers mean.</summary>
public sealed class OzonExemplarsTests
{
    private const string Get = "/v3/posting/fbs/get";
    private const string Show = "/v6/fbs/posting/product/exemplar/create-or-get";
    private const string Validate = "/v5/fbs/posting/product/exemplar/validate";
    private const string Set = "/v6/fbs/posting/product/exemplar/set";
    private const string Status = "/v5/fbs/posting/product/exemplar/status";
    private const string Pack = "/v4/posting/fbs/ship";
    private const string Country = "/v2/posting/fbs/product/country/set";

    private const string Mark = "010460123456789021abc\u001d91EE06";

    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    private static readonly Instruction Marked = Ship with { Ship = ShipOrder.InOneParcel with { Goods = [new GoodsDatum(Sku.Parse("B-2"), 1, GoodsDatumKind.Mark, Mark)] } };

    private static readonly Instruction Told = Marked with { LastStep = ShippingStep.Describe, Repeats = 1, Calls = 2 };

    [Fact]
    public async Task AllPieces_AreSaidAtOnce_AfterTheirFormWasLookedAt()
    {
        await using var ozon = await StartAsync();

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.Describe), await AdvanceAsync(ozon, Marked));
        Assert.Equal([Get, Show, Validate, Set], ozon.Calls.Select(call => call.Path));
        Assert.Equal(
            """{"multi_box_qty":0,"posting_number":"0100200300-0007-1","products":[{"product_id":900000001,"exemplars":[{"exemplar_id":11,"gtd":"","is_gtd_absent":true,"rnpt":"","is_rnpt_absent":true,"marks":[],"weight":0},{"exemplar_id":12,"gtd":"","is_gtd_absent":true,"rnpt":"","is_rnpt_absent":true,"marks":[],"weight":0}]},{"product_id":900000002,"exemplars":[{"exemplar_id":21,"gtd":"","is_gtd_absent":true,"rnpt":"","is_rnpt_absent":true,"marks":[{"mark":"010460123456789021abc\u001D91EE06","mark_type":"mandatory_mark"}],"weight":0}]}]}""",
            ozon.Calls.Last().Body.GetRawText());
        Assert.Equal(Mark, ozon.Calls.Last().Body.GetProperty("products")[1].GetProperty("exemplars")[0].GetProperty("marks")[0].GetProperty("mark").GetString());
        Assert.Equal("""{"gtd":"","rnpt":"","marks":[{"mark":"010460123456789021abc\u001D91EE06","mark_type":"mandatory_mark"}],"weight":0}""", ozon.Calls.ElementAt(2).Body.GetProperty("products")[1].GetProperty("exemplars")[0].GetRawText());
    }

    [Theory]
    [InlineData("""{"status":"ship_available"}""", 1, "Told Pack")]
    [InlineData("""{"result":{"status":"ship_available"}}""", 1, "Told Pack")]
    [InlineData("""{"status":"validation_in_process"}""", 1, "Underway")]
    [InlineData("""{"status":"validation_in_process","products":[{"product_id":900000002,"exemplars":[{"marks":[{"mark":"1","error_codes":["X"]}]}]}]}""", 1, "Underway")]
    [InlineData("""{"status":"ship_not_available","products":[{"product_id":"900000002","exemplars":[{"marks":[{"mark":"01…QWER","mark_type":"mandatory_mark","check_status":"failed","error_codes":["SOLD"]}]}]}]}""", 1, "Refused: B-2, piece 1: the mandatory mark ending in QWER (SOLD)")]
    [InlineData("""{"status":"ship_not_available","products":[{"product_id":900000001,"exemplars":[{"exemplar_id":11},{"exemplar_id":12,"gtd_check_status":"failed","gtd_error_codes":["NO_SUCH"]}]}]}""", 1, "Refused: A-1, piece 2: the number of the customs declaration (NO_SUCH)")]
    [InlineData("""{"status":"ship_not_available","products":[{"product_id":900000002,"exemplars":[{"marks":[{"mark":"1","check_status":"failed","error_codes":[]}]}]}]}""", 1, "Told Describe")]    // it came to no end
    [InlineData("""{"status":"update_available"}""", 2, "Told Describe")]
    [InlineData("""{"status":"update_available"}""", 3, "Refused: told of the goods 3 times and does not let them be packed (update_available)")]
    [InlineData("{}", 1, "Told Describe")]
    public async Task OnceTheyAreSaid_TheCheckDecides(string status, int repeats, string expected)
    {
        await using var ozon = await StartAsync(status: status);

        Is(expected, await AdvanceAsync(ozon, Told with { Repeats = repeats }));
        Assert.Equal([Get, Status], ozon.Calls.Select(call => call.Path).Take(2));
        Assert.Equal(expected == "Told Pack" ? 1 : 0, ozon.Calls.Count(call => call.Path == Pack));
        Assert.Equal(expected == "Told Describe" ? 1 : 0, ozon.Calls.Count(call => call.Path == Set));
    }

    [Fact]
    public async Task WhoDiedAfterSayingThem_SeesThemThere_AndDoesNotSayThemAgain()
    {
        await using var ozon = await StartAsync(piece: "\"is_gtd_absent\":true,\"is_rnpt_absent\":true", lastPiece: ",\"marks\":[{\"mark\":\"010460123456789021abc91EE06\",\"mark_type\":\"mandatory_mark\"}]");

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.Pack), await AdvanceAsync(ozon, Marked with { Calls = 2 }));
        Assert.Equal([Get, Show, Status, Pack], ozon.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task AFlawInTheForm_IsSaidBeforeAnythingIsKept_AndQuotesNoMark()
    {
        await using var ozon = await StartAsync(validate: $$"""{"products":[{"product_id":900000002,"valid":false,"exemplars":[{"valid":false,"marks":[{"mark":"{{Mark.Replace("\u001d", "\\u001d", StringComparison.Ordinal)}}","mark_type":"mandatory_mark","valid":false,"errors":["bad code {{Mark.Replace("\u001d", "\\u001d", StringComparison.Ordinal)}}"]}]}]}]}""");

        var reason = Assert.IsType<ShippingAnswer.Refused>(await AdvanceAsync(ozon, Marked)).Reason;

        Assert.Contains("B-2, piece 1: the mandatory mark ending in EE06 (bad code ***)", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("0460123456789", reason, StringComparison.Ordinal);
        Assert.DoesNotContain(ozon.Calls, call => call.Path == Set);
    }

    [Fact]
    public async Task ARefusalThatQuotesAMark_DoesNotCarryItOn()
    {
        await using var ozon = await StartAsync(set: (400, $$"""{"code":3,"message":"bad mark {{Mark.Replace("\u001d", "\\u001d", StringComparison.Ordinal)}}"}"""));

        Is("Refused: bad mark ***", await AdvanceAsync(ozon, Marked));
    }

    [Fact]
    public async Task WhatIsMissing_IsRefused_BeforeAnythingIsSaid()
    {
        await using var ozon = await StartAsync();

        Is("Refused: the mandatory mark of each unit of B-2 (piece 1)", await AdvanceAsync(ozon, Ship));
        Assert.Equal([Get, Show], ozon.Calls.Select(call => call.Path));
    }

    [Theory]
    [InlineData(1, "Underway")]
    [InlineData(5, "Underway")]
    [InlineData(6, "Refused: does not show a piece for each unit")]
    public async Task PiecesThatAreStillBeingMade_AreWaitedForAWhile(int calls, string expected)
    {
        await using var ozon = await StartAsync(show: """{"products":[{"product_id":900000001,"exemplars":[]}]}""");

        Is(expected, await AdvanceAsync(ozon, Marked with { Calls = calls }));
    }

    [Fact]
    public async Task WithNothingToSayOfThem_PiecesAreSaidWhereThePackingAsksForIt()
    {
        await using var ozon = await StartAsync(requirements: "{}", packs: false);

        Assert.Equal(new ShippingAnswer.Told(ShippingStep.Describe), await AdvanceAsync(ozon, Ship));
        Assert.Equal([Get, Pack, Show, Set], ozon.Calls.Select(call => call.Path));
    }

    [Theory]
    [InlineData("asked", "Told Pack")]
    [InlineData("always", "Told Describe")]
    public async Task WhoAlwaysHasToSayThem_SaysSoInTheSettings(string setting, string expected)
    {
        await using var ozon = await StartAsync(requirements: "{}");

        Is(expected, await AdvanceAsync(ozon, Ship, new() { ["Exemplars"] = setting }));
    }

    [Theory]
    [InlineData(null, "Refused: the number of the customs declaration of B-2")]
    [InlineData("gtd", "Told Describe")]
    public async Task ACountryWhoseGoodsNeedADeclaration_WantsItsNumber(string? absent, string expected)
    {
        await using var ozon = await StartAsync(requirements: """{"products_requiring_country":[900000002]}""", country: """{"product_id":900000002,"is_gtd_needed":true}""");

        Is(expected, await AdvanceAsync(ozon, Ship, new() { ["Country"] = "CN", ["Absent"] = absent }));
        Assert.Equal([Get, Country, Show], ozon.Calls.Select(call => call.Path).Take(3));
    }

    [Fact]
    public async Task AnAnswerThatGotLost_AfterSayingThem_LosesNothing()
    {
        await using var ozon = await StartAsync(set: (500, ""));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => AdvanceAsync(ozon, Marked));
        Assert.DoesNotContain(ozon.Calls, call => call.Path == Pack);
        Assert.True(ozon.Calls.Count(call => call.Path == Set) > 1);        // said again: it says how it shall be
    }

    private static void Is(string expected, ShippingAnswer answer)
    {
        var word = answer switch { ShippingAnswer.Told(var step) => $"Told {step}", ShippingAnswer.Refused => "Refused", var other => other.GetType().Name };
        Assert.Equal(expected.Split(": ")[0], word);
        if (expected.Split(": ", 2) is [_, var reason])
            Assert.Contains(reason, ((ShippingAnswer.Refused)answer).Reason, StringComparison.Ordinal);
    }

    private static Task<FakeOzon> StartAsync(
        string requirements = """{"products_requiring_mandatory_mark":["900000002"]}""",
        string? show = null,
        string piece = "\"is_gtd_absent\":false",
        string lastPiece = "",
        string validate = """{"products":[{"product_id":900000002,"valid":true}]}""",
        string status = """{"status":"ship_available"}""",
        string country = "{}",
        (int Status, string Body)? set = null,
        bool packs = true) => FakeOzon.StartAsync((call, context) => call.Path switch
        {
            Get => context.Response.AnswerAsync(200, Posting(more: $"\"requirements\":{requirements}")),
            Show => context.Response.AnswerAsync(200, show ?? $$"""{"posting_number":"1","products":[{"product_id":"900000001","exemplars":[{"exemplar_id":11,{{piece}}},{"exemplar_id":12,{{piece}}}]},{"product_id":900000002,"exemplars":[{"exemplar_id":"21",{{piece}}{{lastPiece}}}]}]}"""),
            Validate => context.Response.AnswerAsync(200, validate),
            Set => context.Response.AnswerAsync(set?.Status ?? 200, set?.Body ?? ""),
            Status => context.Response.AnswerAsync(200, status),
            Country => context.Response.AnswerAsync(200, country),
            Pack => packs ? context.Response.AnswerAsync(200, """{"result":["1"]}""") : context.Response.AnswerAsync(400, """{"code":9,"message":"EXEMPLAR_INFO_NOT_FILLED_COMPLETELY"}"""),
            var unknown => throw new InvalidOperationException($"Nobody answers {unknown}."),
        });

    private static Task<ShippingAnswer> AdvanceAsync(FakeOzon ozon, Instruction instruction, Dictionary<string, string?>? settings = null) =>
        ((IShippingChannel)ozon.Shop(settings)).AdvanceAsync(Order(instruction), Cancelled);
}
