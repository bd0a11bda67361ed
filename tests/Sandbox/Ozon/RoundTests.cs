using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Ozon;

/// <summary>What a seller does with a posting beyond packing it, in a run where postings are of every kind.</summary>
public sealed class RoundTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestRun _run = null!;

    public async ValueTask InitializeAsync()
    {
        _run = await TestRun.StartAsync(TestRun.ThreeShops(_folder) with { OzonScenes = true, Channels = [Channel.Ozon, Channel.Webhook], Length = TimeSpan.FromMinutes(10) });
        _run.Time.Advance(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task RfbsPostings_AreNumberedAndMovedBySayingSo()
    {
        var number = await PackedAsync(rfbs: true);
        Assert.Equal(["cancel", "label_download", "set_track_number", "non_int_delivering"], Actions(await _run.PostingAsync(number)));
        Assert.Equal("TRANSITION_IS_NOT_POSSIBLE", Error(await MoveAsync("last-mile", number)));

        Assert.Equal("", Error(await NumberAsync((number, "LP001"))));
        Assert.Equal("", Error(await NumberAsync((number, "LP007"))));
        Assert.Equal("LP007", (await _run.PostingAsync(number))["tracking_number"]!.ToString());
        Assert.Equal(["LP001", "LP007"], _run.Server.Run.Find(number)!.TrackingNumbers);

        Assert.Equal("", Error(await MoveAsync("delivering", number)));
        Assert.Equal("awaiting_deliver", (await _run.PostingAsync(number))["status"]!.ToString());
        _run.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("delivering", (await _run.PostingAsync(number))["status"]!.ToString());
        Assert.Equal("TRANSITION_IS_NOT_POSSIBLE", Error(await MoveAsync("delivering", number)));
        Assert.Equal("", Error(await MoveAsync("last-mile", number)));
        Assert.Equal("", Error(await MoveAsync("delivered", number)));
        Assert.Equal("delivered", (await _run.PostingAsync(number))["status"]!.ToString());
        Assert.Equal(1, _run.Server.Run.Find(number)!.TimesToldShipped);
    }

    [Fact]
    public async Task TrackingNumbers_AreJudgedOneByOne_TwentyAtATime()
    {
        var (rfbs, fbs) = (await PackedAsync(rfbs: true), await PackedAsync(rfbs: false));

        var answers = (await NumberAsync((rfbs, "LP1"), (fbs, "LP2"), ("nobody's", "LP3"), (rfbs, " "))).Json["result"]!.AsArray();

        Assert.Equal(["", "HAS_INCORRECT_TPL_INTEGRATION_TYPE", "POSTING_NOT_FOUND", "TRACKING_NUMBER_IS_EMPTY"], answers.Select(answer => Text(answer!["error"]!)));
        Assert.Equal([true, false, false, false], answers.Select(answer => answer!["result"]!.GetValue<bool>()));
        Assert.Equal(400, (await NumberAsync([.. Enumerable.Range(0, 21).Select(n => (rfbs, $"LP{n}"))])).Status);
    }

    [Fact]
    public async Task SeveralPackages_BecomePostingsOfTheirOwn_AndTheFirstOneIsNoMore()
    {
        var order = First(Packable, one => one.Plan.Lines.Count > 1 && !one.Plan.IsRfbs);
        var packages = order.Plan.Lines.Select(line => new[] { (line.Product.Sku, (long)line.Quantity) }).ToArray();
        var reply = await ShipAsync(order, packages);
        _run.Time.Advance(TimeSpan.FromSeconds(2));
        if ((await _run.PostingAsync(order.Plan.Number))["substatus"]!.ToString() == "ship_failed")
        {
            reply = await ShipAsync(order, packages);
            _run.Time.Advance(TimeSpan.FromSeconds(2));
        }

        var parts = reply.Json["result"]!.AsArray().Select(part => part!.ToString()).ToArray();
        Assert.Equal(packages.Select((_, i) => $"{order.Plan.OrderNumber}-{i + 2}"), parts);
        Assert.Equal("cancelled_from_split_pending", (await _run.PostingAsync(order.Plan.Number))["status"]!.ToString());
        for (var i = 0; i < parts.Length; i++)
        {
            var part = await _run.PostingAsync(parts[i]);
            Assert.Equal(("awaiting_deliver", order.Plan.Number), (part["status"]!.ToString(), part["parent_posting_number"]!.ToString()));
            Assert.Equal(order.Plan.Lines[i].Product.OfferId, Assert.Single(part["products"]!.AsArray())!["offer_id"]!.ToString());
        }

        Assert.Superset(parts.ToHashSet(), (await ListedAsync()).ToHashSet());
    }

    [Fact]
    public async Task AnEmptyPackage_IsRefused()
    {
        var order = First(Packable, _ => true);

        Assert.Equal("HAS_INCORRECT_PRODUCT_QUANTITY", (await ShipAsync(order, [Units(order), []])).Message);
    }

    [Fact]
    public async Task APostingWhoseCountryIsWanted_IsPackedOnceItIsSaid()
    {
        var order = Of(scene => scene.WantsCountry);
        Assert.NotEmpty((await _run.PostingAsync(order.Plan.Number))["requirements"]!["products_requiring_country"]!.AsArray());
        Assert.Equal("EXEMPLAR_INFO_NOT_FILLED_COMPLETELY", (await ShipAsync(order, [Units(order)])).Message);

        foreach (var sku in Units(order).Select(unit => unit.Sku))
        {
            var set = await _run.CallAsync("v2/posting/fbs/product/country/set", $$"""{"posting_number":"{{order.Plan.Number}}","product_id":{{sku}},"country_iso_code":"CN"}""");
            Assert.Equal((200, false), (set.Status, set.Json["is_gtd_needed"]!.GetValue<bool>()));
        }

        Assert.Empty((await _run.PostingAsync(order.Plan.Number))["requirements"]!["products_requiring_country"]!.AsArray());
        Assert.Equal(200, (await ShipAsync(order, [Units(order)])).Status);
    }

    [Fact]
    public async Task APostingOfSeveralBoxes_IsPackedOnceTheirNumberIsSaid()
    {
        var order = Of(scene => scene.IsMultibox);
        Assert.Equal("TRANSITION_IS_NOT_POSSIBLE", (await ShipAsync(order, [Units(order)])).Message);

        Assert.Equal("""{"result":{"result":true}}""", (await _run.CallAsync("v3/posting/multiboxqty/set", $$"""{"posting_number":"{{order.Plan.Number}}","multi_box_qty":2}""")).Text);
        Assert.Equal(2, (await _run.PostingAsync(order.Plan.Number))["multi_box_qty"]!.GetValue<int>());
        Assert.Equal(200, (await ShipAsync(order, [Units(order)])).Status);
    }

    [Fact]
    public async Task TheDate_IsNamedWhereItIsOffered_AndOnce()
    {
        var order = Of(scene => scene.NamesDate);
        var date = Postings.Text(_run.Time.GetUtcNow().AddSeconds(40));
        Assert.Contains("set_cutoff", Actions(await _run.PostingAsync(order.Plan.Number)));

        Assert.Equal("""{"result":true}""", (await NameDateAsync(order, date)).Text);

        var posting = await _run.PostingAsync(order.Plan.Number);
        Assert.Equal(date, posting["shipment_date"]!.ToString());
        Assert.DoesNotContain("set_cutoff", Actions(posting));
        Assert.Equal("TRANSITION_IS_NOT_POSSIBLE", (await NameDateAsync(order, date)).Message);
    }

    [Fact]
    public async Task Reasons_FollowHowFarThePostingIs()
    {
        var number = await PackedAsync(rfbs: true);
        Assert.Equal([352, 400, 402], await ReasonsAsync(number));
        await MoveAsync("delivering", number);
        _run.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([402, 665, 666, 667], await ReasonsAsync(number));
        Assert.Equal("HAS_INCORRECT_CANCEL_REASON", (await _run.CallAsync("v2/posting/fbs/cancel", $$"""{"posting_number":"{{number}}","cancel_reason_id":352}""")).Message);
        Assert.Equal("""{"result":true}""", (await _run.CallAsync("v2/posting/fbs/cancel", $$"""{"posting_number":"{{number}}","cancel_reason_id":667}""")).Text);
        Assert.Empty(await ReasonsAsync(number));
    }

    [Fact]
    public async Task Addresses_AreThere_WhereTheSellerDelivers()
    {
        var all = (await _run.CallAsync("v4/posting/fbs/list", Postings.List())).Json["postings"]!.AsArray().Select(posting => posting!).ToArray();

        Assert.All(all, posting => Assert.Equal(posting["tpl_integration_type"]!.ToString() == "non_integrated", posting["customer"] is not null));
        Assert.Contains(all, posting => posting["customer"]?["address"]!["address_tail"]!.ToString() == "");
    }

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        _folder.Dispose();
    }

    private IEnumerable<OrderTrack> Packable() => _run.Server.Run.Appeared(Channel.Ozon)
        .Where(order => _run.Server.Run.StateOf(order) is { Status: "awaiting_packaging", CancelledAt: null } && order.Plan.Lines.All(line => line.Quantity > 0) && order.ShipCalls.Count == 0)
        .Where(order => Sandbox.Ozon.Scene.Of(_run.Server.Run.Options, order.Plan) is { WantsCountry: false, WantsDeclaration: false, IsMultibox: false, WantsMarks: false, WantsImeis: false, WantsPieces: false });

    private OrderTrack Of(Func<Sandbox.Ozon.Scene, bool> isMeant) => First(
        () => _run.Server.Run.Appeared(Channel.Ozon),
        order => isMeant(Sandbox.Ozon.Scene.Of(_run.Server.Run.Options, order.Plan)) && _run.Server.Run.StateOf(order) is { Status: "awaiting_packaging" } state && state.Limit > _run.Time.GetUtcNow());

    /// <summary>The first such order, waited for.</summary>
    private OrderTrack First(Func<IEnumerable<OrderTrack>> all, Func<OrderTrack, bool> isMeant)
    {
        for (var i = 0; i < 60; i++)
        {
            if (all().FirstOrDefault(isMeant) is { } found)
            {
                return found;
            }

            _run.Time.Advance(TimeSpan.FromSeconds(5));
        }

        throw new InvalidOperationException("No such order comes.");
    }

    private async Task<string> PackedAsync(bool rfbs)
    {
        var order = First(Packable, one => one.Plan.IsRfbs == rfbs);
        for (var i = 0; i < 2 && (await _run.PostingAsync(order.Plan.Number))["status"]!.ToString() != "awaiting_deliver"; i++)
        {
            Assert.Equal(200, (await ShipAsync(order, [Units(order)])).Status);
            _run.Time.Advance(TimeSpan.FromSeconds(2));
        }

        return order.Plan.Number;
    }

    private static (long Sku, long Units)[] Units(OrderTrack order) => [.. order.Plan.Lines.GroupBy(line => line.Product.Sku).Select(line => (line.Key, line.Sum(one => (long)one.Quantity)))];

    private Task<Reply> ShipAsync(OrderTrack order, IEnumerable<(long Sku, long Units)[]> packages) => _run.CallAsync("v4/posting/fbs/ship", new JsonObject
    {
        ["posting_number"] = order.Plan.Number,
        ["packages"] = new JsonArray(packages.Select(package => (JsonNode)new JsonObject
        {
            ["products"] = new JsonArray(package.Select(line => (JsonNode)new JsonObject { ["product_id"] = line.Sku, ["quantity"] = line.Units }).ToArray()),
        }).ToArray()),
    }.ToJsonString());

    private Task<Reply> NumberAsync(params (string Posting, string Number)[] numbers) => _run.CallAsync("v2/fbs/posting/tracking-number/set", new JsonObject
    {
        ["tracking_numbers"] = new JsonArray(numbers.Select(one => (JsonNode)new JsonObject { ["posting_number"] = one.Posting, ["tracking_number"] = one.Number }).ToArray()),
    }.ToJsonString());

    private Task<Reply> MoveAsync(string move, string number) => _run.CallAsync($"v2/fbs/posting/{move}", $$"""{"posting_number":["{{number}}"]}""");

    private Task<Reply> NameDateAsync(OrderTrack order, string date) => _run.CallAsync("v1/posting/cutoff/set", $$"""{"posting_number":"{{order.Plan.Number}}","new_cutoff_date":"{{date}}"}""");

    private async Task<IEnumerable<int>> ReasonsAsync(string number) => (await _run.CallAsync("v1/posting/fbs/cancel-reason", $$"""{"related_posting_numbers":["{{number}}"]}"""))
        .Json["result"]![0]!["reasons"]!.AsArray().Select(reason => reason!["id"]!.GetValue<int>());

    private async Task<IEnumerable<string>> ListedAsync() => Postings.Numbers((await _run.CallAsync("v4/posting/fbs/list", Postings.List())).Json);

    private static IEnumerable<string> Actions(JsonNode posting) => posting["available_actions"]!.AsArray().Select(action => action!.ToString());

    private static string Error(Reply reply) => Text(Assert.Single(reply.Json["result"]!.AsArray())!["error"]!);

    private static string Text(JsonNode error) => error is JsonArray ? "" : error.ToString();
}
