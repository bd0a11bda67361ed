using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Words;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using static ShipBy.Adapters.Tests.SellerFiles.Orders.OrderFiles;

namespace ShipBy.Adapters.Tests.SellerFiles.Orders;

public sealed class OrdersFileTests
{
    [Theory]
    [InlineData("order,sku,quantity,status\nA-1,MUG-1,2,to pack\n")]
    [InlineData("order;sku;quantity;status\r\nA-1;MUG-1;2,0;To pack\r\n")]
    [InlineData("Номер заказа;Артикул;Количество;Статус\nA-1;MUG-1;2;в обработке\n")]
    [InlineData("订单号,货号,数量,状态\nA-1,MUG-1,2,待发货\n")]
    [InlineData("status,extra,qty,offer_id,order_id,\npaid,x,2,MUG-1,A-1,\n,,,,,\n")]
    [InlineData("order,sku,quantity,status\n=\"A-1\",'MUG-1,2,to pack\n")]
    [InlineData("order,sku,quantity,status\n\"=\"\"A-1\"\"\",MUG-1,2,to pack\n")]
    public void AnOrder_IsRead_WhateverTheColumnsAreCalled(string text)
    {
        var posting = Single(text);

        Assert.Equal((new OrderKey("tea", "A-1"), PostingStatus.AwaitingPackaging, "2xMUG-1"), (posting.Key, posting.Status, Goods(posting)));
        Assert.Equal(AsOf, posting.Telling!.ChangedAt);
    }

    [Fact]
    public void AllThatARowMaySay_IsTaken()
    {
        var posting = Single("""
            order;sku;name;quantity;price;currency;status;created;paid;ship_by;changed;carrier;tracking_number;note
            A-1;MUG-1;A mug;2;1 530,50;RUB;packed;01.03.2026 10:00;2026-03-01 10:05;2026-03-04;2026-03-02T08:00:00Z;CDEK;100;call me
            """);

        Assert.Equal([new OrderLine(posting.Lines[0].Sku, "A mug", 2, new Money(153_050, "RUB"))], posting.Lines);
        Assert.Equal((Utc(1, 7, 0), Utc(1, 7, 5), Utc(4, 20, 59) + Duration.FromSeconds(59)), (posting.InProcessAt!.Value, posting.PaidAt!.Value, posting.ShipBy!.Value));
        Assert.Equal((Utc(2, 8, 0), "CDEK", "100"), (posting.Telling!.ChangedAt!.Value, posting.Carrier, posting.TrackingNumber));
        Assert.Equal([PostingRemark.Note], posting.Remarks);
        Assert.Equal("packed", posting.RawStatus);
    }

    [Theory]
    [InlineData("order,sku,quantity,status,recipient,phone,city,address,postal_code\nA-1,M,1,to pack,Anna,+7,Kazan,\"Lenina 1, 2\",420000\n", "Anna|+7||Kazan|Lenina 1, 2|420000")]
    [InlineData("заказ;артикул;количество;статус;получатель;регион;город;адрес\nA-1;M;1;в обработке;Анна;Татарстан;Казань;Ленина 1\n", "Анна||Татарстан|Казань|Ленина 1|")]
    [InlineData("主订单编号,商家编码,购买数量,订单状态,收货人姓名,收货地址,联系手机\nA-1,M,1,买家已付款，等待卖家发货,李四,浙江省 杭州市 余杭区 某路 1 号,'13800000000\n", "李四|13800000000|浙江省|杭州市|余杭区 某路 1 号|")]
    [InlineData("order,sku,quantity,status,address\nA-1,M,1,to pack,Lenina 1 flat 2\n", "||||Lenina 1 flat 2|")]
    [InlineData("order,sku,quantity,status,recipient,city\nA-1,M,1,to pack,,\n", null)]
    public void WhomItGoesTo_IsReadWhereTheFileSays(string text, string? expected)
    {
        var to = Single(text).Recipient;

        Assert.Equal(expected, to is null ? null : string.Join('|', to.Name, to.Phone, to.Region, to.City, to.Address, to.PostalCode));
    }

