using NodaTime;
using static ShipBy.Adapters.SellerFiles.Orders.OrderColumn;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>How one program heads its columns, and what goes without saying there.</summary>
/// <param name="Name">For people.</param>
/// <param name="Zone">Of its times without an offset; null: the shop's.</param>
/// <param name="Currency">Of amounts without one; null: they are not kept.</param>
/// <param name="Marks">Headings by which the file is known: one at least of each line. Empty: any file.</param>
internal sealed record OrderLayout(string Name, DateTimeZone? Zone, string? Currency, IReadOnlyList<string[]> Marks, HeadingTable Table)
{
    /// <value>The seller centre's list of items sold. Its list of orders has no article numbers. The platform's times are all of one zone.</value>
    public static OrderLayout Taobao { get; } = new("Taobao's list of items", DateTimeZoneProviders.Tzdb["Asia/Shanghai"], "CNY", [["订单编号", "主订单编号"], ["订单状态"], ["购买数量", "宝贝数量", "商家编码", "外部系统编号", "宝贝标题", "宝贝总数量"]], new HeadingTable(Needed, new Dictionary<string, string[]>
    {
        [Order] = ["主订单编号", "订单编号"],
        [Sku] = ["商家编码", "外部系统编号"],
        [Quantity] = ["购买数量", "宝贝数量", "数量"],
        [Status] = ["订单状态"],
        [OrderColumn.Name] = ["商品标题", "宝贝标题", "标题"],
        [Price] = ["商品价格", "价格"],
        [Amount] = ["买家实际支付金额"],
        [Created] = ["订单创建时间"],
        [Paid] = ["订单付款时间"],
        [OrderColumn.ShipBy] = ["应发货时间", "最晚发货时间", "承诺发货时间"],
        [Shipped] = ["发货时间"],
        [Changed] = ["修改时间", "更新时间"],
        [Carrier] = ["物流公司"],
        [TrackingNumber] = ["物流单号", "运单号"],
        [Note] = ["买家留言", "主订单买家留言", "订单备注", "卖家备注"],
        [OrderColumn.Recipient] = ["收货人姓名", "收货人"],
        [Phone] = ["联系手机", "联系电话"],
        [Address] = ["收货地址", "修改后的收货地址"],
        [Delivered] = ["确认收货时间"],
    }));

    /// <value>The cabinet's list of FBS postings.</value>
    public static OrderLayout Ozon { get; } = new("Ozon's list of postings", null, "RUB", [["номер отправления"]], new HeadingTable(Needed, new Dictionary<string, string[]>
    {
        [Order] = ["номер отправления"],
        [Sku] = ["артикул"],
        [Quantity] = ["количество"],
        [Status] = ["статус"],
        [OrderColumn.Name] = ["название товара", "наименование товара"],
        [Price] = ["ваша цена", "цена"],
        [Amount] = ["итоговая стоимость товара", "оплачено покупателем"],
        [OrderColumn.Currency] = ["код валюты товара", "код валюты отправления"],
        [Created] = ["принят в обработку"],
        [OrderColumn.ShipBy] = ["дата отгрузки"],
        [Shipped] = ["фактическая дата передачи в доставку", "дата передачи в доставку"],
        [Carrier] = ["перевозчик", "служба доставки"],
        [TrackingNumber] = ["трек-номер", "трек-номер отправления"],
        [OrderColumn.Recipient] = ["имя получателя", "получатель"],
        [Phone] = ["телефон получателя"],
        [Region] = ["регион доставки"],
        [City] = ["город доставки"],
        [Address] = ["адрес доставки"],
        [Delivered] = ["дата доставки"],
    }));

    /// <value>A list of the seller's own, or of any small shop.</value>
    public static OrderLayout Usual { get; } = new("a list of orders", null, null, [], new HeadingTable(Needed, new Dictionary<string, string[]>
    {
        [Order] = ["order", "order_number", "order_id", "number", "номер заказа", "заказ", "номер", "订单号", "订单编号"],
        [Sku] = ["sku", "offer_id", "article", "артикул", "货号", "商家编码"],
        [Quantity] = ["quantity", "qty", "количество", "кол-во", "数量"],
        [Status] = ["status", "статус", "状态", "订单状态"],
        [OrderColumn.Name] = ["name", "title", "product", "название", "наименование", "товар", "商品名称", "标题", "名称"],
        [Price] = ["price", "unit_price", "цена", "单价", "价格"],
        [Amount] = ["amount", "total", "сумма", "金额"],
        [OrderColumn.Currency] = ["currency", "валюта", "货币", "币种"],
        [Created] = ["created", "created_at", "ordered_at", "создан", "дата заказа", "下单时间", "创建时间"],
        [Paid] = ["paid", "paid_at", "оплачен", "дата оплаты", "付款时间"],
        [OrderColumn.ShipBy] = ["ship_by", "deadline", "отгрузить до", "срок отгрузки", "最晚发货时间", "应发货时间"],
        [Shipped] = ["shipped", "shipped_at", "отгружен", "дата передачи", "发货时间"],
        [Changed] = ["changed", "changed_at", "updated_at", "изменён", "изменен", "дата изменения", "修改时间", "更新时间"],
        [Carrier] = ["carrier", "перевозчик", "служба доставки", "物流公司", "快递公司"],
        [TrackingNumber] = ["tracking_number", "tracking", "трек-номер", "物流单号", "运单号", "快递单号"],
        [Note] = ["note", "comment", "примечание", "комментарий", "备注"],
        [OrderColumn.Recipient] = ["recipient", "ship_to", "buyer", "customer", "получатель", "покупатель", "收件人", "收货人"],
        [Phone] = ["phone", "телефон", "电话", "手机"],
        [Country] = ["country", "страна", "国家"],
        [Region] = ["region", "province", "state", "регион", "область", "省", "省份"],
        [City] = ["city", "город", "市", "城市"],
        [Address] = ["address", "адрес", "地址", "收货地址", "收件地址"],
        [PostalCode] = ["postal_code", "zip", "postcode", "индекс", "邮编"],
        [DeliverBy] = ["deliver_by", "promised", "estimated_delivery", "доставить до", "срок доставки", "承诺送达时间", "预计送达时间"],
        [Delivered] = ["delivered", "delivered_at", "received", "доставлен", "дата доставки", "вручён", "вручен", "送达时间", "签收时间"],
        [Review] = ["review", "rating", "stars", "оценка", "отзыв", "评分", "评价"],
        [CancelledBy] = ["cancelled_by", "canceled_by", "кто отменил", "инициатор отмены", "取消方"],
    }));

    /// <summary>The layout of a file with this heading.</summary>
    public static OrderLayout Of(IReadOnlyList<string> heading)
    {
        var names = heading.Select(cell => cell.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return new[] { Taobao, Ozon }.FirstOrDefault(layout => layout.Marks.All(some => some.Any(names.Contains))) ?? Usual;
    }
}
