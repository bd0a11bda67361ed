using System.Text.Json;
using ShipBy.Adapters.Api;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tests.Api;

public class GoodsFieldTests
{
    private const string Mark = "\\u001d010460123456789021abcDEF\\u001d91EE06";

    [Fact]
    public void EachValue_IsOnesOrAllPieces()
    {
        var (goods, flaw) = Read($$"""
            [{"sku":"A-1","piece":1,"mark":"{{Mark}}\n","imei":["490154203237518","490154203237526"]},{"sku":"A-1","piece":"2","uin":"1234567890123456","weight":0.75},
            {"sku":"A-1","gtd":"absent","rnpt":" 10702030/150823/0001234 ","country":"CN","weight":"1.5"}]
            """);

        Assert.Null(flaw);
        Assert.Equal(
            [
                (1, GoodsDatumKind.Mark, "\u001d010460123456789021abcDEF\u001d91EE06"), (1, GoodsDatumKind.Imei, "490154203237518"), (1, GoodsDatumKind.Imei, "490154203237526"),
                (2, GoodsDatumKind.Uin, "1234567890123456"), (2, GoodsDatumKind.Weight, "0.75"),
                (null, GoodsDatumKind.Declaration, "absent"), (null, GoodsDatumKind.Batch, "10702030/150823/0001234"), (null, GoodsDatumKind.Weight, "1.5"), (null, GoodsDatumKind.Country, "CN"),
            ],
            goods.Select(one => (one.Piece, one.Kind, one.Value)));
        Assert.All(goods, one => Assert.Equal(Sku.Parse("A-1"), one.Sku));
    }

    [Theory]
    [InlineData("7", "goods has to be a list")]
    [InlineData("""[{"mark":"1"}]""", "goods[0].sku is missing")]
    [InlineData("""[{"sku":"A-1"}]""", "goods[0] says nothing")]
    [InlineData("""[{"sku":"A-1","gtd":"1"},{"sku":"A-1","piece":0,"gtd":"1"}]""", "goods[1].piece is no whole number")]
    [InlineData("""[{"sku":"A-1","piece":1.5,"gtd":"1"}]""", "goods[0].piece is no whole number")]
    [InlineData("""[{"sku":"A-1","mark":""}]""", "goods[0].mark is empty")]
    [InlineData("""[{"sku":"A-1","mark":"01 04"}]""", "goods[0].mark holds a character that no mark has")]
    [InlineData("""[{"sku":"A-1","mark":"пачка"}]""", "goods[0].mark holds a character that no mark has")]
    [InlineData("""[{"sku":"A-1","imei":"12345"}]""", "goods[0].imei is no IMEI")]
    [InlineData("""[{"sku":"A-1","imei":["490154203237518","x"]}]""", "goods[0].imei is no IMEI")]
    [InlineData("""[{"sku":"A-1","imei":{}}]""", "goods[0].imei is empty")]
    [InlineData("""[{"sku":"A-1","uin":"1"}]""", "goods[0].uin is no UIN")]
    [InlineData("""[{"sku":"A-1","country":"China"}]""", "goods[0].country is no country")]
    [InlineData("""[{"sku":"A-1","weight":0}]""", "goods[0].weight is no weight above 0")]
    [InlineData("""[{"sku":"A-1","weight":"1,5"}]""", "goods[0].weight is no weight above 0")]
    [InlineData("""[{"sku":"A-1","gtd":"a\u0007b"}]""", "goods[0].gtd holds a control character")]
    [InlineData("""[{"sku":"A-1","gtd":"1"},{"sku":"A-1","gtd":"2"}]""", "goods gives gtd of A-1 twice")]
    [InlineData("""[{"sku":"A-1","piece":1,"mark":"0104"},{"sku":"B-2","mark":"0104"}]""", "goods gives mark of A-1 twice")]
    public void AFlaw_NamesTheField(string json, string expected)
    {
        var (goods, flaw) = Read(json);

        Assert.Empty(goods);
        Assert.StartsWith(expected, flaw, StringComparison.Ordinal);
    }

    [Fact]
    public void AFlaw_NeverQuotesAMark() =>
        Assert.DoesNotContain("SECRET", Read("""[{"sku":"A-1","piece":1,"mark":"SECRET"},{"sku":"A-1","piece":2,"mark":"SECRET"}]""").Flaw!, StringComparison.Ordinal);

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void ValuesOfAnOrder_AreBounded(int count, bool fits)
    {
        var (goods, flaw) = Read($"[{string.Join(',', Enumerable.Range(1, count).Select(n => $$"""{"sku":"A-1","piece":{{n}},"gtd":"{{n}}"}"""))}]");

        Assert.Equal((fits, fits ? count : 0), (flaw is null, goods.Count));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void AValue_IsBounded(int length, bool fits) => Assert.Equal(fits, Read($$"""[{"sku":"A-1","mark":"{{new string('1', length)}}"}]""").Flaw is null);

    [Fact]
    public void WithoutTheField_NothingIsSaid() => Assert.Equal((0, null), (Read("null").Goods.Count, Read("null").Flaw));

    private static (IReadOnlyList<GoodsDatum> Goods, string? Flaw) Read(string json)
    {
        using var document = JsonDocument.Parse(json.Replace("\n            ", "", StringComparison.Ordinal));
        return GoodsField.Read(document.RootElement.Clone());
    }
}
