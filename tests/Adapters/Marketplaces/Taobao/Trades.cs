namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

/// <summary>Sound payloads; a test replaces the part it is about.</summary>
internal static class Trades
{
    /// <value>Beyond 2^53.</value>
    public const string Number = "3254612345678901999";

    /// <summary>A paid trade as a single read gives it, with parts replaced.</summary>
    public static string Trade(params (string Part, string With)[] changes) => changes.Aggregate(Whole, (text, change) => text.Contains(change.Part, StringComparison.Ordinal)
        ? text.Replace(change.Part, change.With, StringComparison.Ordinal)
        : throw new ArgumentException($"The sample does not hold {change.Part}.", nameof(changes)));

    public static string Numbered(string number, string modified = "2026-11-20 20:00:05") => Trade((Number, number), ("2026-11-20 20:00:05", modified));

    public static string Full(string trade) => $$"""{"trade_fullinfo_get_response":{"trade":{{trade}},"request_id":"r1"} }""";

    public static string Page(string root, IEnumerable<string> trades, string rest = "\"has_next\":false") =>
        $$"""{"{{root}}":{"trades":{"trade":[{{string.Join(',', trades)}}]},{{rest}},"request_id":"r2"} }""";

    private const string Whole = """
        {"tid":3254612345678901999,"status":"WAIT_SELLER_SEND_GOODS","type":"fixed","num":0,"created":"2026-11-20 19:59:00","modified":"2026-11-20 20:00:05",
        "pay_time":"2026-11-20 20:00:00","shipping_type":"express","has_buyer_message":false,"payment":"169.80","post_fee":"0.00",
        "orders":{"order":[
        {"oid":3254612345678902001,"status":"WAIT_SELLER_SEND_GOODS","refund_status":"NO_REFUND","num":2,"outer_sku_id":"MUG-RED","outer_iid":"MUG","num_iid":520813250866,"sku_id":"4611686018427387905","title":"杯子","sku_properties_name":"颜色:红","price":"49.90","payment":"99.80"},
        {"oid":3254612345678902002,"status":"WAIT_SELLER_SEND_GOODS","refund_status":"NO_REFUND","num":1,"outer_sku_id":"","outer_iid":"TEA","num_iid":520813250867,"title":"茶","price":"70.00","payment":"70.00"}]}}
        """;
}
