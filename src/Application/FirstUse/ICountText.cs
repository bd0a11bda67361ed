using ShipBy.Application.Importing;

namespace ShipBy.Application.FirstUse;

/// <summary>Reads a count of the shelf that somebody pasted, by the same rules as a file of it.</summary>
public interface ICountText
{
    CountReading Read(string text);
}

/// <param name="Counts">Each product once.</param>
/// <param name="Flaws">Rows that are not understood, or why nothing is, each with its remedy.</param>
public sealed record CountReading(IReadOnlyList<StockCount> Counts, IReadOnlyList<string> Flaws);
