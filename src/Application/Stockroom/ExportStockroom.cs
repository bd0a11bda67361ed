using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ShipBy.Application.Exporting;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stockroom;

/// <summary>What of a stockroom can be had as a file.</summary>
public enum StockTable
{
    /// <summary>The shelf; <c>import stock</c> reads it back.</summary>
    Stock,

    /// <summary>The cards; <c>import products</c> reads it back.</summary>
    Products,

    /// <summary>What came in; <c>import purchases</c> reads it back, and knows all of it.</summary>
    Purchases,

    /// <summary>Orders to suppliers. No import takes it for goods that came: it has no column of units that did.</summary>
    Incoming,

    /// <summary>Counts of the shelf, line by line, as long as they are kept. No import takes it for a count of today.</summary>
    Counts,
}

/// <summary>Writes tables of a stockroom for spreadsheets, whose headings our imports know. Changes nothing.</summary>
public sealed class ExportStockroom(ILedger ledger, LookAtStock lookAtStock, Purchases purchases, TakeStock takeStock)
{
    private const int AllRows = int.MaxValue;

    /// <param name="separator">As for <see cref="CsvText.Of"/>.</param>
    public async Task<byte[]> RunAsync(PoolName pool, StockTable table, char separator, CancellationToken cancel) => CsvText.Of(
        table switch
        {
            StockTable.Stock => Shelf(await lookAtStock.RunAsync(pool, cancel)),
            StockTable.Products => Cards((await lookAtStock.RunAsync(pool, cancel)).Lines),
            StockTable.Purchases => Receipts((await ledger.RangeAsync(pool, KeyRange.Receipts, AllRows, cancel)).Select(stored => (ReceiptRow)stored.Row)),
            StockTable.Incoming => Orders(await purchases.AllAsync(pool, cancel)),
            StockTable.Counts => Counts(await takeStock.AllAsync(pool, cancel)),
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, "No table is written for it."),
        },
        separator);

    /// <remarks>Products that nobody counted are left out: to say 0 of them would open them at 0 when the file is read back.</remarks>
    private static IEnumerable<IEnumerable<string>> Shelf(StockSheet sheet) =>
    [
        ["sku", "on_hand", "held", "free", "incoming", "safety_stock", "name", "zone"],
        .. from line in sheet.Lines
           where line.Item is not null
           select new[] { line.Sku.Value, Digits(line.OnHand), Digits(line.Held), Digits(line.Free), Digits(line.Incoming), line.Card?.SafetyStock is > 0 and var safety ? Digits(safety) : "", line.Card?.Name ?? "", line.Card?.Zone ?? "" },
    ];

    private static IEnumerable<IEnumerable<string>> Cards(IEnumerable<StockLine> lines)
    {
        var fields = Enum.GetValues<CardField>();
        return [["sku", .. fields.Select(CardText.HeadingOf)], .. lines.Select(line => (string[])[line.Sku.Value, .. fields.Select(field => CardText.Write(line.Card ?? new ProductCard(line.Sku), field))])];
    }

    private static IEnumerable<IEnumerable<string>> Receipts(IEnumerable<ReceiptRow> rows) =>
    [
        ["document", "sku", "quantity", "supplier", "received", "noted"],
        .. rows.OrderBy(row => row.At).ThenBy(row => row.Document, StringComparer.Ordinal).ThenBy(row => row.Sku.Value, StringComparer.Ordinal)
            .Select(row => new[] { row.Document, row.Sku.Value, Digits(row.Units), row.Supplier ?? "", row.Received is { } received ? Moment(received) : "", Moment(row.At) }),
    ];

    private static IEnumerable<IEnumerable<string>> Orders(IEnumerable<PurchaseOrder> all) =>
    [
        ["number", "supplier", "ordered_at", "by", "expected", "sku", "units_ordered", "units_received", "outstanding", "state"],
        .. from purchase in all
           from line in purchase.Lines
           select new[] { purchase.Number, purchase.Supplier, Moment(purchase.OrderedAt), purchase.By, purchase.Expected is { } day ? LocalDatePattern.Iso.Format(day) : "", line.Sku.Value, Digits(line.Ordered), Digits(line.Received), Digits(purchase.IsOpen ? line.Outstanding : 0), purchase.IsOpen ? "open" : "closed" },
    ];

    private static IEnumerable<IEnumerable<string>> Counts(IEnumerable<StockTaking> all) =>
    [
        ["counted_at", "by", "sku", "before", "counted", "difference", "state", "closed_at", "closed_by"],
        .. from taking in all
           from line in taking.Lines
           select new[] { Moment(taking.At), taking.By, line.Sku.Value, line.Noted is { } noted ? Digits(noted) : "", Digits(line.Counted), Digits(line.Difference), line.State.ToString().ToLowerInvariant(), taking.ClosedAt is { } closed ? Moment(closed) : "", taking.ClosedBy ?? "" },
    ];

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <remarks>In whole seconds: as exact as our imports read.</remarks>
    private static string Moment(Instant at) => InstantPattern.General.Format(at);
}
