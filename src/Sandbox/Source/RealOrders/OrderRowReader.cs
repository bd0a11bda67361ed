using System.Globalization;

namespace ShipBy.Sandbox.Source.RealOrders;

/// <summary>Reads one record into a row, or says what is wrong with it.</summary>
internal sealed class OrderRowReader(IReadOnlyDictionary<string, int> columns, int width)
{
    private static readonly string[] Needed =
        ["order_id", "seller_id", "status", "purchase_timestamp", "approved_at", "shipping_limit_date", "delivered_carrier_date", "items"];

    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd"];

    /// <exception cref="InvalidSetupException">The header lacks a column.</exception>
    public static OrderRowReader FromHeader(CsvRecord header, string file)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Fields.Count; i++)
        {
            columns.TryAdd(header.Fields[i].Trim(), i);
        }

        return Needed.Where(name => !columns.ContainsKey(name)).ToArray() is [_, ..] missing
            ? throw new InvalidSetupException($"{file}: column {string.Join(", ", missing)} is missing.")
            : new OrderRowReader(columns, header.Fields.Count);
    }

    public int Width => width;

    /// <exception cref="FormatException">The row cannot be read; the message says why.</exception>
    public OrderRow Read(CsvRecord record)
    {
        if (record.Fault is { } fault)
        {
            throw new FormatException(fault);
        }

        if (record.Fields.Count != width)
        {
            throw new FormatException($"{record.Fields.Count} fields where the header has {width}");
        }

        var purchased = Time(record, "purchase_timestamp");
        var row = new OrderRow
        {
            OrderId = Text(record, "order_id"),
            SellerId = Text(record, "seller_id"),
            Status = Field(record, "status"),
            Appeared = Time(record, "approved_at") ?? purchased ?? throw new FormatException("neither approved_at nor purchase_timestamp is given"),
            Limit = Time(record, "shipping_limit_date") ?? throw new FormatException("shipping_limit_date is empty"),
            Carrier = Time(record, "delivered_carrier_date"),
            Received = Lenient(record, "delivered_customer_date"),
            TotalPrice = Price(record),
            Recipient = columns.ContainsKey("recipient") && Field(record, "recipient").Trim() is { Length: > 0 } recipient ? recipient : null,
            Items = ItemList.Read(Field(record, "items")),
        };
        return row;
    }

    /// <summary>What to call a record that could not be read.</summary>
    public string NameOf(CsvRecord record) =>
        record.Fields.Count > Math.Max(columns["order_id"], columns["seller_id"])
            ? Shorten($"{Field(record, "order_id")}-{Field(record, "seller_id")}")
            : Shorten(string.Join(',', record.Fields));

    private static string Shorten(string text) => text.Length <= 100 ? text : text[..100] + "…";

    private string Field(CsvRecord record, string column) => record.Fields[columns[column]];

    private string Text(CsvRecord record, string column) =>
        Field(record, column) is var text && !string.IsNullOrWhiteSpace(text) ? text : throw new FormatException($"{column} is empty");

    private DateTimeOffset? Time(CsvRecord record, string column)
    {
        var text = Field(record, column).Trim();
        return text is "" ? null
            : TryTime(text, out var instant) ? instant
            : throw new FormatException($"{column} '{Shorten(text)}' is not a time");
    }

    private DateTimeOffset? Lenient(CsvRecord record, string column) =>
        columns.ContainsKey(column) && TryTime(Field(record, column).Trim(), out var instant) ? instant : null;

    private decimal Price(CsvRecord record) =>
        columns.ContainsKey("total_price") && decimal.TryParse(Field(record, "total_price"), NumberStyles.Number, CultureInfo.InvariantCulture, out var price)
            ? price
            : 0m;

    private static bool TryTime(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant)
        && instant.Year is > 1900 and < 9000;
}
