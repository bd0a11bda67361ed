namespace ShipBy.Sandbox.Tests.Kit;

/// <summary>Files of orders, row by row. 1 January 2018 is a Monday.</summary>
internal static class OrderRows
{
    public const string Header =
        "order_id,seller_id,status,purchase_timestamp,approved_at,shipping_limit_date,delivered_carrier_date,delivered_customer_date,"
        + "estimated_delivery_date,review_score,customer_state,seller_state,n_items,items,total_price";

    /// <summary>A row with a limit two days after its approval, on Monday at ten, that never ships.</summary>
    public static string Row(
        string order, string seller = "s1", string status = "invoiced", string approved = "2018-01-01 10:00:00", string limit = "2018-01-03 10:00:00",
        string carrier = "", string customer = "", string items = "p1 x 1", string purchased = "2018-01-01 09:00:00") =>
        string.Join(',', Quote(order), seller, status, purchased, approved, limit, carrier, customer, "2018-01-20 00:00:00", "5", "SP", "SP", "1", Quote(items), "10.00");

    public static string Write(TestFolder folder, params IEnumerable<string> rows)
    {
        var file = folder.File("orders.csv");
        File.WriteAllLines(file, rows.Prepend(Header));
        return file;
    }

    private static string Quote(string text) => text.IndexOfAny([',', '"']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