    [Fact]
    public void RowsOfOneNumber_AreOneOrder_AlsoWhereOthersStandBetween()
    {
        var file = Read("order,sku,quantity,status,ship_by,created\nA-1,MUG-1,2,to pack,2026-03-05 10:00,2026-03-01\nB-1,MUG-1,1,to pack,,\nA-1,CUP-1,1,to pack,2026-03-04 10:00,2026-03-02\n");

        Assert.Equal(["2xMUG-1 1xCUP-1", "1xMUG-1"], file.Orders.Select(order => Goods(order.Posting)));
        Assert.Equal([2, 4], file.Orders[0].Lines);
        Assert.Equal((Utc(4, 7, 0), Utc(1, 0, 0) - Duration.FromHours(3)), (file.Orders[0].Posting.ShipBy!.Value, file.Orders[0].Posting.InProcessAt!.Value));
    }

    [Theory]
    [InlineData("to pack", "to pack", PostingStatus.AwaitingPackaging, "2xMUG-1 1xCUP-1")]
    [InlineData("shipped", "to pack", PostingStatus.AwaitingPackaging, "2xMUG-1 1xCUP-1")]
    [InlineData("delivered", "shipped", PostingStatus.HandedOver, "2xMUG-1 1xCUP-1")]
    [InlineData("cancelled", "to pack", PostingStatus.AwaitingPackaging, "1xCUP-1")]
    [InlineData("cancelled", "cancelled", PostingStatus.Cancelled, "2xMUG-1 1xCUP-1")]
    [InlineData("pending", "paid", PostingStatus.AwaitingConfirmation, "2xMUG-1 1xCUP-1")]
    public void OfTheLinesStatuses_TheOneThatLeavesMostToDoCounts(string first, string second, PostingStatus status, string goods)
    {
        var posting = Single($"order,sku,quantity,status\nA-1,MUG-1,2,{first}\nA-1,CUP-1,1,{second}\n");

        Assert.Equal((status, goods), (posting.Status, Goods(posting)));
    }

    [Fact]
    public void WhatIsNotYetPaid_BeganNever_AndWhatIsToCome_IsNow()
    {
        Assert.Null(Single("order,sku,quantity,status,created\nA-1,MUG-1,2,unpaid,2026-03-01\n").InProcessAt);
        Assert.Equal(Terms.Now, Single("order,sku,quantity,status,created\nA-1,MUG-1,2,paid,2026-03-09\n").InProcessAt);
    }

    [Theory]
    [InlineData("shipped", "2026-03-01 12:00", true)]
    [InlineData("cancelled", "2026-03-01 12:00", true)]
    [InlineData("to pack", "2026-03-01 12:00", false)]
    [InlineData("shipped", "", false)]
    public void WhenItWasHandedOver_IsKeptWhereItWas(string status, string shipped, bool isKept) =>
        Assert.Equal(isKept ? Utc(1, 9, 0) : null, Single($"order,sku,quantity,status,shipped\nA-1,MUG-1,2,{status},{shipped}\n").HandedOverAt);

    [Theory]
    [InlineData("2026-03-01 12:00", true)]
    [InlineData("", false)]
    public void ACancelledOrderThatWasShipped_HadLeft(string shipped, bool hadLeft) =>
        Assert.Equal(hadLeft, Single($"order,sku,quantity,status,shipped\nA-1,MUG-1,2,cancelled,{shipped}\n").CancelledAfterShip);

    /// <summary>A day that was promised ends in the evening; what nobody can read is not kept, and said.</summary>
    [Fact]
    public void HowItWent_IsKept()
    {
        var told = Single("order,sku,quantity,status,deliver_by,delivered,review,cancelled_by\nA-1,MUG-1,2,cancelled,2026-03-01,2026-03-01 12:00,2,Покупатель\n");
        Assert.Equal((Instant.FromUtc(2026, 3, 1, 20, 59, 59), Utc(1, 9, 0), 2, Canceller.Buyer), (told.DeliverBy, told.DeliveredAt, told.Review, told.CancelledBy));

        var odd = Read("order,sku,quantity,status,review,cancelled_by\nA-1,MUG-1,2,cancelled,6,nobody\n");
        Assert.Equal((null, null, 2), (odd.Orders[0].Posting.Review, odd.Orders[0].Posting.CancelledBy, odd.Remarks.Count));
    }

