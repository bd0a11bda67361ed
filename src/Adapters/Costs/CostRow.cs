using System.Globalization;
using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Costs;

/// <summary>One understood row: exactly one of the three is there.</summary>
internal sealed record CostRow(int Line, SurchargeStep? Step = null, IndexBand? Band = null, int? WindowDays = null)
{
    private const int LongestWindow = 366;

    /// <returns>Null where something is wrong, which then is among the faults; a row may have several.</returns>
    public static CostRow? Read(CsvCells cells, List<FileFault> faults)
    {
        var before = faults.Count;
        var kind = cells["kind"].ToLowerInvariant();
        var citation = CitationOf(cells, faults);
        var charge = ChargeOf(cells, faults);
        var row = kind switch
        {
            "late" => cells["from"].ToLowerInvariant() switch
            {
                "0" => new CostRow(cells.Line, new SurchargeStep(Duration.Zero, charge, citation)),
                "last" => new CostRow(cells.Line, new SurchargeStep(null, charge, citation)),
                var text when LengthText.Parse(text) is { } after => new CostRow(cells.Line, new SurchargeStep(after, charge, citation)),
                _ => Wrong("from", "is not how late an order is", "Write 0, a length such as 12h, or last."),
            },
            "band" when Number(cells["from"]) is >= 0 and < 100 and var above => cells["name"].Length > 0
                ? new CostRow(cells.Line, Band: new IndexBand(above, cells["name"], charge, citation))
                : Wrong("name", "", "Write the marketplace's word for the band, such as a colour."),
            "band" => Wrong("from", "is not a percentage", "Write the percentage that the band begins above, from 0 to below 100, such as 4 or 4.5."),
            "window" when LengthText.Parse(cells["from"]) is { } length && length.TotalDays is >= 1 and <= LongestWindow and var days && days == Math.Floor(days) =>
                new CostRow(cells.Line, WindowDays: (int)days),
            "window" => Wrong("from", "is not a number of days", $"Write 1d up to {LongestWindow}d."),
            _ => Wrong("kind", "is not a kind of row", "Write late, band or window."),
        };

        return faults.Count == before ? row : null;

        CostRow? Wrong(string column, string problem, string remedy)
        {
            faults.Add(cells.Fault(column, problem, remedy));
            return null;
        }
    }

    /// <summary>What is wrong with rows beside one another.</summary>
    public static IEnumerable<FileFault> FaultsAmong(IReadOnlyList<CostRow> rows)
    {
        foreach (var twice in rows.GroupBy(row => (row.Band is not null, row.WindowDays is not null, row.Step?.From, row.Band?.Above)).Where(same => same.Count() > 1))
        {
            yield return new FileFault(twice.ElementAt(1).Line, "from", $"the same stands in line {twice.First().Line}", "Take one of the rows away.");
        }

        var bands = rows.Where(row => row.Band is not null).ToList();
        if (bands.Count > 0 && bands.All(row => row.Band!.Above != 0))
        {
            yield return new FileFault(bands[0].Line, "from", "no band begins at 0", "Begin with the best band, from 0.");
        }

        if (bands.Count > 0 && rows.All(row => row.WindowDays is null))
        {
            yield return new FileFault(bands[0].Line, "kind", "there are bands and no window", "Add a row window with the days over which the index is counted, such as 14d.");
        }
    }

    private static Citation CitationOf(CsvCells cells, List<FileFault> faults)
    {
        var date = CellText.Dates(cells["date"]) is { Length: 1 } day ? day.Start : (LocalDate?)null;
        var isSure = Enum.TryParse<CostConfidence>(cells["confidence"], ignoreCase: true, out var confidence) && cells["confidence"].All(char.IsAsciiLetter);
        Need(cells["source"].Length > 0, "source", "", "Write where the figures were read.");
        Need(date is not null, "date", "is not a date that can be read", "Write a date, such as 2026-11-22.");
        Need(isSure, "confidence", "is not how sure a figure is", "Write official, public, unsure or outdated.");
        return new Citation(cells["source"], date ?? default, confidence);

        void Need(bool holds, string column, string problem, string remedy) => faults.AddRange(holds ? [] : [cells.Fault(column, problem, remedy)]);
    }

    private static Charge ChargeOf(CsvCells cells, List<FileFault> faults)
    {
        var percent = Number(cells["percent"]);
        var (least, most) = (Number(cells["least"]), Number(cells["most"]));
        var currency = cells["currency"].ToUpperInvariant();
        Need(cells["percent"].Length == 0 || percent is >= 0 and <= 100, "percent", "is not a percentage", "Write a number from 0 to 100 with a point for decimals, such as 1.5, or leave it empty where nobody says.");
        Need(cells["least"].Length == 0 || least >= 0, "least", "is not an amount", "Write a number with a point for decimals, such as 50, or leave it empty.");
        Need(cells["most"].Length == 0 || most >= (least ?? 0), "most", "is not an amount, or less than the least", "Write a number with a point for decimals, such as 1500, or leave it empty.");
        Need((least ?? most) is null || currency.Length == 3 && currency.All(char.IsAsciiLetterUpper), "currency", "is not a currency", "Write its three letters, such as RUB or CNY.");
        return new Charge(percent, Amount(least), Amount(most));

        Money? Amount(decimal? units) => units is { } some ? Money.Of(some, currency) : null;

        void Need(bool holds, string column, string problem, string remedy) => faults.AddRange(holds ? [] : [cells.Fault(column, problem, remedy)]);
    }

    /// <returns>Null for anything but a number of up to nine digits before the point.</returns>
    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000 ? number : null;
}
