using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Importing;

namespace ShipBy.Adapters.SellerFiles.Purchases;

/// <summary>What came from suppliers, as an accounting program or a supplier's delivery note has it: a row a product.</summary>
/// <remarks>
/// A row belongs to the document that it names, else to the one that is given by hand, else the file's name stands for it. Rows of one document and product are added up.
/// A row that is not understood is set aside, with those that would be added up with it; the others count.
/// </remarks>
/// <param name="Receipts">In the order of the file, each product of each document once.</param>
/// <param name="SetAside">Rows that do not go in, in the order of the file.</param>
public sealed record PurchasesFile(IReadOnlyList<Receipt> Receipts, IReadOnlyList<FileFault> SetAside)
{
    private const string Purpose = "a list of purchases";
    private const string Sku = "sku";
    private const string Quantity = "quantity";
    private const string Document = "document";
    private const string Supplier = "supplier";
    private const string Received = "received";
    private const int MaxTextLength = 200;

    private static readonly HeadingTable Table = new([Sku, Quantity], new Dictionary<string, string[]>
    {
        [Sku] = ["sku", "offer_id", "article", "артикул", "货号", "商家编码"],
        [Quantity] = ["quantity", "qty", "units", "количество", "кол-во", "数量", "入库数量"],
        [Document] = ["document", "purchase", "invoice", "delivery_note", "номер документа", "документ", "накладная", "入库单号", "采购单号", "单号"],
        [Supplier] = ["supplier", "поставщик", "供应商"],
        [Received] = ["received", "date", "дата поступления", "дата", "入库时间", "入库日期", "日期"],
    });

    /// <param name="asked">What the seller says the file's encoding is; null: nothing.</param>
    /// <param name="document">Of rows that name none; null: the file's name stands for it.</param>
    /// <param name="zone">Of times without an offset.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be read, or lacks a column or rows.</exception>
    public static (PurchasesFile File, ImportedText Read) Read(string file, TextEncoding? asked, string? document, DateTimeZone zone, Instant now)
    {
        var read = ImportedText.Of(file, asked, Purpose);

        return (Parse(read.Text, file, document, zone, now), read);
    }

    /// <inheritdoc cref="Read"/>
    internal static PurchasesFile Parse(string text, string file, string? document, DateTimeZone zone, Instant now)
    {
        var (faults, aside) = (new List<FileFault>(), new List<FileFault>());
        var rows = CsvTable.Read(SpreadsheetCell.WithoutFormulas(text), Table.Usual, Table.ColumnsOf, faults, aside).Select(Table.Merged).ToList();
        if (faults.Count == 0 && rows.Count + aside.Count == 0)
        {
            faults.Add(new FileFault(null, null, "it has a heading and no rows", "Write one line a product below it."));
        }

        if (faults.Count > 0)
        {
            throw new InvalidSellerFileException(file, Purpose, faults);
        }

        var name = Cut.ToLine(Path.GetFileName(file), MaxTextLength);
        var read = rows.Select(cells => RowOf(cells, zone, now, aside)).OfType<PurchaseRow>().ToList();
        var print = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(cells => $"{cells[Document]}\t{cells[Sku]}\t{cells[Quantity]}\t{cells[Supplier]}\t{cells[Received]}")))))[..16];
        var receipts = read.GroupBy(row => (Document: row.Document.Length > 0 ? row.Document : document ?? name, IsNamed: row.Document.Length > 0 || document is not null, row.Sku))
            .Select(same => ReceiptOf(same.Key.Document, same.Key.IsNamed ? null : print, [.. same], aside)).OfType<Receipt>().ToList();

        return new PurchasesFile(receipts, [.. aside.OrderBy(fault => fault.Line)]);
    }

    private static PurchaseRow? RowOf(CsvCells cells, DateTimeZone zone, Instant now, List<FileFault> aside)
    {
        var before = aside.Count;
        var sku = SkuCell.Read(cells, Sku, aside, isPlain: true);
        var units = UnitCount.Read(cells, Quantity, aside, "What goes back to a supplier is no purchase; count the shelf.");
        var received = MomentCell.Read(cells, Received, zone, dayMeansItsEnd: false, aside);
        if (units == 0)
        {
            aside.Add(cells.Fault(Quantity, "is nothing", "Write how many came, or take the row out."));
        }

        if (received > now)
        {
            aside.Add(cells.Fault(Received, "is still to come", "Bring it in when the goods are there."));
        }

        if (SpreadsheetCell.IsShortened(cells[Document]))
        {
            aside.Add(cells.Fault(Document, "was shortened by the spreadsheet", "Format the column as text, fill it again, and save."));
        }

        var supplier = Cut.ToLine(cells[Supplier], MaxTextLength);
        return sku is null ? null : new PurchaseRow(cells.Line, Cut.ToLine(cells[Document], MaxTextLength), sku, aside.Count == before ? units : null, supplier.Length > 0 ? supplier : null, received);
    }

    private static Receipt? ReceiptOf(string document, string? print, IReadOnlyList<PurchaseRow> rows, List<FileFault> aside)
    {
        if (rows.FirstOrDefault(row => row.Units is null) is { } wrong)
        {
            aside.AddRange(rows.Where(row => row.Units is not null).Select(row => new FileFault(row.Line, Sku, $"'{row.Sku}' cannot go in without line {wrong.Line}, which is of the same document", "Correct that one, and bring the file in again.")));
            return null;
        }

        var units = rows.Sum(row => (long)row.Units!.Value);
        if (units > UnitCount.Most)
        {
            aside.AddRange(rows.Select(row => new FileFault(row.Line, Quantity, $"together more than {UnitCount.Most} units of '{row.Sku}' would come", "Is it a bar code or a price? Put the number of units into this column.")));
            return null;
        }

        return new Receipt([.. rows.Select(row => row.Line)], document, rows[0].Sku, (int)units) { Supplier = rows[0].Supplier, Received = rows.Max(row => row.Received), Print = print };
    }
}
