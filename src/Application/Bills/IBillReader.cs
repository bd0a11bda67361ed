using ShipBy.Domain.Bills;

namespace ShipBy.Application.Bills;

/// <summary>Reads a carrier's bill from the rows of a spreadsheet.</summary>
public interface IBillReader
{
    /// <param name="currency">Of prices without one; null: it has to be there.</param>
    BillReading Read(string text, string? currency);
}

/// <param name="Lines">In the order of the bill.</param>
/// <param name="SetAside">Rows that do not go in, each told in words; or why none does.</param>
public sealed record BillReading(IReadOnlyList<BillLine> Lines, IReadOnlyList<string> SetAside);
