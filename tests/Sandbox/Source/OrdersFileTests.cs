using System.IO.Compression;
using ShipBy.Sandbox.Source.RealOrders;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Source;

public sealed class OrdersFileTests
{
    [Theory]
    [InlineData("too few fields", "a,b,c", "3 fields where the header has 15")]
    [InlineData("no order", null, "order_id is empty")]
    public void Read_NamesTheRow_ThatItCannotRead(string what, string? line, string reason)
    {
        using var folder = new TestFolder();
        var file = OrdersFile.Read(OrderRows.Write(folder, OrderRows.Row("first"), line ?? OrderRows.Row(" "), OrderRows.Row("last")));

        var bad = Assert.Single(file.Unreadable);
        Assert.True(bad is { Line: 3 } && bad.Reason == reason, $"{what}: {bad}");
        Assert.Equal(["first-s1", "last-s1"], file.Rows.Select(row => row.Number));
    }

    [Theory]
    [InlineData("2018-13-01 10:00:00", "2018-01-03 10:00:00", "p1 x 1", "approved_at '2018-13-01 10:00:00' is not a time")]
    [InlineData("2018-01-01 10:00:00", "", "p1 x 1", "shipping_limit_date is empty")]
    [InlineData("2018-01-01 10:00:00", "soon", "p1 x 1", "shipping_limit_date 'soon' is not a time")]
    [InlineData("2018-01-01 10:00:00", "2018-01-03 10:00:00", "", "items is empty")]
    [InlineData("2018-01-01 10:00:00", "2018-01-03 10:00:00", "p1", "item 'p1' is not 'product x quantity'")]
    [InlineData("2018-01-01 10:00:00", "2018-01-03 10:00:00", "p1 x two", "item 'p1 x two' is not 'product x quantity'")]
    [InlineData("2018-01-01 10:00:00", "2018-01-03 10:00:00", "p1 x 99999999999", "item 'p1 x 99999999999' is not 'product x quantity'")]
    [InlineData("2018-01-01 10:00:00", "2018-01-03 10:00:00", "p1 x 1|", "item '' is not 'product x quantity'")]
    public void Read_SaysWhatIsWrong(string approved, string limit, string items, string reason)
    {
        using var folder = new TestFolder();
        var file = OrdersFile.Read(OrderRows.Write(folder, OrderRows.Row("bad", approved: approved, limit: limit, items: items)));

        Assert.Equal(("bad-s1", reason), (Assert.Single(file.Unreadable).Name, file.Unreadable[0].Reason));
    }

    [Fact]
    public void Read_TakesOddRowsAsTheyAre()
    {
        using var folder = new TestFolder();
        var file = OrdersFile.Read(OrderRows.Write(folder,
            OrderRows.Row("a/1#2,\"x\" %", items: "p/1 #x x 3|p2 x 0|p2 x -1"),
            OrderRows.Row("unpaid", approved: ""),
            OrderRows.Row("long", items: new string('n', 20_000) + " x 1"),
            OrderRows.Row("many", items: string.Join('|', Enumerable.Range(1, 200).Select(n => $"p{n} x 1")))));

        Assert.Empty(file.Unreadable);
        Assert.Equal("a/1#2,\"x\" %-s1", file.Rows[0].Number);
        Assert.Equal([("p/1 #x", 3), ("p2", 0), ("p2", -1)], file.Rows[0].Items);
        Assert.Equal(9, file.Rows[1].Appeared.Hour);
        Assert.Equal(20_000, file.Rows[2].Items[0].ProductId.Length);
        Assert.Equal(200, file.Rows[3].Items.Count);
    }

    [Fact]
    public void Read_KeepsOrdersOfTwoSellersApart_AndRefusesARepeatedOne()
    {
        using var folder = new TestFolder();
        var file = OrdersFile.Read(OrderRows.Write(folder, OrderRows.Row("o"), OrderRows.Row("o", seller: "s2"), OrderRows.Row("o")));

        Assert.Equal(["o-s1", "o-s2"], file.Rows.Select(row => row.Number));
        Assert.Equal(4, Assert.Single(file.Unreadable).Line);
    }

    [Fact]
    public void Read_SeesThroughPackingAndByteOrderMark()
    {
        using var folder = new TestFolder();
        var plain = OrderRows.Write(folder, OrderRows.Row("o"));
        var packed = folder.File("orders.csv.gz");
        using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            gzip.Write([0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(plain)]);
        }

        Assert.Equal("o-s1", Assert.Single(OrdersFile.Read(packed).Rows).Number);
    }

    [Theory]
    [InlineData("order_id,status\n", "column seller_id, purchase_timestamp, approved_at, shipping_limit_date, delivered_carrier_date, items is missing")]
    [InlineData("", "is empty")]
    [InlineData(null, "cannot be read")]
    [InlineData("\u001f\u008bnot packed at all", "")]
    public void Read_RefusesTheFile_WhenItIsNone(string? content, string why)
    {
        using var folder = new TestFolder();
        if (content is not null)
        {
            File.WriteAllBytes(folder.File("orders.csv"), content.Select(letter => (byte)letter).ToArray());
        }

        var error = Assert.Throws<InvalidSetupException>(() => OrdersFile.Read(folder.File("orders.csv")));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("orders.csv", error.Message, StringComparison.Ordinal);
    }
}
