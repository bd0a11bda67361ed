using System.Globalization;
using System.Text.Json;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.Quality;

/// <summary>From where on a key figure is near its limit, and beyond it, as a seller may correct it: a small CSV file in the folder <c>quality</c> beside the program.</summary>
/// <remarks>
/// Columns <c>marketplace,figure,at_risk,bad,source,date</c>; UTF-8, comments begin with <c>#</c>. <c>marketplace</c> is a kind of shop, or <c>*</c> for those without a row of
/// their own. Shares are percentages, handling times are hours.
/// </remarks>
public static class ThresholdFile
{
    /// <value>The setting that asks for no table.</value>
    public const string None = "none";

    private static readonly CsvColumns Columns = new("marketplace,figure,at_risk,bad,source,date", Needed: 6);

    private static readonly SellerFolder Folder = new("quality", "a table of limits of key figures");

    private static readonly Dictionary<string, FigureName> Names = Enum.GetValues<FigureName>().ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    /// <summary>A figure's name, as files and the API write it.</summary>
    public static string NameOf(FigureName name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString());

    /// <param name="nameOrPath">A table by its name in <c>quality</c>, or the path of a file; <c>none</c>, or empty, for no table.</param>
    /// <exception cref="InvalidSellerFileException">The file is not there, cannot be read, or says something that is not understood.</exception>
    public static FigureThresholds Read(string nameOrPath)
    {
        if (nameOrPath.Trim() is "" || nameOrPath.Trim().Equals(None, StringComparison.OrdinalIgnoreCase))
        {
            return FigureThresholds.None;
        }

        var file = Folder.Find(nameOrPath);
        return Parse(FileText.Of(file, Folder.Purpose), file);
    }

    /// <param name="file">What a fault's message calls the file.</param>
    /// <exception cref="InvalidSellerFileException">The text says something that is not understood.</exception>
    internal static FigureThresholds Parse(string text, string file)
    {
        var (faults, all) = (new List<FileFault>(), new List<FigureThreshold>());
        foreach (var cells in CsvTable.Read(text, Columns, faults))
        {
            if (RowOf(cells, faults) is not { } row)
            {
                continue;
            }

            if (all.Exists(other => (other.Marketplace, other.Name) == (row.Marketplace, row.Name)))
            {
                faults.Add(cells.Fault("figure", "is there twice for this marketplace", "Keep one of the rows."));
            }

            all.Add(row);
        }

        return faults.Count == 0 ? new FigureThresholds(all) : throw new InvalidSellerFileException(file, Folder.Purpose, faults);
    }

    private static FigureThreshold? RowOf(CsvCells cells, List<FileFault> faults)
    {
        var before = faults.Count;
        var date = CellText.Dates(cells["date"]) is { Length: 1 } day ? day.Start : (NodaTime.LocalDate?)null;
        var (risk, bad) = (Number(cells["at_risk"]), Number(cells["bad"]));
        Need(cells["marketplace"].Length > 0, "marketplace", "", "Write a kind of shop, such as ozon, or *.");
        Need(Names.ContainsKey(cells["figure"]), "figure", "is no key figure", $"Write one of {string.Join(", ", Names.Keys)}.");
        Need(risk is not null, "at_risk", "is no number", "Write a percentage, or hours, with a point for decimals.");
        Need(bad is not null, "bad", "is no number", "Write a percentage, or hours, with a point for decimals.");
        Need(cells["source"].Length > 0, "source", "", "Write where the limit was read.");
        Need(date is not null, "date", "is not a date that can be read", "Write a date, such as 2026-11-22.");
        if (faults.Count > before)
        {
            return null;
        }

        var definition = FigureDefinition.Of(Names[cells["figure"]]);
        Need(definition.IsLessBetter ? risk <= bad : risk >= bad, "at_risk", "is beyond the limit itself", definition.IsLessBetter ? "Write a number that is not above bad." : "Write a number that is not below bad.");
        var unit = definition.Unit == FigureUnit.Share ? 100m : 1m;
        return faults.Count > before ? null : new FigureThreshold(cells["marketplace"].ToLowerInvariant(), definition.Name, risk!.Value / unit, bad!.Value / unit, date!.Value, cells["source"]);

        void Need(bool holds, string column, string problem, string remedy) => faults.AddRange(holds ? [] : [cells.Fault(column, problem, remedy)]);
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 10_000 ? number : null;
}
