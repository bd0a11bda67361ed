using NodaTime;
using ShipBy.Application.Importing;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>Orders of a shop that cannot be asked for them, as a list of its cabinet or of the seller's own has them: a row a line of an order.</summary>
/// <remarks>Known by its headings, see <see cref="OrderLayout"/>. An order goes in whole or not at all: with a line that is not understood a wrong parcel would be packed.</remarks>
/// <param name="Orders">In the order of the file.</param>
/// <param name="SetAside">Rows that do not go in, and why, in the order of the file.</param>
/// <param name="Remarks">Rows that go in, or need not, about which something is to be said.</param>
/// <param name="Layout">What the file was taken for.</param>
/// <param name="Zone">Of its times without an offset.</param>
public sealed record OrdersFile(IReadOnlyList<FileOrder> Orders, IReadOnlyList<FileFault> SetAside, IReadOnlyList<FileFault> Remarks, string Layout, DateTimeZone Zone)
{
    private const string Purpose = "a list of orders";

    /// <param name="asked">What the seller says the file's encoding is; null: nothing.</param>
    /// <param name="shop">Whose orders they are.</param>
    /// <param name="zone">Of times without an offset, where the file itself does not tell.</param>
    /// <param name="isZoneSet">Whether the seller set it for this shop: then it counts in any case.</param>
    /// <param name="asOf">When the file was true, where its rows do not say when they changed.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be read, or lacks a column or rows.</exception>
    public static (OrdersFile File, ImportedText Read) Read(string file, TextEncoding? asked, string shop, DateTimeZone zone, bool isZoneSet, Instant asOf, Instant now)
    {
        var read = ImportedText.Of(file, asked, Purpose);

        return (Parse(read.Text, file, new OrderFileTerms(shop, zone, isZoneSet, asOf, now) { Words = OrderFileTerms.ReadWords() }), read);
    }

    /// <param name="file">What a fault's message calls the file.</param>
    /// <exception cref="InvalidSellerFileException">It lacks a column or rows.</exception>
    internal static OrdersFile Parse(string text, string file, OrderFileTerms terms)
    {
        var (faults, broken) = (new List<FileFault>(), new List<FileFault>());
        var layout = OrderLayout.Usual;
        var rows = CsvTable.Read(SpreadsheetCell.WithoutFormulas(text), layout.Table.Usual, heading => (layout = OrderLayout.Of(heading)).Table.ColumnsOf(heading), faults, broken);
        if (faults.Count == 0 && rows.Count + broken.Count == 0)
        {
            faults.Add(new FileFault(null, null, "it has a heading and no rows", "Write one line for each product of an order below it."));
        }

        if (faults.Count > 0)
        {
            throw new InvalidSellerFileException(file, Purpose, faults);
        }

        var (aside, remarks) = (new List<FileFault>(broken), new List<FileFault>());
        var orders = new OrderRows(layout, terms, broken).Read(rows, aside, remarks);

        return new OrdersFile(orders, InOrder(aside), InOrder(remarks), layout.Name, terms.ZoneIn(layout));
    }

    private static IReadOnlyList<FileFault> InOrder(IEnumerable<FileFault> faults) => [.. faults.OrderBy(fault => fault.Line)];
}
