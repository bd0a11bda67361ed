using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>Postings whose goods the simulated marketplace wants to know more of, and those of which only a part is shipped.</summary>
public sealed class OzonGoodsRoundTests : OzonRound
{
    [Fact]
    public async Task Marks_AreChecked_AndThenItIsPacked()
    {
        var posting = await ThatWantsAsync("products_requiring_mandatory_mark");

        var (last, told) = await DriveAsync(posting.Key, Ship(MarksOf(posting)));

        Assert.Equal(new ShippingAnswer.Complete(), last);
        Assert.Equal([ShippingStep.Describe, ShippingStep.Pack], told.Distinct());
        Assert.Equal(PostingStatus.AwaitingHandOver, (await Shop.FindPostingAsync(posting.Key.Number, Cancelled))!.Posting!.Status);
    }

    [Fact]
    public async Task WhoDiesAfterEachCall_GoesOnFromWhatTheMarketplaceShows()
    {
        var posting = await ThatWantsAsync("products_requiring_mandatory_mark");

        var (last, told) = await DriveAsync(posting.Key, Ship(MarksOf(posting)), forgets: true);

        Assert.Equal(new ShippingAnswer.Complete(), last);
        Assert.Equal([ShippingStep.Describe, ShippingStep.Pack], told.Distinct());
    }

    [Theory]
    [InlineData("0104BROKEN7X9Q", "INVALID_CODE_FORMAT", "ending in 7X9Q")]             // seen at once
    [InlineData("010460123456789021SOLD7X9Q", "MARK_ALREADY_SOLD", "ending in 7X9Q")]   // seen by the long check
    public async Task AWrongMark_IsNamedByItsPieceAndEnd_AndCanBePutRight(string mark, string code, string shown)
    {
        var posting = await ThatWantsAsync("products_requiring_mandatory_mark");
        GoodsDatum[] marks = [.. MarksOf(posting)];
        GoodsDatum[] wrong = [marks[0] with { Value = mark }, .. marks[1..]];

        var (last, _) = await DriveAsync(posting.Key, Ship(wrong));

        var reason = Assert.IsType<ShippingAnswer.Refused>(last).Reason;
        Assert.Contains($"{marks[0].Sku}, piece 1: the mandatory mark {shown} ({code})", reason, StringComparison.Ordinal);
        Assert.DoesNotContain(mark, reason, StringComparison.Ordinal);
        Assert.Equal(new ShippingAnswer.Complete(), (await DriveAsync(posting.Key, Ship(marks))).Last);
    }

