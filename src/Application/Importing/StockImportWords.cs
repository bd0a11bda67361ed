using System.Globalization;

namespace ShipBy.Application.Importing;

/// <summary>A counted row in words, for the operator and for the journal.</summary>
public static class StockImportWords
{
    public static string Of(CountedRow row) => row switch
    {
        { Before: null } => Text($"new product, {row.After.OnHand} on hand"),
        { Changes: false } => Text($"unchanged, {row.After.OnHand} on hand") + Lacking(row),
        { Before: var before } => Text($"{before.OnHand} -> {row.After.OnHand}") + Lacking(row),
    };

    internal static string ForTheJournal(CountedRow row) => Text($"{row.Count.Sku}: {row.Before?.OnHand.ToString(CultureInfo.InvariantCulture) ?? "none"} -> {row.After.OnHand}");

    private static string Lacking(CountedRow row) => row.Lacking == 0
        ? ""
        : Text($", and {row.After.Held} are held: {row.Lacking} too few. Nobody more is promised any; bring stock or cancel an order");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
