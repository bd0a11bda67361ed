using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Adapters.SellerFiles.Waybills;

/// <summary>Numbers of electronic waybills as a carrier hands them out: a column under a heading, or a number a line.</summary>
/// <param name="Numbers">In the order of the file, as they are written.</param>
/// <param name="SetAside">Rows that do not go in, in the order of the file.</param>
public sealed record WaybillsFile(IReadOnlyList<string> Numbers, IReadOnlyList<FileFault> SetAside)
{
    private const string Purpose = "a carrier's numbers";
    private const string Number = "tracking_number";

    private const int LongestNumber = 100;

    private static readonly HeadingTable Table = new([Number], new Dictionary<string, string[]>
    {
        [Number] = ["tracking_number", "tracking", "waybill", "waybills", "number", "numbers", "трек-номер", "шпи", "номер", "номера", "номер накладной", "номер отправления", "运单号", "物流单号", "快递单号", "电子面单号", "面单号", "单号"],
    });

    /// <param name="asked">What the seller says the file's encoding is; null: nothing.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be read, or holds no numbers, or more than are taken at once.</exception>
    public static (WaybillsFile File, ImportedText Read) Read(string file, TextEncoding? asked)
    {
        var read = ImportedText.Of(file, asked, Purpose);

        return (Parse(read.Text, file), read);
    }

    /// <inheritdoc cref="Read"/>
    internal static WaybillsFile Parse(string text, string file)
    {
        var (faults, aside, numbers) = (new List<FileFault>(), new List<FileFault>(), new List<string>());
        foreach (var (line, cell) in IsBareList(text) ? Lines(text) : Column(text, faults, aside))
        {
            if (SpreadsheetCell.IsShortened(cell))
            {
                aside.Add(new FileFault(line, Number, $"'{cell}' was shortened by the spreadsheet", "Format the column as text, fill it again, and save."));
            }
            else if (TrackingSeries.Bare(cell) is { Length: > 0 and <= LongestNumber } bare && bare.All(char.IsAsciiLetterOrDigit))
            {
                numbers.Add(cell);
            }
            else
            {
                aside.Add(new FileFault(line, Number, "is not a number of a waybill", $"Write Latin letters and digits, up to {LongestNumber}."));
            }
        }

        if (faults.Count == 0 && numbers.Count + aside.Count == 0)
        {
            faults.Add(new FileFault(null, null, "it holds no numbers", "Write one a line."));
        }

        if (numbers.Count > WaybillLot.Most)
        {
            faults.Add(new FileFault(null, null, $"it holds {numbers.Count} numbers", $"Up to {WaybillLot.Most} are taken at once; part it."));
        }

        return faults.Count == 0 ? new WaybillsFile(numbers, [.. aside.OrderBy(fault => fault.Line)]) : throw new InvalidSellerFileException(file, Purpose, faults);
    }

    /// <summary>Whether the first line is a number already: a heading has no digit in it.</summary>
    private static bool IsBareList(string text) => Lines(text).Select(line => line.Cell).FirstOrDefault() is { } first && first.Any(char.IsAsciiDigit) && TrackingSeries.Bare(first).All(char.IsAsciiLetterOrDigit);

    private static IEnumerable<(int Line, string Cell)> Lines(string text) =>
        text.Split('\n').Select((line, index) => (Line: index + 1, Cell: SpreadsheetCell.Plain(line.Trim()))).Where(line => line.Cell.Length > 0);

    private static IEnumerable<(int Line, string Cell)> Column(string text, List<FileFault> faults, List<FileFault> aside) =>
        CsvTable.Read(SpreadsheetCell.WithoutFormulas(text), Table.Usual, Table.ColumnsOf, faults, aside).Select(Table.Merged).Select(cells => (cells.Line, cells[Number]));
}
