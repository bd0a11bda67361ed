using System.Text;
using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Orders;
using ShipBy.Domain.Orders;
using static ShipBy.Adapters.Tests.SellerFiles.Orders.OrderFiles;

namespace ShipBy.Adapters.Tests.SellerFiles.Orders;

/// <summary>Lists of the cabinets, known by their headings.</summary>
public sealed class OrderLayoutTests
{
    private const string TaobaoItems = """"
        "子订单编号","主订单编号","商品标题","商品价格","购买数量","外部系统编号","商家编码","订单状态","买家实际支付金额","订单创建时间","订单付款时间","应发货时间","发货时间","物流单号","物流公司","备注"
        "=""3456789012345678902""","=""3456789012345678901""","茶杯, 蓝","19.90","2","","MUG-1","买家已付款，等待卖家发货","39.80","2026-03-02 10:00:00","2026-03-02 10:01:00","2026-03-04 10:01:00","","","",""
        "=""3456789012345678903""","=""3456789012345678901""","茶壶","99.00","1","POT-1","","买家已付款，等待卖家发货","99.00","2026-03-02 10:00:00","2026-03-02 10:01:00","2026-03-03 10:01:00","","","",""
        "=""3456789012345670000""","=""3456789012345670000""","茶杯","","4","","MUG-1","卖家已发货，等待买家确认","79.60","2026-03-01 10:00:00","2026-03-01 10:01:00","","2026-03-01 18:00:00","YT100","圆通速递",""
        """";

    private const string TaobaoItemsOfOld = "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\r\n=\"3456789012345678901\",茶杯,19.90,2,,颜色:蓝,,,等待买家付款,MUG-1\r\n";

    private const string OzonPostings = """
        Номер заказа;Номер отправления;Принят в обработку;Дата отгрузки;Статус;Сумма отправления;Код валюты отправления;Наименование товара;OZON id;Артикул;Ваша цена;Код валюты товара;Количество;Трек-номер
        "0100-7";"0100-7-1";"2026-03-02 09:00:00";"2026-03-03 16:00:00";"Ожидает сборки";"3 060,00";"RUB";"Чашка; синяя";148313766;"ЧАШКА-1";"1 530,00";"RUB";2;
        "0100-7";"0100-7-1";"2026-03-02 09:00:00";"2026-03-03 16:00:00";"Ожидает сборки";"3 060,00";"RUB";"Блюдце";148313767;"БЛЮДЦЕ";"300";"RUB";2;
        "0100-8";"0100-8-1";"2026-03-01 09:00:00";"2026-03-02 16:00:00";"Доставляется";"100";"RUB";"Блюдце";148313767;"БЛЮДЦЕ";"100";"RUB";1;7000
        """;

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public async Task TaobaosListOfItems_IsKnown_AndItsTimesAreThePlatforms(string encoding)
    {
        var file = await ReadAsync(TaobaoItems, encoding);

        Assert.Equal(("Taobao's list of items", "Asia/Shanghai", 0), (file.Layout, file.Zone.Id, file.SetAside.Count));
        var (open, sent) = (file.Orders[0].Posting, file.Orders[1].Posting);
        Assert.Equal(("3456789012345678901", "2xMUG-1 1xPOT-1", PostingStatus.AwaitingPackaging), (open.Key.Number, Goods(open), open.Status));
        Assert.Equal((Instant.FromUtc(2026, 3, 2, 2, 1), Instant.FromUtc(2026, 3, 3, 2, 1)), (open.PaidAt!.Value, open.ShipBy!.Value));
        Assert.Equal(("茶杯, 蓝", new Money(1_990, "CNY")), (open.Lines[0].Name, open.Lines[0].Price));
        Assert.Equal((PostingStatus.HandedOver, Instant.FromUtc(2026, 3, 1, 10, 0), "圆通速递", "YT100"), (sent.Status, sent.HandedOverAt!.Value, sent.Carrier, sent.TrackingNumber));
        Assert.Equal(new Money(1_990, "CNY"), sent.Lines[0].Price);      // what was paid for the row, by its units
    }

    [Fact]
    public async Task TheOlderListOfItems_IsKnownToo()
    {
        var posting = Assert.Single((await ReadAsync(TaobaoItemsOfOld, "gb18030")).Orders).Posting;

        Assert.Equal(("3456789012345678901", "2xMUG-1", PostingStatus.AwaitingConfirmation), (posting.Key.Number, Goods(posting), posting.Status));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1251")]
    public async Task OzonsListOfPostings_IsKnown_AndItsTimesAreTheShops(string encoding)
    {
        var file = await ReadAsync(OzonPostings, encoding);

        Assert.Equal(("Ozon's list of postings", "Europe/Moscow", 0), (file.Layout, file.Zone.Id, file.SetAside.Count));
        var (open, sent) = (file.Orders[0].Posting, file.Orders[1].Posting);
        Assert.Equal(("0100-7-1", "2xЧАШКА-1 2xБЛЮДЦЕ", PostingStatus.AwaitingPackaging), (open.Key.Number, Goods(open), open.Status));
        Assert.Equal((Instant.FromUtc(2026, 3, 2, 6, 0), Instant.FromUtc(2026, 3, 3, 13, 0)), (open.InProcessAt!.Value, open.ShipBy!.Value));
        Assert.Equal(("Чашка; синяя", new Money(153_000, "RUB")), (open.Lines[0].Name, open.Lines[0].Price));
        Assert.Equal((PostingStatus.HandedOver, "7000"), (sent.Status, sent.TrackingNumber));
    }

    [Fact]
    public async Task AZoneThatTheSellerSet_CountsInAnyCase() =>
        Assert.Equal("Europe/Moscow", (await ReadAsync(TaobaoItems, "utf-8", Terms with { IsZoneSet = true })).Zone.Id);

    [Theory]
    [InlineData("a list of orders", "order,sku,quantity,status")]
    [InlineData("a list of orders", "订单编号,商家编码,数量,状态")]
    [InlineData("Taobao's list of items", "订单编号,商家编码,数量,订单状态")]
    [InlineData("Ozon's list of postings", "НОМЕР ОТПРАВЛЕНИЯ,Статус")]
    public void ALayout_IsKnownByItsHeadings(string layout, string heading) => Assert.Equal(layout, OrderLayout.Of(heading.Split(',')).Name);

    private static async Task<OrdersFile> ReadAsync(string text, string encoding, OrderFileTerms? terms = null)
    {
        var file = Path.GetTempFileName();
        try
        {
            var by = encoding == "utf-8" ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
            await File.WriteAllBytesAsync(file, by.GetBytes(text), TestContext.Current.CancellationToken);
            var given = terms ?? Terms;

            return OrdersFile.Read(file, TextEncoding.Parse(encoding), given.Shop, given.Zone, given.IsZoneSet, given.AsOf, given.Now).File;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
