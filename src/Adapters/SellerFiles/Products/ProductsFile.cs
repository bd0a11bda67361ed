using ShipBy.Application.Importing;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.SellerFiles.Products;

/// <summary>Product cards as a spreadsheet or another program saves them, our own export among them: a row a product.</summary>
/// <remarks>
/// Only the article number has to be there. A column that the file has empties a card's field where its cell is empty; what the file has no column for stays.
/// A row that is not understood, or is there twice, is set aside, the others count.
/// </remarks>
/// <param name="Products">In the order of the file, each product once.</param>
/// <param name="SetAside">Rows that do not go in, in the order of the file.</param>
public sealed record ProductsFile(IReadOnlyList<GivenCard> Products, IReadOnlyList<FileFault> SetAside)
{
    private const string Purpose = "a list of products";
    private const string Sku = "sku";

    private static readonly Dictionary<CardField, string[]> OtherHeadings = new()
    {
        [CardField.Name] = ["product", "title", "название", "наименование", "товар", "商品名称", "名称", "品名"],
        [CardField.Zone] = ["place", "bin", "location", "зона", "место", "ячейка", "место хранения", "库位", "货位", "货架"],
        [CardField.Packaging] = ["packed_in", "упаковка", "包装", "包材"],
        [CardField.PerPackage] = ["штук в упаковке", "в упаковке", "每包数量", "装箱数"],
        [CardField.BarCode] = ["barcode", "ean", "gtin", "штрихкод", "штрих-код", "条码", "条形码"],
        [CardField.SafetyStock] = ["minimum", "min_stock", "неснижаемый остаток", "минимальный остаток", "安全库存", "最低库存"],
        [CardField.LeadDays] = ["lead_time", "lead_time_days", "срок поставки", "срок поставки, дней", "交货天数", "采购周期", "备货天数"],
        [CardField.Supplier] = ["vendor", "поставщик", "供应商"],
        [CardField.Weight] = ["weight", "вес", "вес, г", "вес (г)", "重量", "重量(克)", "重量（克）"],
        [CardField.IsPackaging] = ["это упаковка", "是包材", "是否包材"],
    };

    private static readonly HeadingTable Table = new(
        [Sku],
        new Dictionary<string, string[]>([
            new(Sku, ["sku", "offer_id", "article", "артикул", "货号", "商家编码"]),
            .. Enum.GetValues<CardField>().Select(field => KeyValuePair.Create(CardText.HeadingOf(field), (string[])[CardText.HeadingOf(field), .. OtherHeadings[field]])),
        ]));

    /// <param name="asked">What the seller says the file's encoding is; null: nothing.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be read, or lacks a column or rows.</exception>
    public static (ProductsFile File, ImportedText Read) Read(string file, TextEncoding? asked)
    {
        var read = ImportedText.Of(file, asked, Purpose);

        return (Parse(read.Text, file), read);
    }

    /// <param name="file">What a fault's message calls the file.</param>
    /// <exception cref="InvalidSellerFileException">It lacks a column or rows.</exception>
    internal static ProductsFile Parse(string text, string file)
    {
        var (faults, aside) = (new List<FileFault>(), new List<FileFault>());
        var rows = CsvTable.Read(SpreadsheetCell.WithoutFormulas(text), Table.Usual, Table.ColumnsOf, faults, aside)
            .Select(cells => (Cells: Table.Merged(cells), There: Table.FieldsOf(cells))).Select(row => (row.Cells, row.There, Sku: SkuCell.Read(row.Cells, Sku, aside, isPlain: true))).ToList();
        if (faults.Count == 0 && rows.Count + aside.Count == 0)
        {
            faults.Add(new FileFault(null, null, "it has a heading and no rows", "Write one line a product below it."));
        }

        if (faults.Count > 0)
        {
            throw new InvalidSellerFileException(file, Purpose, faults);
        }

        var lines = rows.Where(row => row.Sku is not null).ToLookup(row => row.Sku!, row => row.Cells.Line);
        var codes = rows.Where(row => row.Sku is not null && row.Cells[CardText.HeadingOf(CardField.BarCode)].Length > 0).ToLookup(row => row.Cells[CardText.HeadingOf(CardField.BarCode)], row => row.Cells.Line);
        var products = rows.Where(row => row.Sku is not null).Select(row => CardOf(row.Cells, row.There, row.Sku!, [.. lines[row.Sku!]], codes, aside)).OfType<GivenCard>().ToList();

        return new ProductsFile(products, [.. aside.OrderBy(fault => fault.Line)]);
    }

    private static GivenCard? CardOf(CsvCells cells, IReadOnlySet<string> there, Sku sku, IReadOnlyList<int> lines, ILookup<string, int> codes, List<FileFault> aside)
    {
        var (before, code) = (aside.Count, CardText.HeadingOf(CardField.BarCode));
        if (lines.Count > 1)
        {
            aside.Add(cells.Fault(Sku, $"is there {lines.Count} times, first in the lines {lines[0]} and {lines[1]}", "Keep one row with all of it."));
            return null;
        }

        if (SpreadsheetCell.IsShortened(cells[code]))
        {
            aside.Add(cells.Fault(code, "was shortened by the spreadsheet", "Format the column as text, fill it again, and save."));
        }
        else if (codes[cells[code]].FirstOrDefault(line => line != cells.Line) is > 0 and var other)
        {
            aside.Add(cells.Fault(code, $"is in line {other}, too", "Each code means one product: keep it with one."));
        }

        var texts = Enum.GetValues<CardField>().Where(field => there.Contains(CardText.HeadingOf(field))).ToDictionary(field => field, field => TextOf(cells, field, aside));
        if (aside.Count > before)
        {
            return null;
        }

        var reading = CardText.Read(new ProductCard(sku), texts.GetValueOrDefault);
        aside.AddRange(reading.Wrong.Select(field => cells.Fault(CardText.HeadingOf(field), "cannot be used", CardText.RemedyOf(field))));
        return reading.Card is null ? null : new GivenCard(cells.Line, sku, texts);
    }

    /// <remarks>Numbers as spreadsheets write them: <c>5,0</c> is five.</remarks>
    private static string TextOf(CsvCells cells, CardField field, List<FileFault> aside)
    {
        var column = CardText.HeadingOf(field);
        return field is CardField.PerPackage or CardField.SafetyStock or CardField.LeadDays or CardField.Weight && cells[column].Length > 0
            ? UnitCount.Read(cells, column, aside, CardText.RemedyOf(field)) is { } number ? FormattableString.Invariant($"{number}") : ""
            : cells[column];
    }
}
