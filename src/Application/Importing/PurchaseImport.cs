using System.Globalization;
using NodaTime;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Importing;

/// <summary>What an import of purchases did, or would do.</summary>
/// <param name="Rows">What is in or came in before, in the order of the file; also what contradicts what came in before, and is not in.</param>
/// <param name="Left">What is not known to be in: running it again goes on there.</param>
/// <param name="Other">When another file came in under the name of this one; null: none did. Then nothing of this one is in.</param>
public sealed record PurchaseImport(PoolName Pool, IReadOnlyList<ReceivedRow> Rows, IReadOnlyList<Receipt> Left, ImportEnd End, Instant? Other = null);

/// <summary>A receipt in words, for the operator and for the journal.</summary>
public static class PurchaseImportWords
{
    public static string Of(ReceivedRow row) => row switch
    {
        { Contradicts: true, Known: { } known } => Text($"{row.Receipt.Document} came in on {known.At} with {known.Units} units, and the file says {row.Receipt.Units}. ")
            + (row.Receipt.Units > known.Units ? Text($"If {row.Receipt.Units - known.Units} more came, bring them in by a document of their own; if") : "If")
            + " the first number was wrong, count the shelf (shipby import stock)",
        { Known: { } known } => Text($"unchanged, {row.After.OnHand} on hand: {row.Receipt.Document} came in on {known.At}"),
        { Before: null } => Text($"new product, {row.After.OnHand} on hand"),
        { Before: var before } => Text($"+{row.Receipt.Units}: {before.OnHand} -> {row.After.OnHand}") + Short(row),
    };

    internal static string ForTheJournal(ReceivedRow row) => Text($"{row.Receipt.Sku} +{row.Receipt.Units} by {row.Receipt.Document}");

    private static string Short(ReceivedRow row) => row.After.Free < 0 ? Text($", and {row.After.Held} are held: {-row.After.Free} too few still") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
