using ShipBy.Application.Importing;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.SellerFiles.Stock;

/// <summary>A count of what lies on the shelf, as a spreadsheet or an accounting program saves it.</summary>
/// <remarks>
/// A CSV file whose first line names the columns: the article number (<c>sku</c>, <c>offer_id</c>, <c>артикул</c>, <c>货号</c>) and the units
/// (<c>on_hand</c>, <c>quantity</c>, <c>остаток</c>, <c>库存</c>); others are passed over. A row that is not understood is set aside, the others count.
/// </remarks>
/// <param name="Counts">In the order of the file, each product once.</param>
/// <param name="SetAside">Rows that do not go in, in the order of the file.</param>
public sealed record StockFile(IReadOnlyList<StockCount> Counts, IReadOnlyList<FileFault> SetAside)
{
    private const string Purpose = "a stock count";

    private static readonly CsvColumns Columns = new("sku,on_hand", Needed: 2)
    {
        Aliases = new Dictionary<string, string>
        {
            ["offer_id"] = "sku",
            ["артикул"] = "sku",
            ["货号"] = "sku",
            ["quantity"] = "on_hand",
            ["остаток"] = "on_hand",
            ["库存"] = "on_hand",
        },
        PassesOthersOver = true,
        TakesComments = false,
    };

    /// <param name="asked">What the seller says the file's encoding is; null: nothing.</param>
    /// <returns>What it says, and how its bytes were read.</returns>
    /// <exception cref="InvalidSellerFileException">It cannot be read, or lacks a column or rows.</exception>
    public static (StockFile File, ImportedText Read) Read(string file, TextEncoding? asked)
    {
        var read = ImportedText.Of(file, asked, Purpose);

        return (Parse(read.Text, file), read);
    }

    /// <param name="file">What a fault's message calls the file.</param>
    /// <exception cref="InvalidSellerFileException">It lacks a column or rows.</exception>
    internal static StockFile Parse(string text, string file)
    {
        var (faults, aside) = (new List<FileFault>(), new List<FileFault>());
        var rows = CsvTable.Read(text, Columns, faults, aside).Select(cells => (Cells: cells, Sku: SkuCell.Read(cells, "sku", aside))).ToList();
        if (faults.Count == 0 && rows.Count + aside.Count == 0)
        {
            faults.Add(new FileFault(null, null, "it has a heading and no rows", "Write one line a product below it."));
        }

        if (faults.Count > 0)
        {
            throw new InvalidSellerFileException(file, Purpose, faults);
        }

        // Also a row whose number is not understood: which of the two was meant nobody knows.
        var lines = rows.Where(row => row.Sku is not null).ToLookup(row => row.Sku!, row => row.Cells.Line);
        var counts = rows.Where(row => row.Sku is not null).Select(row => CountOf(row.Cells, row.Sku!, [.. lines[row.Sku!]], aside)).OfType<StockCount>().ToList();

        return new StockFile(counts, [.. aside.OrderBy(fault => fault.Line)]);
    }

    private static StockCount? CountOf(CsvCells cells, Sku sku, IReadOnlyList<int> lines, List<FileFault> aside)
    {
        if (lines.Count > 1)
        {
            aside.Add(cells.Fault("sku", $"is there {lines.Count} times, first in the lines {lines[0]} and {lines[1]}", "Keep one row with the whole count."));
            return null;
        }

        return UnitCount.Read(cells, "on_hand", aside) is { } units ? new StockCount(cells.Line, sku, units) : null;
    }
}