    [Theory]
    [InlineData("1,234", "RUB", "line 2, price: '1,234' cannot be read as an amount. It goes in without a price; write it like 1234.50.")]
    [InlineData("12.5", "", "line 2, price: '12.5' has no currency. It goes in without a price; add a column currency with codes like RUB or CNY.")]
    [InlineData("12.5", "roubles", "line 2, price: '12.5' has a currency that is none, or is too much.")]
    public void AnOrderWithoutAReadablePrice_GoesInWithoutOne_AndItIsSaid(string price, string currency, string says)
    {
        var file = Read($"order;sku;quantity;status;price;currency\nA-1;MUG-1;2;paid;{price};{currency}\n");

        Assert.Null(Assert.Single(file.Orders).Posting.Lines[0].Price);
        Assert.StartsWith(says, Assert.Single(file.Remarks).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ATable_OfWordsThatMeanNothing_PassesTheirOrdersOver()
    {
        var words = Terms with { Words = SellerWords("word,means\ndraft,nothing\npaid,to pack\n") };

        var file = Read("order,sku,quantity,status\nA-1,MUG-1,2,draft\nB-1,MUG-1,2,paid\nB-1,CUP-1,0,draft\n", words);

        Assert.Equal("2xMUG-1", Goods(Assert.Single(file.Orders).Posting));
        Assert.Equal("line 2, status: 'draft' means that it is not yet an order. It is passed over.", Assert.Single(file.Remarks).ToString());
        Assert.Empty(file.SetAside);
    }

    [Fact]
    public void TheSameContent_HasTheSamePrint_AndAnyOtherAnother()
    {
        string[] texts = ["A-1;MUG-1;2;paid;", "A-1;MUG-1;2;paid;100", "A-1;MUG-1;3;paid;", "A-1;MUG-2;2;paid;", "A-1;MUG-1;2;confirmed;", "A-2;MUG-1;2;paid;"];

        Assert.Equal(texts.Length, texts.Select(Print).Distinct().Count());
        Assert.Equal(Print(texts[0]), Print(texts[0]));
        Assert.NotEqual(Print(texts[0]), Single($"order;sku;quantity;status;tracking_number\n{texts[0]}\n", Terms with { AsOf = AsOf + Duration.FromMinutes(1) }).Telling!.Print);

        static string Print(string row) => Single($"order;sku;quantity;status;tracking_number\n{row}\n").Telling!.Print;
    }

    [Theory]
    [InlineData("", "it has no rows.")]
    [InlineData("order,sku,quantity,status\n", "it has a heading and no rows.")]
    [InlineData("order,sku,status\nA-1,MUG-1,paid\n", "line 1, quantity: there is no such column. The first line that is no comment names the columns: order,sku,quantity,status.")]
    [InlineData("订单编号,订单状态,宝贝标题,买家留言\n1,已发货,茶杯,\n", "line 1, 商家编码: there is no such column. The first line that is no comment names the columns: 主订单编号,商家编码,购买数量,订单状态.")]
    [InlineData("Номер отправления;Статус\n1;Доставлен\n", "line 1, артикул: there is no such column.")]
    public void AFileWithoutItsColumns_IsRefusedWhole(string text, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidSellerFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static Instant Utc(int day, int hour, int minute) => Instant.FromUtc(2026, 3, day, hour, minute);

    private static WordTable<Meaning> SellerWords(string text) =>
        WordTable<Meaning>.Parse(text, "orders.csv", [.. Meaning.All.Select(meaning => (meaning.Word, meaning))]);
}
