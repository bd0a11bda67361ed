using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>A moment in a cell: a date as <see cref="CellText"/> reads it, and mostly a time of day, with an offset or without one.</summary>
internal static partial class MomentCell
{
    private const string Remedy = "Write a date and a time, such as 2026-03-02 14:30, or with an offset, 2026-03-02T14:30+03:00.";

    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2100, 1, 1, 0, 0);

    /// <param name="zone">Of times without an offset. One that comes twice there means its first occurrence, one that the clocks skip the moment after the gap.</param>
    /// <param name="dayMeansItsEnd">Whether a date alone is the last second of that day, as of a deadline; else it is its first.</param>
    /// <returns>Null where the cell is empty, or among the faults.</returns>
    public static Instant? Read(CsvCells cells, string column, DateTimeZone zone, bool dayMeansItsEnd, List<FileFault> faults)
    {
        if (cells[column].Length == 0)
        {
            return null;
        }

        if (Read(SpreadsheetCell.Plain(cells[column]), zone, dayMeansItsEnd) is { } moment)
        {
            return moment;
        }

        faults.Add(cells.Fault(column, "is not a moment that can be read", Remedy));
        return null;
    }

    /// <returns>Null where the text is no moment, or one that no order of ours can have.</returns>
    internal static Instant? Read(string text, DateTimeZone zone, bool dayMeansItsEnd)
    {
        var form = Form().Match(text);
        if (!form.Success || CellText.Dates(form.Groups["date"].Value) is not { Length: 1, Start: var date })
        {
            return null;
        }

        LocalTime? time = form.Groups["time"].Success ? CellText.Time(form.Groups["time"].Value) : dayMeansItsEnd ? new LocalTime(23, 59, 59) : LocalTime.Midnight;
        if (time is not { } ofDay || !TryOffset(form.Groups["offset"].Value, out var offset))
        {
            return null;
        }

        var moment = offset is { } told ? (date + ofDay).WithOffset(told).ToInstant() : (date + ofDay).InZoneLeniently(zone).ToInstant();
        return moment >= Earliest && moment < Latest ? moment : null;
    }

    private static bool TryOffset(string text, out Offset? offset)
    {
        offset = text is "" ? null : Offset.Zero;
        if (text is "" or "Z" or "z")
        {
            return true;
        }

        var (hours, minutes) = (int.Parse(text[1..3], CultureInfo.InvariantCulture), int.Parse(text[^2..], CultureInfo.InvariantCulture));
        var length = (hours * 60 + minutes) * (text[0] == '-' ? -1 : 1);
        offset = hours <= 14 && minutes < 60 ? Offset.FromSeconds(length * 60) : null;
        return offset is not null;
    }

    [GeneratedRegex(@"^(?<date>[0-9./-]{8,10})([ Tt]+(?<time>[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)([.,][0-9]+)?\s?(?<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
