using System.Globalization;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Reconciling;

/// <summary>A drift in words, for the operator and for the journal.</summary>
/// <param name="Subject">The article number, or the shop and number of the order.</param>
/// <param name="Written">What the ledger says.</param>
/// <param name="Counted">What follows from the orders.</param>
/// <param name="Advice">What a person has to do; null where nothing is left to do.</param>
public sealed record DriftLine(string What, string Subject, string Written, string Counted, string? Advice)
{
    private const string None = "none";

    /// <value>Numbers may be of any length; a line must stay one.</value>
    private const int LongestSubject = 120;

    private const int MostNamed = 5;

    public static DriftLine Of(Drift drift) => drift switch
    {
        Drift.HeldDiffers(var item, var held) => OfProduct("held units", item.Sku, Units(item), Units(item with { Held = held }), null),
        Drift.NoStockRow(var sku, var held) => OfProduct(
            "no stock row", sku, None, Units(new StockItem(sku, held, held)), $"Count {sku} on the shelf: beyond what is held, the ledger takes it for none."),
        Drift.Oversold(var item, var lastServed) => OfProduct("OVERSOLD", item.Sku, Text($"{item.OnHand} on hand"), Units(item), Advise(item, lastServed)),
        Drift.Missing(var counted) => OfOrder($"{NameOf(counted)} missing", counted, None, PlaceOf(counted)),
        Drift.Misplaced(var written, var counted) => OfOrder($"{NameOf(counted)} misplaced", counted, PlaceOf(written), PlaceOf(counted)),
        Drift.Differs(var written, var counted) => OfOrder($"{NameOf(counted)} differs", counted, $"{PlaceOf(written)}, in another version", PlaceOf(counted)),
        Drift.LeftOver(var written) => OfOrder($"{NameOf(written)} left over", written, PlaceOf(written), None),
        _ => throw new InvalidOperationException($"No words are written for {drift}."),
    };

    private static DriftLine OfProduct(string what, Sku sku, string written, string counted, string? advice) => new(what, Cut(sku.Value), written, counted, advice);

    private static DriftLine OfOrder(string what, LedgerRow row, string written, string counted) =>
        new(what, Cut(IndexRow.OrderOf(row).ToString()), written, counted, Advice: null);

    private static string Advise(StockItem item, IReadOnlyList<OrderKey> lastServed)
    {
        var named = string.Join(", ", lastServed.Take(MostNamed).Select(order => Cut(order.Number))) + (lastServed.Count > MostNamed ? Text($" and {lastServed.Count - MostNamed} more") : "");
        return lastServed.Count == 0
            ? Text($"{item.Sku}: {-item.Free} more left than the ledger had. Count it on the shelf.")
            : Text($"{item.Sku}: {-item.Free} more promised than there are. Count it on the shelf; if they really lack, bring stock in time or cancel what came last: {named}.");
    }

    private static string Units(StockItem item) => Text($"{item.Held} held, {item.Free} free");

    private static string NameOf(LedgerRow row) => row switch { DueRow => "due row", InstructionRow => "instruction row", TransitRow => "parcel's look", _ => "waiting row" };

    private static string PlaceOf(LedgerRow row) => row switch
    {
        DueRow due => Moment(due.At),
        InstructionRow asked => Moment(asked.At),
        TransitRow transit => Moment(transit.At),
        WaitingRow { Order: { State: OrderState.OutOfStock } order } => Text($"short of {order.MissingUnits}"),
        WaitingRow => "not looked at yet",
        _ => throw new InvalidOperationException($"No words are written for the row {row.Key}."),
    };

    private static string Moment(NodaTime.Instant at) => at.ToString("uuuu-MM-dd HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= LongestSubject ? text : $"{text[..LongestSubject]}…";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
