using ShipBy.Application.Importing;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>Puts the rows of one order together.</summary>
/// <param name="broken">Rows that could not be told apart into cells: nobody knows whose they are.</param>
internal sealed class OrderRows(OrderLayout layout, OrderFileTerms terms, IReadOnlyList<FileFault> broken)
{
    /// <param name="remarks">What is to be said of rows that go in, or need not.</param>
    public IReadOnlyList<FileOrder> Read(IReadOnlyList<CsvCells> rows, List<FileFault> aside, List<FileFault> remarks)
    {
        var reader = new OrderRowReader(terms, layout, remarks);
        var numbered = rows.Select(layout.Table.Merged).Select(cells => (Cells: cells, Number: OrderRowReader.NumberOf(cells, aside))).ToList();
        var strangers = Neighbours([.. numbered]);

        return
        [
            .. numbered.Where(row => row.Number is not null).GroupBy(row => row.Number!, StringComparer.Ordinal)
                .Select(order => OrderOf([.. order.Select(row => row.Cells)], order.Key, reader, strangers, aside, remarks)).OfType<FileOrder>(),
        ];
    }

    private FileOrder? OrderOf(IReadOnlyList<CsvCells> rows, string number, OrderRowReader reader, Dictionary<int, int> strangers, List<FileFault> aside, List<FileFault> remarks)
    {
        var (read, wrong) = (new List<OrderRow>(), new List<FileFault>());
        foreach (var cells in rows)
        {
            read.AddRange(reader.Read(cells, number, wrong) is { } row ? [row] : []);
        }

        if (read.Count == rows.Count && rows.FirstOrDefault(cells => strangers.ContainsKey(cells.Line)) is { } beside)
        {
            wrong.Add(new FileFault(beside.Line, OrderColumn.Order, $"line {strangers[beside.Line]} beside it cannot be read, and may belong to '{number}'", "Correct that line, and bring the file in again."));
            read.RemoveAll(row => row.Line == beside.Line);
        }

        if (read.Count == rows.Count)
        {
            return Whole(read, number, aside, remarks);
        }

        aside.AddRange(wrong);
        aside.AddRange(read.Select(row => new FileFault(row.Line, OrderColumn.Order, $"'{number}' cannot go in without its line {wrong[0].Line}", "Correct that one, and bring the file in again.")));
        return null;
    }

    private FileOrder? Whole(List<OrderRow> rows, string number, List<FileFault> aside, List<FileFault> remarks)
    {
        if (OrderPosting.Of(rows, terms) is not { } posting)
        {
            remarks.AddRange(rows.Select(row => new FileFault(row.Line, OrderColumn.Status, $"'{row.Word}' means that it is not yet an order", "It is passed over.")));
            return null;
        }

        var products = posting.Lines.Select(line => line.Sku).Distinct().Count();
        if (products > Order.MaxProducts)
        {
            aside.AddRange(rows.Select(row => new FileFault(row.Line, OrderColumn.Order, $"'{number}' has {products} products, and at most {Order.MaxProducts} can be guarded as one order", "Pack it by hand, and watch its deadline.")));
            return null;
        }

        return new FileOrder([.. rows.Select(row => row.Line)], posting);
    }

    /// <summary>The rows right before and right after one that is broken, and which that is.</summary>
    private Dictionary<int, int> Neighbours(IReadOnlyList<(CsvCells Cells, string? Number)> rows)
    {
        var lines = broken.Select(fault => fault.Line!.Value).ToHashSet();
        lines.UnionWith(rows.Where(row => row.Number is null).Select(row => row.Cells.Line));
        var all = lines.Concat(rows.Select(row => row.Cells.Line)).Distinct().Order().ToList();
        var neighbours = new Dictionary<int, int>();
        foreach (var (index, line) in all.Index().Where(one => lines.Contains(one.Item)))
        {
            foreach (var beside in new[] { index - 1, index + 1 }.Where(at => at >= 0 && at < all.Count).Select(at => all[at]).Where(beside => !lines.Contains(beside)))
            {
                neighbours.TryAdd(beside, line);
            }
        }

        return neighbours;
    }
}
