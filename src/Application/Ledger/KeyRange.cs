using NodaTime;
using NodaTime.Text;

namespace ShipBy.Application.Ledger;

/// <summary>Rows of a pool from one key to another.</summary>
/// <param name="From">Included.</param>
/// <param name="Before">Not included.</param>
public sealed record KeyRange(string From, string Before)
{
    /// <value>Every row of a pool: keys begin with a lower-case letter.</value>
    public static KeyRange Everything { get; } = new("!", "~");

    public static KeyRange Orders { get; } = Prefix("order|");

    public static KeyRange AllStock { get; } = Prefix("stock|");

    /// <value>The lease, then the orders that nobody has looked at, then those that are short.</value>
    public static KeyRange Work { get; } = Prefix("work|");

    public static KeyRange Pending { get; } = Prefix("work|pending|");

    public static KeyRange OutOfStock { get; } = Prefix("work|short|");

    public static KeyRange OpenNotices { get; } = Prefix("mail|");

    /// <value>One-time links that were used.</value>
    public static KeyRange Tickets { get; } = Prefix("ticket|");

    /// <value>What a look at ourselves needs, in one range: alerts, signs of life, gates, and how far each shop has been read.</value>
    public static KeyRange Vigil { get; } = new("vigil|", "watch}");

    /// <value>What the first page reads besides orders: what was typed on the way in, batches that are not finished, and filters that have a name.</value>
    public static KeyRange Views { get; } = Prefix("view|");

    /// <value>What is done so that fewer orders go wrong.</value>
    public static KeyRange Improvements { get; } = Prefix("better|");

    /// <value>Batches that were started.</value>
    public static KeyRange Batches { get; } = Prefix("batch|");

    /// <value>A carrier's numbers, those that are used up too.</value>
    public static KeyRange Waybills { get; } = Prefix("waybill|");

    /// <value>Lots of numbers that have some left.</value>
    public static KeyRange OpenWaybills { get; } = Prefix("waybill|open|");

    /// <value>What is known of each product besides its numbers.</value>
    public static KeyRange Cards { get; } = Prefix("card|");

    /// <value>Counts of the shelf.</value>
    public static KeyRange Counts { get; } = Prefix("count|");

    /// <value>Orders to suppliers.</value>
    public static KeyRange Purchases { get; } = Prefix("purchase|");

    public static KeyRange Journal { get; } = Prefix("journal|");

    /// <value>What each shop was told about each product.</value>
    public static KeyRange Offers { get; } = Prefix("offer|");

    /// <value>All that came in, by any document.</value>
    public static KeyRange Receipts { get; } = Prefix("bought|");

    /// <summary>What came in by one document.</summary>
    public static KeyRange ReceiptsOf(string document) => Prefix($"bought|{RowKey.Hash(document)}|");

    /// <value>Every order that a policy must look at some day.</value>
    public static KeyRange AllDue { get; } = Prefix("due|");

    /// <summary>Orders that a policy must look at, up to and including <paramref name="now"/>.</summary>
    public static KeyRange DueBy(Instant now) => new("due|", $"due|{RowKey.Text(now)}~");

    /// <value>Every instruction that is not settled.</value>
    public static KeyRange AllInstructions { get; } = Prefix("ask|");

    /// <summary>Instructions that are to be looked at, up to and including <paramref name="now"/>.</summary>
    public static KeyRange InstructionsBy(Instant now) => new("ask|", $"ask|{RowKey.Text(now)}~");

    /// <value>Every parcel on its way.</value>
    public static KeyRange Consignments { get; } = Prefix("parcel|");

    /// <value>The looks at all parcels on their way.</value>
    public static KeyRange AllTransit { get; } = Prefix("transit|");

    /// <value>The looks at those that a person was told of.</value>
    public static KeyRange ToldTransit { get; } = Prefix("transit|told|");

    /// <summary>Parcels that are to be looked at, up to and including <paramref name="now"/>.</summary>
    public static KeyRange TransitBy(Instant now, bool isTold) => isTold ? new("transit|told|", $"transit|told|{RowKey.Text(now)}~") : new("transit|calm|", $"transit|calm|{RowKey.Text(now)}~");

    /// <summary>Parcels of the history that were handed over in a time; its end may be open.</summary>
    public static KeyRange SentIn(Interval time) => new($"sent|{RowKey.Text(time.Start)}", time.HasEnd ? $"sent|{RowKey.Text(time.End)}" : "sent}");

    /// <summary>Days of the history, from one on.</summary>
    public static KeyRange TotalsSince(LocalDate day) => new(RowKey.Totals(day).Value, "totals}");

    /// <summary>Orders of the history that went wrong, by the day of the order.</summary>
    /// <param name="until">Included.</param>
    public static KeyRange Troubles(LocalDate from, LocalDate until) => new($"trouble|{LocalDatePattern.Iso.Format(from)}|", $"trouble|{LocalDatePattern.Iso.Format(until)}}}");

    /// <summary>Days of the history.</summary>
    /// <param name="until">Included.</param>
    public static KeyRange Totals(LocalDate from, LocalDate until) => new(RowKey.Totals(from).Value, RowKey.Totals(until).Value + "}");

    /// <summary>Mails that were said at or after <paramref name="since"/>.</summary>
    public static KeyRange SaidSince(Instant since) => new($"said|{RowKey.Text(since)}", "said}");

    /// <summary>Mails that were said before <paramref name="by"/>.</summary>
    public static KeyRange SaidBefore(Instant by) => new("said|", $"said|{RowKey.Text(by)}");

    /// <remarks><c>}</c> is the character after <c>|</c>.</remarks>
    private static KeyRange Prefix(string prefix) => new(prefix, prefix[..^1] + "}");

    /// <summary>The part of the range that comes after a key.</summary>
    public KeyRange After(RowKey key) => this with { From = key.Value + "\u0001" };

    public bool Contains(RowKey key) =>
        string.CompareOrdinal(key.Value, From) >= 0 && string.CompareOrdinal(key.Value, Before) < 0;
}
