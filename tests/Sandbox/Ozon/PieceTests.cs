using System.Text.Json.Nodes;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Ozon;

/// <summary>Pieces that are to be told of before packing, parts that are cancelled, and buyers who want the whole cancelled.</summary>
public sealed class PieceTests : IAsyncLifetime
{
    private const string Pieces = "fbs/posting/product/exemplar/";
    private const string Mark = "010460123456789021serial1";

    private readonly TestFolder _folder = new();
    private TestRun _run = null!;

    public async ValueTask InitializeAsync()
    {
        _run = await TestRun.StartAsync(TestRun.ThreeShops(_folder) with { OzonScenes = true, Channels = [Channel.Ozon, Channel.Webhook], Length = TimeSpan.FromMinutes(10) });
        _run.Time.Advance(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Marks_AreTakenWhole_CheckedAWhile_AndThenItCanBePacked()
    {
        var order = First(scene => scene.WantsMarks);
        Assert.Equal("EXEMPLAR_INFO_NOT_FILLED_COMPLETELY", (await ShipAsync(order)).Message);
        var shown = (await CallAsync("v6", "create-or-get", order)).Json;
        Assert.All(shown["products"]!.AsArray(), product => Assert.True(product!["is_mandatory_mark_needed"]!.GetValue<bool>()));
        Assert.Equal("update_available", await StatusAsync(order));

        var told = Told(shown, (piece, i) => piece["marks"] = Marks($"{Mark}{i}"));
        var reply = await CallAsync("v6", "set", order, told);
        Assert.Equal(200, reply.Status);
        Assert.Equal("validation_in_process", await StatusAsync(order));
        _run.Time.Advance(TimeSpan.FromSeconds(4));
        if (await StatusAsync(order) == "ship_not_available")           // the first check came to no end
        {
            await CallAsync("v6", "set", order, told);
            _run.Time.Advance(TimeSpan.FromSeconds(4));
        }

        Assert.Equal("ship_available", await StatusAsync(order));
        Assert.Equal(200, (await ShipAsync(order)).Status);
        Assert.Equal($"{Mark}0", (await CallAsync("v6", "create-or-get", order)).Json["products"]![0]!["exemplars"]![0]!["marks"]![0]!["mark"]!.ToString());
    }

    [Fact]
    public async Task APieceThatIsLeftOut_RefusesThemAll()
    {
        var order = First(scene => scene.WantsMarks);
        var told = Told((await CallAsync("v6", "create-or-get", order)).Json, (piece, i) => piece["marks"] = Marks($"{Mark}{i}"));
        told[0]!["exemplars"]!.AsArray().RemoveAt(0);

        Assert.Equal((400, "EXEMPLAR_INFO_NOT_FILLED_COMPLETELY"), ((await CallAsync("v6", "set", order, told)) is var reply ? (reply.Status, reply.Message) : default));
    }

    [Theory]
    [InlineData("0104", false, "INVALID_CODE_FORMAT")]
    [InlineData("010460123456789021SOLD99", true, "MARK_ALREADY_SOLD")]
    public async Task AWrongMark_IsSeenByItsForm_OrByTheLongCheck(string mark, bool isOfGoodForm, string code)
    {
        var order = First(scene => scene.WantsMarks);
        var told = Told((await CallAsync("v6", "create-or-get", order)).Json, (piece, i) => piece["marks"] = Marks(i == 0 ? mark : $"{Mark}{i}"));
        Assert.Equal(isOfGoodForm, (await CallAsync("v5", "validate", order, told)).Json["products"]![0]!["valid"]!.GetValue<bool>());

        for (var i = 0; i < 2; i++)
        {
            await CallAsync("v6", "set", order, told);
            _run.Time.Advance(TimeSpan.FromSeconds(4));
        }

        var status = (await CallAsync("v5", "status", order)).Json;
        Assert.Equal("ship_not_available", status["status"]!.ToString());
        Assert.Equal(code, status["products"]![0]!["exemplars"]![0]!["marks"]![0]!["error_codes"]![0]!.ToString());
        Assert.Equal("EXEMPLAR_INFO_NOT_FILLED_COMPLETELY", (await ShipAsync(order)).Message);
    }

    [Fact]
    public async Task APart_IsTakenOff_EachTimeItIsSaid()
    {
        var order = First(scene => !scene.IsMultibox, plan => plan.Lines.Count > 1 || plan.Lines[0].Quantity > 2);
        var (units, sku) = (order.Plan.Lines.Sum(line => line.Quantity), order.Plan.Lines[0].Product.Sku);

        Assert.Equal(400, (await PartAsync(order, sku, 1, message: "")).Status);
        Assert.Equal("UNKNOWN_PRODUCT_DEFINED", (await PartAsync(order, 1, 1)).Message);
        Assert.Equal("HAS_INCORRECT_PRODUCT_QUANTITY", (await PartAsync(order, sku, units + 1)).Message);
        Assert.Equal("HAS_INCORRECT_CANCEL_REASON", (await PartAsync(order, sku, 1, reason: 665)).Message);
        Assert.Equal(200, (await PartAsync(order, sku, 1)).Status);

        Assert.Equal(units - 1, (await _run.PostingAsync(order.Plan.Number))["products"]!.AsArray().Sum(product => product!["quantity"]!.GetValue<int>()));
        Assert.Equal(1, order.Ozon.TimesPartCancelled);
    }

    [Fact]
    public async Task AWish_IsGrantedByItself_WhereNobodyDecides()
    {
        var wishes = await WishesAsync("ON_APPROVAL");
        for (var i = 0; i < 60 && wishes.Count < 2; i++)
        {
            _run.Time.Advance(TimeSpan.FromSeconds(5));
            wishes = await WishesAsync("ON_APPROVAL");
        }

        var id = wishes[^1]!["cancellation_id"]!.GetValue<long>();
        Assert.Equal(400, (await _run.CallAsync("v2/conditional-cancellation/reject", $$"""{"cancellation_id":{{id}},"comment":""}""")).Status);
        Assert.Equal(200, (await _run.CallAsync("v2/conditional-cancellation/reject", $$"""{"cancellation_id":{{id}},"comment":"no"}""")).Status);
        Assert.Equal("CANCELLATION_ALREADY_PROCESSED", (await _run.CallAsync("v2/conditional-cancellation/approve", $$"""{"cancellation_id":{{id}}}""")).Message);

        _run.Time.Advance(TimeSpan.FromMinutes(2));     // two days of the marketplace
        var granted = (await WishesAsync("APPROVED")).Select(wish => wish!["posting_number"]!.ToString()).ToList();

        Assert.NotEmpty(granted);
        Assert.DoesNotContain(wishes[^1]!["posting_number"]!.ToString(), granted);
        foreach (var number in granted)
        {
            Assert.Equal("cancelled", (await _run.PostingAsync(number))["status"]!.ToString());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<JsonArray> WishesAsync(string state) =>
        (await _run.CallAsync("v2/conditional-cancellation/list", $$"""{"filters":{"state":"{{state}}"},"limit":500}""")).Json["result"]!.AsArray();

    private async Task<string> StatusAsync(OrderTrack order) => (await CallAsync("v5", "status", order)).Json["status"]!.ToString();

    private Task<Reply> CallAsync(string version, string method, OrderTrack order, JsonArray? products = null) =>
        _run.CallAsync($"{version}/{Pieces}{method}", new JsonObject { ["posting_number"] = order.Plan.Number, ["products"] = products?.DeepClone() }.ToJsonString());

    private Task<Reply> PartAsync(OrderTrack order, long sku, int quantity, string message = "broken", int reason = 352) => _run.CallAsync(
        "v2/posting/fbs/product/cancel",
        $$"""{"posting_number":"{{order.Plan.Number}}","cancel_reason_id":{{reason}},"cancel_reason_message":"{{message}}","items":[{"sku":{{sku}},"quantity":{{quantity}}}]}""");

    private Task<Reply> ShipAsync(OrderTrack order) => _run.CallAsync("v4/posting/fbs/ship", new JsonObject
    {
        ["posting_number"] = order.Plan.Number,
        ["packages"] = new JsonArray(new JsonObject
        {
            ["products"] = new JsonArray(order.Plan.Lines.GroupBy(line => line.Product.Sku).Select(line => (JsonNode)new JsonObject { ["product_id"] = line.Key, ["quantity"] = line.Sum(one => one.Quantity) }).ToArray()),
        }),
    }.ToJsonString());

    private static JsonArray Told(JsonNode shown, Action<JsonObject, int> fill)
    {
        var (products, i) = (shown["products"]!.DeepClone().AsArray(), 0);
        foreach (var piece in products.SelectMany(product => product!["exemplars"]!.AsArray()))
        {
            piece!["is_gtd_absent"] = true;
            fill(piece.AsObject(), i++);
        }

        return products;
    }

    private static JsonArray Marks(string mark) => new(new JsonObject { ["mark"] = mark, ["mark_type"] = "mandatory_mark" });

    private OrderTrack First(Func<Scene, bool> isMeant, Func<PlannedOrder, bool>? and = null) => _run.Server.Run.Appeared(Channel.Ozon).First(order =>
        isMeant(Scene.Of(_run.Server.Run.Options, order.Plan)) && (and?.Invoke(order.Plan) ?? true)
        && _run.Server.Run.StateOf(order) is { Status: "awaiting_packaging", CancelledAt: null } && order.Plan.Lines.All(line => line.Quantity > 0));
}
