using ShipBy.Application.Carriers;

namespace ShipBy.Adapters.SellerFiles.CarrierTables;

/// <summary>The table of carriers as a spreadsheet saves it, our own download among them: a row a tariff.</summary>
/// <remarks>A row that is not understood, or is there twice, is set aside, the others count.</remarks>
/// <param name="Tariffs">In the order of the file, each once.</param>
/// <param name="SetAside">Rows that do not go in, in the order of the file.</param>
public sealed record CarrierTableFile(IReadOnlyList<GivenTariff> Tariffs, IReadOnlyList<FileFault> SetAside)
{
    private const string Purpose = "a table of carriers";

    private static readonly Dictionary<TariffField, string[]> OtherHeadings = new()
    {
        [TariffField.Name] = ["name", "перевозчик", "служба доставки", "物流公司", "快递公司"],
        [TariffField.Code] = ["код", "代码"],
        [TariffField.Countries] = ["country", "страны", "страна", "国家"],
        [TariffField.PostalCodes] = ["postal_code", "zip", "индексы", "индекс", "邮编"],
        [TariffField.Places] = ["regions", "region", "регионы", "регион", "города", "地区", "省份"],
        [TariffField.UpTo] = ["weight_g", "вес до, г", "вес до", "限重"],
        [TariffField.Price] = ["цена", "тариф", "价格", "运费"],
        [TariffField.Currency] = ["валюта", "币种"],
        [TariffField.Days] = ["дней", "срок, дней", "天数", "时效"],
        [TariffField.PickUps] = ["заборы", "забор", "揽收时间"],
        [TariffField.Contact] = ["контакт", "联系方式"],
        [TariffField.Emergency] = ["экстренный контакт", "紧急联系"],
        [TariffField.Shutdowns] = ["не принимает", "停收日期"],
        [TariffField.Rule] = ["правило номеров", "单号规则"],
    };

    private static readonly HeadingTable Table = new(
        [CarrierTableText.HeadingOf(TariffField.Name)],
        Enum.GetValues<TariffField>().ToDictionary(CarrierTableText.HeadingOf, field => (string[])[CarrierTableText.HeadingOf(field), .. OtherHeadings[field]]));

    /// <param name="asked">What the seller says the file's encoding is; null: nothing.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be read, or lacks a column or rows.</exception>
    public static (CarrierTableFile File, ImportedText Read) Read(string file, TextEncoding? asked)
    {
        var read = ImportedText.Of(file, asked, Purpose);

        return (Parse(read.Text, file), read);
    }

    /// <param name="file">What a fault's message calls the file.</param>
    /// <exception cref="InvalidSellerFileException">It lacks a column or rows.</exception>
    internal static CarrierTableFile Parse(string text, string file)
    {
        var (faults, aside) = (new List<FileFault>(), new List<FileFault>());
        var rows = CsvTable.Read(SpreadsheetCell.WithoutFormulas(text), Table.Usual, Table.ColumnsOf, faults, aside).Select(Table.Merged).ToList();
        if (faults.Count == 0 && rows.Count + aside.Count == 0)
        {
            faults.Add(new FileFault(null, null, "it has a heading and no rows", "Write one line a carrier below it."));
        }

        if (faults.Count > 0)
        {
            throw new InvalidSellerFileException(file, Purpose, faults);
        }

        var tariffs = new List<GivenTariff>();
        foreach (var cells in rows)
        {
            var reading = TariffText.Read(Guid.NewGuid(), field => cells[CarrierTableText.HeadingOf(field)], usualCurrency: null);
            aside.AddRange(reading.Wrong.Select(field => cells.Fault(CarrierTableText.HeadingOf(field), "cannot be read", RemedyOf(field))));
            if (reading.Tariff is { } tariff && tariffs.FirstOrDefault(one => one.Tariff.IsSameRow(tariff)) is { } first)
            {
                aside.Add(cells.Fault(CarrierTableText.HeadingOf(TariffField.Name), $"is there for the same places and weight in line {first.Line} already", "Keep one of the two."));
            }
            else if (reading.Tariff is not null)
            {
                tariffs.Add(new GivenTariff(cells.Line, reading.Tariff));
            }
        }

        return new CarrierTableFile(tariffs, [.. aside.OrderBy(fault => fault.Line)]);
    }

    /// <summary>What to do about a field that cannot be read, as a sentence.</summary>
    internal static string RemedyOf(TariffField field) => field switch
    {
        TariffField.Name or TariffField.Code => $"Write a name of up to {TariffText.LongestName} signs in one line.",
        TariffField.Contact or TariffField.Emergency => $"Write up to {TariffText.LongestText} signs in one line.",
        TariffField.Countries or TariffField.PostalCodes or TariffField.Places => "Write names with commas between, and the whole cell in quotation marks.",
        TariffField.UpTo => "Write whole grams, such as 2000, or nothing for any weight.",
        TariffField.Price => "Write an amount without thousands separators, such as 350 or 350.50.",
        TariffField.Currency => "Write three letters, such as RUB.",
        TariffField.Days => "Write whole days, such as 3.",
        TariffField.PickUps => "Write days and times, such as Mon-Fri 16:00, Sat 12:00.",
        TariffField.Shutdowns => "Write dates or ranges, such as 2026-02-15..2026-02-23.",
        TariffField.Rule => "Write one of Counter, PrefixCounter, S10, RussianPost, Modulo7, Modulo11, FromTheCarrier, or nothing.",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No remedy is written for it."),
    };
}
