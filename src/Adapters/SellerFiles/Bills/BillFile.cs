using System.Globalization;
using ShipBy.Adapters.SellerFiles.Words;
using ShipBy.Application.Bills;
using ShipBy.Domain.Bills;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Adapters.SellerFiles.Bills;

/// <summary>A carrier's bill: a row a charge, with the parcel's number and the price. Other columns, such as whom it went to, are passed over.</summary>
/// <remarks>A row that is not understood is set aside, the others count. Without a column that says what a row charges for, each is a delivery.</remarks>
/// <param name="Lines">In the order of the file.</param>
/// <param name="SetAside">Rows that do not go in, in the order of the file.</param>
public sealed record BillFile(IReadOnlyList<BillLine> Lines, IReadOnlyList<FileFault> SetAside)
{
    private const string Purpose = "a carrier's bill";
    private const string Number = "tracking_number";
    private const string Price = "price";
    private const string Currency = "currency";
    private const string Grams = "weight_g";
    private const string Kilograms = "weight_kg";
    private const string Charge = "charge";

    private const decimal MostPrice = 10_000_000;

    private const decimal MostGrams = 1_000_000;

    private static readonly HeadingTable Table = new([Number, Price], new Dictionary<string, string[]>
    {
        [Number] = ["tracking_number", "tracking", "parcel", "waybill", "трек-номер", "шпи", "номер отправления", "номер накладной", "накладная", "отправление", "运单号", "物流单号", "快递单号", "单号"],
        [Price] = ["price", "amount", "cost", "total", "сумма", "стоимость", "цена", "тариф", "итого", "费用", "金额", "运费", "应付金额"],
        [Currency] = ["currency", "валюта", "币种", "货币"],
        [Grams] = ["weight_g", "вес, г", "вес (г)", "вес,г", "вес г", "重量(g)", "重量（g）", "重量(克)", "重量（克）"],
        [Kilograms] = ["weight_kg", "weight", "вес, кг", "вес (кг)", "вес,кг", "вес кг", "расчетный вес", "расчётный вес", "вес", "计费重量", "重量(kg)", "重量（kg）", "重量(公斤)", "重量"],
        [Charge] = ["charge", "service", "услуга", "операция", "вид услуги", "费用类型", "费用名称"],
    });

    /// <param name="asked">What the seller says the file's encoding is; null: nothing.</param>
    /// <param name="currency">Of prices without one; null: it has to be there.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be read, or lacks a column or rows.</exception>
    public static (BillFile File, ImportedText Read) Read(string file, TextEncoding? asked, string? currency)
    {
        var read = ImportedText.Of(file, asked, Purpose);

        return (Parse(read.Text, file, ReadWords(), currency), read);
    }

    /// <summary>The table beside the program.</summary>
    /// <exception cref="InvalidSellerFileException">It is not there, or says something that is not understood.</exception>
    internal static WordTable<BillMeaning> ReadWords() => WordTable<BillMeaning>.Read("bills", BillMeaning.All);

    /// <inheritdoc cref="Read"/>
    internal static BillFile Parse(string text, string file, WordTable<BillMeaning> words, string? currency)
    {
        var (faults, aside) = (new List<FileFault>(), new List<FileFault>());
        var rows = CsvTable.Read(SpreadsheetCell.WithoutFormulas(text), Table.Usual, Table.ColumnsOf, faults, aside).Select(Table.Merged).ToList();
        if (faults.Count == 0 && rows.Count + aside.Count == 0)
        {
            faults.Add(new FileFault(null, null, "it has a heading and no rows", "Write one line for each charge below it."));
        }

        if (faults.Count > 0)
        {
            throw new InvalidSellerFileException(file, Purpose, faults);
        }

        var lines = rows.Select(cells => LineOf(cells, words, currency, aside)).OfType<BillLine>().ToList();
        return new BillFile(lines, [.. aside.OrderBy(fault => fault.Line)]);
    }

    /// <returns>Null for a row that is no charge, and for one that is set aside.</returns>
    private static BillLine? LineOf(CsvCells cells, WordTable<BillMeaning> words, string? currency, List<FileFault> aside)
    {
        var before = aside.Count;
        var meaning = cells[Charge].Length == 0 ? BillMeaning.Delivery : words.MeaningOf(cells[Charge]);
        if (meaning is { Charge: null })
        {
            return null;
        }

        if (meaning is null)
        {
            aside.Add(cells.Fault(Charge, "is a word that is not known", $"Add it with its meaning to {words.File}."));
        }

        var number = TrackingSeries.Bare(cells[Number]);
        if (number.Length == 0)
        {
            aside.Add(cells.Fault(Number, "", "Write the parcel's number."));
        }
        else if (SpreadsheetCell.IsShortened(cells[Number]))
        {
            aside.Add(cells.Fault(Number, "was shortened by the spreadsheet", "Format the column as text, fill it again, and save."));
        }

        var price = PriceCell.Read(cells[Price]);
        if (price is null or { Amount: > MostPrice })
        {
            aside.Add(cells.Fault(Price, "is not a price that can be read", "Write an amount without thousands separators, such as 350.50."));
        }

        var code = cells[Currency].Length > 0 ? cells[Currency].ToUpperInvariant() : price?.Currency ?? currency ?? "";
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
        {
            aside.Add(cells.Fault(Currency, cells[Currency].Length > 0 ? "is not a currency" : "", "Write three letters, such as RUB, or give --currency."));
        }

        var grams = GramsOf(cells, aside);
        return aside.Count == before ? new BillLine(cells.Line, number, meaning!.Charge!.Value, Money.Of(price!.Value.Amount, code), grams) : null;
    }

    private static int? GramsOf(CsvCells cells, List<FileFault> aside)
    {
        var (column, factor) = cells[Grams].Length > 0 ? (Grams, 1m) : (Kilograms, 1000m);
        if (cells[column].Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(cells[column].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight * factor <= MostGrams)
        {
            return (int)decimal.Ceiling(weight * factor);
        }

        aside.Add(cells.Fault(column, "is not a weight that can be read", column == Grams ? "Write whole grams, such as 350." : "Write kilograms, such as 0.35."));
        return null;
    }
}

/// <summary>What a carrier's word for a charge says.</summary>
/// <param name="Charge">Null: the row charges for nothing by itself, such as a sum.</param>
internal sealed record BillMeaning(BillCharge? Charge)
{
    public static BillMeaning Delivery { get; } = new(BillCharge.Delivery);

    public static IReadOnlyList<(string Word, BillMeaning Meaning)> All { get; } = [("delivery", Delivery), ("surcharge", new(BillCharge.Surcharge)), ("nothing", new BillMeaning((BillCharge?)null))];
}

/// <summary>Reads pasted rows as the file.</summary>
public sealed class PastedBill : IBillReader
{
    public BillReading Read(string text, string? currency)
    {
        try
        {
            var file = BillFile.Parse(text.Replace('\t', text.Contains(';', StringComparison.Ordinal) ? ' ' : ';'), "", BillFile.ReadWords(), currency);
            return new BillReading(file.Lines, [.. file.SetAside.Select(fault => fault.ToString())]);
        }
        catch (InvalidSellerFileException invalid)
        {
            return new BillReading([], [.. invalid.Faults.Select(fault => fault.ToString())]);
        }
    }
}