    [Fact]
    public async Task WhatIsMissing_IsNamedByProductAndPiece()
    {
        var posting = await ThatWantsAsync("products_requiring_mandatory_mark");

        var reason = Assert.IsType<ShippingAnswer.Refused>((await DriveAsync(posting.Key, Ship([]))).Last).Reason;

        Assert.Contains($"the mandatory mark of each unit of {posting.Lines[0].Sku} (piece 1", reason, StringComparison.Ordinal);
        Assert.Contains("POST /api/ship, goods", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImeisAndWeights_AreGivenPerPiece_OrForAll()
    {
        var posting = await ThatWantsAsync("products_requiring_imei");
        GoodsDatum[] goods =
        [
            .. PiecesOf(posting).Select((piece, i) => new GoodsDatum(piece.Sku, piece.Piece, GoodsDatumKind.Imei, $"49015420323{i:0000}")),
            .. posting.Lines.Select(line => line.Sku).Distinct().Select(sku => new GoodsDatum(sku, null, GoodsDatumKind.Weight, "0.75")),
        ];

        Assert.Contains("the weight of each unit", Assert.IsType<ShippingAnswer.Refused>((await DriveAsync(posting.Key, Ship([.. goods.Where(one => one.Kind == GoodsDatumKind.Imei)]))).Last).Reason, StringComparison.Ordinal);
        Assert.Contains("0.1 to 30", Assert.IsType<ShippingAnswer.Refused>((await DriveAsync(posting.Key, Ship([.. goods.Select(one => one.Kind == GoodsDatumKind.Weight ? one with { Value = "31" } : one)]))).Last).Reason, StringComparison.Ordinal);
        Assert.Equal(new ShippingAnswer.Complete(), (await DriveAsync(posting.Key, Ship(goods))).Last);
    }

    [Theory]
    [InlineData("10702030/150823/0001234", null)]
    [InlineData(GoodsDatum.Absent, null)]
    [InlineData("no number", "GTD_NOT_FOUND")]
    public async Task ADeclaration_IsANumberOrNone(string value, string? refusal)
    {
        var posting = await ThatWantsAsync("products_requiring_gtd");

        var (last, _) = await DriveAsync(posting.Key, Ship([.. posting.Lines.Select(line => line.Sku).Distinct().Select(sku => new GoodsDatum(sku, null, GoodsDatumKind.Declaration, value))]));

        Assert.Equal(refusal is null, last is ShippingAnswer.Complete);
        Assert.Contains(refusal ?? "", (last as ShippingAnswer.Refused)?.Reason ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNoneOfTheGoodsHasADeclaration_NobodyHasToSaySo()
    {
        var posting = await ThatWantsAsync("products_requiring_gtd");
        await using var services = TestShop.Build(Address, new() { ["Absent"] = "gtd, rnpt" });
        var shop = services.GetRequiredService<IMarketplace>();

        Assert.Contains(PostingRemark.DeclarationMissing, posting.Remarks);
        Assert.DoesNotContain(PostingRemark.DeclarationMissing, (await shop.FindPostingAsync(posting.Key.Number, Cancelled))!.Posting!.Remarks);
        Assert.Equal(new ShippingAnswer.Told(ShippingStep.Describe), await ((IShippingChannel)shop).AdvanceAsync(ShippingSample.Order(Ship([])) with { Key = posting.Key }, Cancelled));
    }

    [Fact]
    public async Task APart_IsCancelledOnce_AndTheRestStays()
    {
        var posting = await FirstAsync(one => one is { Flaw: null, Status: PostingStatus.AwaitingPackaging } && one.Lines.Sum(line => line.Quantity) > 1);
        var line = posting.Lines[0];
        var cancel = new CancelOrder(352, "broken") { Parts = [new CancelledUnits(line.Sku, 1, line.Quantity - 1)] };
        var wanted = new Instruction { Kind = InstructionKind.CancelPart, Cancel = cancel, AskedAt = Sample.Now, AskedBy = "test" };

        var (last, told) = await DriveAsync(posting.Key, wanted);

        Assert.Equal(new ShippingAnswer.Complete(), last);
        Assert.Equal([ShippingStep.CancelPart], told);
        var after = (await Shop.FindPostingAsync(posting.Key.Number, Cancelled))!.Posting!;
        Assert.Equal((posting.Lines.Sum(one => one.Quantity) - 1, PostingStatus.AwaitingPackaging), (after.Lines.Sum(one => one.Quantity), after.Status));
        Assert.Equal(new ShippingAnswer.Complete(), (await DriveAsync(posting.Key, wanted, forgets: true)).Last);
        Assert.Equal(after.Lines, (await Shop.FindPostingAsync(posting.Key.Number, Cancelled))!.Posting!.Lines);
    }

    [Fact]
    public async Task AReasonThatIsNotTaken_CancelsNoPart()
    {
        var posting = await FirstAsync(one => one is { Flaw: null, Status: PostingStatus.AwaitingPackaging } && one.Lines.Sum(line => line.Quantity) > 1);
        var cancel = new CancelOrder(665, "broken") { Parts = [new CancelledUnits(posting.Lines[0].Sku, 1, posting.Lines[0].Quantity - 1)] };

        var (last, told) = await DriveAsync(posting.Key, new Instruction { Kind = InstructionKind.CancelPart, Cancel = cancel, AskedAt = Sample.Now, AskedBy = "test" });

        Assert.Contains("does not take reason 665", Assert.IsType<ShippingAnswer.Refused>(last).Reason, StringComparison.Ordinal);
        Assert.Empty(told);
    }

    [Fact]
    public async Task WishesToCancel_AreListedAndDecided()
    {
        var requests = (ICancelRequests)Shop;
        var open = await requests.CancelRequestsAsync(Cancelled);
        for (var i = 0; i < 30 && open.Count < 2; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(10));
            open = await requests.CancelRequestsAsync(Cancelled);
        }

        Assert.Equal(open.OrderBy(one => one.DecideBy), open);
        var (granted, rejected) = (open[^1], open[^2]);
        Assert.All(open, one => Assert.Equal(NodaTime.Duration.FromMinutes(1), one.DecideBy - one.AskedAt));     // a day of the run
        await requests.DecideAsync(granted, isGranted: true, null, Cancelled);
        await requests.DecideAsync(rejected, isGranted: false, "on its way", Cancelled);

        Assert.DoesNotContain(await requests.CancelRequestsAsync(Cancelled), one => one.Id == granted.Id || one.Id == rejected.Id);
        Assert.Equal(PostingStatus.Cancelled, (await Shop.FindPostingAsync(granted.Order!, Cancelled))!.Posting!.Status);
        Assert.NotEqual(PostingStatus.Cancelled, (await Shop.FindPostingAsync(rejected.Order!, Cancelled))!.Posting!.Status);
        await Assert.ThrowsAsync<MarketplaceRefusedException>(() => requests.DecideAsync(rejected, isGranted: true, null, Cancelled));
    }

    private static Instruction Ship(IReadOnlyList<GoodsDatum> goods) =>
        new() { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel with { Goods = goods }, AskedAt = Sample.Now, AskedBy = "test" };

    private static IReadOnlyList<GoodsDatum> MarksOf(Posting posting) =>
        [.. PiecesOf(posting).Select((piece, i) => new GoodsDatum(piece.Sku, piece.Piece, GoodsDatumKind.Mark, $"\u001d010460123456789021serial{i:000}\u001d91EE06\u001d92crypto"))];

    private static IEnumerable<(Domain.Stock.Sku Sku, int Piece)> PiecesOf(Posting posting) =>
        posting.Lines.GroupBy(line => line.Sku).SelectMany(same => Enumerable.Range(1, same.Sum(line => line.Quantity)).Select(piece => (same.Key, piece)));

    /// <summary>The first posting whose list asks for something.</summary>
    private async Task<Posting> ThatWantsAsync(string list)
    {
        for (var i = 0; i < 60; i++)
        {
            foreach (var posting in (await OpenAsync()).Where(one => one is { Flaw: null, Scheme: "ozon", Status: PostingStatus.AwaitingPackaging }))
            {
                if ((await RawAsync(posting.Key.Number)).GetProperty("requirements").TryGetProperty(list, out var asked) && asked.ValueKind is JsonValueKind.Array && asked.GetArrayLength() > 0)
                    return posting;
            }

            Time.Advance(TimeSpan.FromSeconds(10));
        }

        throw new InvalidOperationException("No such posting comes.");
    }
}
