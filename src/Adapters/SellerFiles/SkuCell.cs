using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>An article number in a cell.</summary>
internal static class SkuCell
{
    /// <param name="isPlain">Whether what a spreadsheet wraps around a number was taken off already: an apostrophe that is left is the article's own.</param>
    /// <returns>Null where the cell is among the faults.</returns>
    public static Sku? Read(CsvCells cells, string column, List<FileFault> faults, bool isPlain = false)
    {
        if (SpreadsheetCell.IsShortened(cells[column]))
        {
            faults.Add(cells.Fault(column, "was shortened by the spreadsheet", "Format the column as text, fill it again, and save."));
            return null;
        }

        try
        {
            return Sku.Parse(isPlain ? cells[column] : SpreadsheetCell.Plain(cells[column]));
        }
        catch (FormatException wrong)
        {
            faults.Add(cells[column].Length == 0
                ? cells.Fault(column, "", "Give the product an article number.")
                : new FileFault(cells.Line, column, wrong.Message.TrimEnd('.'), "Shorten it, here and in the shops."));
            return null;
        }
    }
}
