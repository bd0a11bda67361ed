using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of the stockroom: the shelf, counts, orders to suppliers.</summary>
public sealed class StockWords(Texts texts)
{
    public string Title => texts.Say();

    public string Shelf => texts.Say();

    public string CountTitle => texts.Say();

    public string PurchasesTitle => texts.Say();

    public string Pool => texts.Say();

    public string Search => texts.Say();

    public string OnlyLow => texts.Say();

    public string Find => texts.Say();

    public string Empty => texts.Say();

    public string NoneFound => texts.Say();

    public string Product => texts.Say();

    public string Zone => texts.Say();

    public string OnHand => texts.Say();

    public string Held => texts.Say();

    public string Free => texts.Say();

    public string Safety => texts.Say();

    public string Incoming => texts.Say();

    public string TooFew => texts.Say();

    public string Low => texts.Say();

    public string Print => texts.Say();

    public string Name => texts.Say();

    public string Packaging => texts.Say();

    public string PackagingHint => texts.Say();

    public string PackagingShort => texts.Say();

    public string PerPackage => texts.Say();

    public string IsPackaging => texts.Say();

    public string OnlyPackaging => texts.Say();

    public string WeightLong => texts.Say();

    public string CardUnread => texts.Say();

    public string Download => texts.Say();

    public string BarCode => texts.Say();

    public string SafetyLong => texts.Say();

    public string LeadDays => texts.Say();

    public string Save => texts.Say();

    public string Saved => texts.Say();

    public string NotSaved => texts.Say();

    public string CountHint => texts.Say();

    public string CountWhat => texts.Say();

    public string CountLines => texts.Say();

    public string CountLinesHint => texts.Say();

    public string ShowDifferences => texts.Say();

    public string Counted => texts.Say();

    public string EarlierCounts => texts.Say();

    public string NoCounts => texts.Say();

    public string Waits => texts.Say();

    public string NotNoted => texts.Say();

    public string NothingCounted => texts.Say();

    public string Differences => texts.Say();

    public string Busy => texts.Say();

    public string ConfirmHint => texts.Say();

    public string Drop => texts.Say();

    public string WaitsForTheOwner => texts.Say();

    public string Before => texts.Say();

    public string Difference => texts.Say();

    public string Moved => texts.Say();

    public string Number => texts.Say();

    public string Supplier => texts.Say();

    public string Expected => texts.Say();

    public string Outstanding => texts.Say();

    public string Overdue => texts.Say();

    public string Closed => texts.Say();

    public string NoPurchases => texts.Say();

    public string NewPurchase => texts.Say();

    public string PurchaseLines => texts.Say();

    public string PurchaseLinesHint => texts.Say();

    public string Order => texts.Say();

    public string NotOrdered => texts.Say();

    public string NoNumber => texts.Say();

    public string Ordered => texts.Say();

    public string Came => texts.Say();

    public string ComesNow => texts.Say();

    public string ReceiveHint => texts.Say();

    public string Receive => texts.Say();

    public string Close => texts.Say();

    public string NewProduct => texts.Say();

    public string ReorderTitle => texts.Say();

    public string Level => texts.Say();

    public string Reckon => texts.Say();

    public string OrderNow => texts.Say();

    public string ReorderPoint => texts.Say();

    public string FreeAndIncoming => texts.Say();

    public string Reckoning => texts.Say();

    public string Steady => texts.Say();

    public string NothingToReckon => texts.Say();

    public string WithoutLeadTime => texts.Say();

    public string TableOf(StockTable table) => texts.Say($"TableOf.{table}");

    public string LevelOf(ServiceLevel level) => texts.Say($"LevelOf.{level}");

    /// <param name="days">That are known.</param>
    /// <param name="needed">Of them.</param>
    public string TooEarly(int days, int needed) => texts.Say("TooEarly", ("days", days), ("needed", needed));

    /// <param name="days">That are known.</param>
    /// <param name="covered">Days that an order covers beyond the reorder point.</param>
    public string Formula(int days, int covered) => texts.Say("Formula", ("days", days), ("covered", covered));

    /// <param name="all">Products.</param>
    /// <param name="low">Those with fewer free than shall be.</param>
    public string Sum(int all, int low) => texts.Say("Sum", ("all", all), ("low", low));

    public string More(int count) => texts.Say("More", ("count", count));

    /// <param name="sku">The product that has the code, or is called so.</param>
    public string CodeTaken(string sku) => texts.Say("CodeTaken", ("sku", sku));

    /// <param name="count">Products counted otherwise than the ledger had them.</param>
    public string Differing(int count) => texts.Say("Differing", ("count", count));

    public string CountOf(string product) => texts.Say("CountOf", ("product", product));

    public string TooMany(int most) => texts.Say("TooMany", ("most", most));

    public string CountedBy(string by, string at) => texts.Say("CountedBy", ("by", by), ("at", at));

    public string ConfirmedBy(string by, string at) => texts.Say("ConfirmedBy", ("by", by), ("at", at));

    public string DroppedBy(string by, string at) => texts.Say("DroppedBy", ("by", by), ("at", at));

    public string Confirm(int differences) => texts.Count("Confirm", differences);

    public string Lacking(int held, int lacking) => texts.Say("Lacking", ("held", held), ("lacking", lacking));

    public string PurchaseTitle(string number) => texts.Say("PurchaseTitle", ("number", number));

    public string OrderedBy(string by, string at) => texts.Say("OrderedBy", ("by", by), ("at", at));

    public string ClosedAt(string at) => texts.Say("ClosedAt", ("at", at));

    public string ComesNowOf(string product) => texts.Say("ComesNowOf", ("product", product));

    public string Received(ReceiveAnswer answer) => texts.Say($"Received.{answer}");
}
