using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Ozon.Shipping;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>How the pieces of a posting of two A-1 and one B-2 are filled in.</summary>
public class ExemplarPolicyTests
{
    private static readonly ShownLine[] Lines = [new(1, "A-1", 2), new(2, "B-2", 1)];

    [Theory]
    [InlineData("", "", "", null)]
    [InlineData("1:Mark", "", "", "the mandatory mark of each unit of A-1 (piece 1, 2)")]
    [InlineData("1:Mark", "A-1/1 Mark m1", "", "the mandatory mark of each unit of A-1 (piece 2)")]
    [InlineData("1:Mark", "A-1/1 Mark m1|A-1/2 Mark m2", "", null)]
    [InlineData("2:Mark", "B-2 Mark m1", "", null)]                                      // one unit: its piece need not be named
    [InlineData("1:Mark", "A-1 Mark m1", "", "once for its 2 units")]
    [InlineData("1:Mark", "A-1/3 Mark m1", "", "piece 3 of A-1, and the posting holds 2")]
    [InlineData("", "C-3 Weight 1", "", "C-3, which the posting does not hold")]
    [InlineData("1:Declaration", "", "", "the number of the customs declaration of A-1 (piece 1, 2)")]
    [InlineData("1:Declaration", "A-1 Declaration 10/1/1", "", null)]
    [InlineData("1:Declaration", "A-1 Declaration absent", "", null)]
    [InlineData("1:Declaration", "A-1/1 Declaration 10/1/1", "", "customs declaration of A-1 (piece 2)")]
    [InlineData("1:Declaration", "", "Declaration", null)]
    [InlineData("1:Batch", "", "Declaration", "the batch number (RNPT) of A-1 (piece 1, 2)")]
    [InlineData("1:Weight", "A-1 Weight absent", "", "which only numbers of declarations and batches can be")]
    [InlineData("1:Imei 2:Uin", "A-1/1 Imei 1|A-1/2 Imei 2|A-1/2 Imei 3", "", "the jewellery number (UIN) of B-2 (piece 1)")]
    [InlineData("1:Weight 2:Weight", "A-1 Weight 0.5|B-2 Weight 0.05", "", "the weight of each unit of B-2 (piece 1, 0.1 to 30)")]
    [InlineData("1:Weight 2:Weight", "A-1 Weight 0.1|B-2 Weight 30", "", null)]
    [InlineData("1:Weight", "A-1 Weight 30.01", "", "the weight of each unit of A-1 (piece 1, 2, 0.1 to 30)")]
    public void WhatIsNeeded_IsGivenOrMissing(string needs, string goods, string absent, string? flaw)
    {
        var (_, found) = ExemplarPolicy.Fill(Shown(), Lines, NeedsOf(needs), GoodsOf(goods), new KnownData(null, [.. absent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<GoodsDatumKind>)]));

        if (flaw is null)
            Assert.Null(found);
        else
            Assert.Contains(flaw, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is_gtd_needed")]
    [InlineData("is_rnpt_needed")]
    [InlineData("is_mandatory_mark_needed")]
    [InlineData("is_jw_uin_needed")]
    [InlineData("is_imei_needed")]
    [InlineData("is_weight_needed")]
    public void WhatThePiecesThemselvesAskFor_IsNeeded(string flag) =>
        Assert.NotNull(ExemplarPolicy.Fill(Shown($"\"{flag}\":\"true\","), Lines, [], [], KnownData.Nothing).Flaw);

    [Fact]
    public void WhatWasEnteredInTheCabinet_Stays_ButForWhatTheSellerSays()
    {
        var shown = Shown(piece: "\"gtd\":\"10/1/1\",\"marks\":[{\"mark\":\"old\",\"mark_type\":\"mandatory_mark\"},{\"mark\":\"77\",\"mark_type\":\"imei\"}],\"weight\":2");

        var piece = ExemplarPolicy.Fill(shown, Lines, NeedsOf("1:Mark 1:Imei 1:Declaration 1:Weight"), GoodsOf("A-1/1 Mark new|A-1/2 Mark newer"), KnownData.Nothing).Sheet.Products[0].Pieces[0];

        Assert.Equal(("10/1/1", false, "", true, 2m), (piece.Declaration, piece.IsDeclarationAbsent, piece.Batch, piece.IsBatchAbsent, piece.Weight));
        Assert.Equal([(GoodsDatumKind.Mark, "new"), (GoodsDatumKind.Imei, "77")], piece.Marks);
    }

    [Fact]
    public void APiecesOwnValue_CountsBeforeThatOfAll()
    {
        var pieces = ExemplarPolicy.Fill(Shown(), Lines, [], GoodsOf("A-1 Weight 1|A-1/2 Weight 2"), KnownData.Nothing).Sheet.Products[0].Pieces;

        Assert.Equal([1m, 2m], pieces.Select(piece => piece.Weight!.Value));
    }

    [Fact]
    public void OneArticle_CountsItsPiecesOverAllOfItsProducts()
    {
        ShownLine[] lines = [new(1, "A-1", 2), new(2, "A-1", 1)];

        var (sheet, flaw) = ExemplarPolicy.Fill(Shown(), lines, NeedsOf("1:Mark 2:Mark"), GoodsOf("A-1/1 Mark a|A-1/2 Mark b|A-1/3 Mark c"), KnownData.Nothing);

        Assert.Null(flaw);
        Assert.Equal("c", Assert.Single(sheet.Products[1].Pieces[0].Marks).Value);
    }

    [Theory]
    [InlineData("010\u001d91", "010\u001d91", true)]
    [InlineData("010\u001d91", "01091", true)]          // it comes back without its separator
    [InlineData("010\u001d91", "010\u001d92", false)]
    public void WhatComesBack_IsTheSame_WithOrWithoutSeparators(string said, string shown, bool isSame)
    {
        var piece = Shown().Products[0].Pieces[0];

        Assert.Equal(isSame, (piece with { Marks = [(GoodsDatumKind.Mark, said)] }).SaysTheSame(piece with { Marks = [(GoodsDatumKind.Mark, shown)] }));
        Assert.False(piece.SaysTheSame(piece with { IsDeclarationAbsent = true }));
    }

    private static ExemplarSheet Shown(string product = "", string piece = "\"gtd\":\"\"")
    {
        var json = $$$"""
            {"result":{"products":[ {{{{product}}}"product_id":"1","weight_min":0.1,"weight_max":"30","exemplars":[{"exemplar_id":11,{{{piece}}} },{"exemplar_id":"12",{{{piece}}} }]},
            {"product_id":2,"weight_min":0.1,"weight_max":30,"exemplars":[{"exemplar_id":21}]},{"product_id":null}]}}
            """;
        using var document = JsonDocument.Parse(json);
        return ExemplarSheet.Read(document.RootElement.Clone());
    }

    private static GoodsNeed[] NeedsOf(string needs) =>
        [.. needs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(need => new GoodsNeed(need[0] - '0', Enum.Parse<GoodsDatumKind>(need[2..])))];

    private static GoodsDatum[] GoodsOf(string goods) => [.. from one in goods.Split('|', StringSplitOptions.RemoveEmptyEntries)
                                                             let parts = one.Split(' ')
                                                             let place = parts[0].Split('/')
                                                             select new GoodsDatum(Sku.Parse(place[0]), place.Length > 1 ? place[1][0] - '0' : null, Enum.Parse<GoodsDatumKind>(parts[1]), parts[2])];
}
