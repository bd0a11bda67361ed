using System.Globalization;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Adapters.SellerFiles.Words;
using ShipBy.Application.Importing;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.SellerFiles.Defects;

/// <summary>What was wrong with orders: a list of returns, of complaints or of reviews, a row an order. A row that is not understood is set aside, the others count.</summary>
/// <param name="Defects">In the order of the file.</param>
/// <param name="SetAside">Rows that do not go in, in the order of the file.</param>
/// <param name="Remarks">Rows that say nothing of a defect.</param>
public sealed record DefectsFile(IReadOnlyList<FileDefect> Defects, IReadOnlyList<FileFault> SetAside, IReadOnlyList<FileFault> Remarks)
{
    private const string Purpose = "a list of defects";
    private const string Order = "order";
    private const string Kind = "kind";
    private const string Note = "note";
    private const string Stars = "review";

    private static readonly HeadingTable Table = new([Order], new Dictionary<string, string[]>
    {
        [Order] = ["order", "order_number", "order_id", "номер заказа", "заказ", "номер отправления", "订单号", "订单编号"],
        [Kind] = ["kind", "defect", "reason", "return_reason", "причина", "причина возврата", "дефект", "原因", "退款原因", "退货原因", "问题"],
        [Note] = ["note", "comment", "комментарий", "примечание", "备注", "说明"],
        [Stars] = ["review", "rating", "stars", "оценка", "отзыв", "评分", "评价"],
    });

    /// <param name="asked">What the seller says the file's encoding is; null: nothing.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be read, or lacks a column or rows.</exception>
    public static (DefectsFile File, ImportedText Read) Read(string file, TextEncoding? asked)
    {
        var read = ImportedText.Of(file, asked, Purpose);

        return (Parse(read.Text, file, ReadWords()), read);
    }

    /// <summary>The table beside the program.</summary>
    /// <exception cref="InvalidSellerFileException">It is not there, or says something that is not understood.</exception>
    internal static WordTable<DefectMeaning> ReadWords() => WordTable<DefectMeaning>.Read("defects", DefectMeaning.All);

    /// <inheritdoc cref="Read"/>
    internal static DefectsFile Parse(string text, string file, WordTable<DefectMeaning> words)
    {
        var (faults, aside, remarks) = (new List<FileFault>(), new List<FileFault>(), new List<FileFault>());
        var rows = CsvTable.Read(SpreadsheetCell.WithoutFormulas(text), Table.Usual, Table.ColumnsOf, faults, aside).Select(Table.Merged).ToList();
        if (faults.Count == 0 && rows.Count + aside.Count == 0)
        {
            faults.Add(new FileFault(null, null, "it has a heading and no rows", "Write one line for each order below it."));
        }

        if (faults.Count == 0 && rows.Count > 0 && rows.All(cells => cells[Kind].Length + cells[Stars].Length == 0))
        {
            faults.Add(new FileFault(null, Kind, "nothing says what was wrong", $"Add a column {Kind} or {Stars}."));
        }

        if (faults.Count > 0)
        {
            throw new InvalidSellerFileException(file, Purpose, faults);
        }

        var defects = rows.Select(cells => DefectOf(cells, words, aside, remarks)).OfType<FileDefect>().ToList();
        return new DefectsFile(defects, [.. aside.OrderBy(fault => fault.Line)], remarks);
    }

    private static FileDefect? DefectOf(CsvCells cells, WordTable<DefectMeaning> words, List<FileFault> aside, List<FileFault> remarks)
    {
        var before = aside.Count;
        var meaning = cells[Kind].Length == 0 ? new DefectMeaning((DefectKind?)null) : words.MeaningOf(cells[Kind]);
        var stars = int.TryParse(SpreadsheetCell.Plain(cells[Stars]), NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told is >= DefectPolicy.WorstReview and <= DefectPolicy.BestReview ? told : (int?)null;
        if (cells[Order].Length == 0 || SpreadsheetCell.IsShortened(cells[Order]))
        {
            aside.Add(cells.Fault(Order, cells[Order].Length == 0 ? "" : "was shortened by the spreadsheet", "Write the order's number; format the column as text."));
        }

        if (meaning is null)
        {
            aside.Add(cells.Fault(Kind, "is a word that is not known", $"Add the word with its meaning to {words.File}."));
        }

        if (cells[Stars].Length > 0 && stars is null)
        {
            aside.Add(cells.Fault(Stars, "is no number of stars from 1 to 5", "Write 1 to 5, or leave it empty."));
        }

        if (aside.Count > before)
        {
            return null;
        }

        if (meaning!.Kind is null && stars is null)
        {
            remarks.Add(new FileFault(cells.Line, Kind, $"'{cells[Kind]}' is no defect", "It is passed over."));
            return null;
        }

        return new FileDefect(cells.Line, cells[Order], meaning.Kind, Cut.ToLine(cells[Note], DefectPolicy.LongestNote) is { Length: > 0 } note ? note : null, stars);
    }
}

/// <summary>What a word for a defect means.</summary>
/// <param name="Kind">Null: nothing that speaks against the order.</param>
internal sealed record DefectMeaning(DefectKind? Kind)
{
    public static IReadOnlyList<(string Word, DefectMeaning Meaning)> All { get; } =
    [
        ("damaged", new(DefectKind.Damaged)),
        ("lost", new(DefectKind.Lost)),
        ("wrong item", new(DefectKind.WrongItem)),
        ("missing item", new(DefectKind.MissingItem)),
        ("complaint", new(DefectKind.Complaint)),
        ("bad review", new(DefectKind.BadReview)),
        ("chargeback", new(DefectKind.Chargeback)),
        ("other", new(DefectKind.Other)),
        ("nothing", new DefectMeaning((DefectKind?)null)),
    ];
}
