using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Intake;
using ShipBy.Application.SelfWatch;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Days;
using ShipBy.Domain.History;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;

namespace ShipBy.Application.Ledger;

/// <summary>One row of the ledger. All rows of a pool stand in one partition, so that they can change together or not at all.</summary>
public abstract partial record LedgerRow
{
    private LedgerRow() { }

    public abstract RowKey Key { get; }

    /// <value>Bytes that it takes in a commit, estimated from above. Its characters in the store are fewer.</value>
    public virtual int Weight => 2_000;

    public sealed record OrderRow(Order Order) : LedgerRow
    {
        public override RowKey Key => RowKey.Order(Order.Key);

        public override int Weight => WeightOf(Order);
    }

    public sealed record StockRow(StockItem Item) : LedgerRow
    {
        public override RowKey Key => RowKey.Stock(Item.Sku);
    }

    /// <summary>The next instant at which a policy must look at an order: one row per open order, moved in the commit that changes the order.</summary>
    public sealed record DueRow(Instant At, OrderKey Order) : LedgerRow
    {
        public override RowKey Key => RowKey.Due(At, Order);
    }

    /// <summary>When an order's instruction is to be looked at: one row for each that is not settled, moved in the commit that changes the order.</summary>
    public sealed record InstructionRow(Instant At, OrderKey Order) : LedgerRow
    {
        public override RowKey Key => RowKey.Instruction(At, Order);
    }

    /// <summary>
    /// An order that waits for stock: not looked at yet, or short. It carries the whole order, so that a backlog is read as one range; whoever changes such
    /// an order changes both rows, and either row's version guards both.
    /// </summary>
    public sealed record WaitingRow(Order Order) : LedgerRow
    {
        public override RowKey Key => RowKey.Waiting(Order);

        public override int Weight => WeightOf(Order);
    }

    /// <summary>A parcel on its way, whose order has left for the history.</summary>
    public sealed record ConsignmentRow(Consignment Consignment) : LedgerRow
    {
        public override RowKey Key => RowKey.Consignment(Consignment.Order);

        public override int Weight => 3_000 + Consignment.Told.Count * 300 + Text(Consignment.Order.Shop, Consignment.Order.Number, Consignment.Carrier, Consignment.TrackingNumber, Consignment.Seen.Word, Consignment.Care?.By);
    }

    /// <summary>When a parcel on its way is to be looked at: one row for each, moved in the commit that changes the parcel.</summary>
    /// <param name="IsTold">Whether a person was told of something about it: the page shows those, which are few among many.</param>
    public sealed record TransitRow(Instant At, OrderKey Order, bool IsTold) : LedgerRow
    {
        public override RowKey Key => RowKey.Transit(At, Order, IsTold);
    }

    /// <summary>Whose turn it is to do the pool's bulk work. Part of every bulk commit, so that a holder who paused too long is refused.</summary>
    /// <param name="Holder">A number that an instance draws when it starts.</param>
    /// <param name="Term">Grows with every write.</param>
    /// <param name="Until">From here on it is free; machine time.</param>
    public sealed record LeaseRow(long Holder, long Term, Instant Until) : LedgerRow
    {
        public override RowKey Key => RowKey.Lease;
    }

    /// <summary>A mail that has not reached its end; afterwards a <see cref="SaidRow"/>.</summary>
    public sealed record NoticeRow(Notice Notice) : LedgerRow
    {
        public override RowKey Key => RowKey.Notice(Notice.CreatedAt, Notice.Id);

        public override int Weight => WeightOf(Notice);
    }

    public sealed record SaidRow(Notice Notice) : LedgerRow
    {
        public override RowKey Key => RowKey.SaidMail(Notice.CreatedAt, Notice.Id);

        public override int Weight => WeightOf(Notice);
    }

    /// <summary>How far a shop has been read.</summary>
    /// <param name="GuardingSince">The first poll ever.</param>
    /// <param name="ReadUpTo">Start of the last poll that read everything; null before it.</param>
    /// <param name="FailingSince">Start of the first of the polls that have failed in a row; null while all is well.</param>
    /// <param name="Failure">Why the last of them failed; null while all is well.</param>
    public sealed record WatchRow(string Shop, Instant GuardingSince, Instant? ReadUpTo, Instant? FailingSince, ReadingFailure? Failure = null) : LedgerRow
    {
        public override RowKey Key => RowKey.Watch(Shop);
    }

    /// <summary>What a shop was last told about a product.</summary>
    public sealed record OfferRow(string Shop, Offer Offer) : LedgerRow
    {
        public override RowKey Key => RowKey.Offer(Shop, Offer.Sku);
    }

    /// <summary>How telling a shop its stock stands; there is none while all is well.</summary>
    /// <param name="FailingSince">From when on the marketplace has given no answer; null while it answers.</param>
    /// <param name="Refused">Products whose number it refuses.</param>
    /// <param name="Example">One of them, with the marketplace's word.</param>
    /// <param name="ReadsTheOtherWay">Whether it reads numbers the other way than the setting says.</param>
    public sealed record OfferTroubleRow(string Shop, Instant? FailingSince, int Refused = 0, string? Example = null, bool ReadsTheOtherWay = false) : LedgerRow
    {
        public override RowKey Key => RowKey.OfferTrouble(Shop);

        public override int Weight => 2_000 + Text(Example);
    }

    /// <summary>Something wrong with ShipBy itself, from when it was first found until it is over.</summary>
    public sealed record AlertRow(OperationalAlert Alert) : LedgerRow
    {
        public override RowKey Key => RowKey.Alert(Alert.Kind, Alert.Subject);

        public override int Weight => 2_000 + Text(Alert.Subject, Alert.Facts.Detail);
    }

    /// <summary>A sign of life.</summary>
    /// <param name="Name">Of the trigger, or of the shop whose pushes it is about.</param>
    public sealed record BeatRow(string Name, Instant At) : LedgerRow
    {
        public override RowKey Key => RowKey.Beat(Name);
    }

    /// <summary>When a check that asks outside is due again, for all instances together.</summary>
    public sealed record GateRow(string Name, Instant NextAt) : LedgerRow
    {
        public override RowKey Key => RowKey.Gate(Name);
    }

    /// <summary>Orders that only one side has as open, the marketplace or we.</summary>
    public sealed record GapRow(string Shop, IReadOnlyList<ListGap> Gaps) : LedgerRow
    {
        public override RowKey Key => RowKey.Gap(Shop);

        public override int Weight => 2_000 + Gaps.Sum(gap => 150 + Text(gap.Number));
    }

    /// <summary>Something unreadable that the seller has been told of.</summary>
    /// <param name="Fingerprint">Tells it apart from others; never its content.</param>
    public sealed record AsideRow(string Shop, string Fingerprint, Instant At) : LedgerRow
    {
        public override RowKey Key => RowKey.Aside(Shop, Fingerprint);
    }

    /// <summary>How much of a budget the current window has used.</summary>
    public sealed record BudgetRow(string Name, Instant WindowStart, int Used) : LedgerRow
    {
        public override RowKey Key => RowKey.Budget(Name);
    }

    /// <summary>A parcel of an order that has left for the history, where it stands by its hand-over.</summary>
    public sealed record SentRow(SentParcel Parcel) : LedgerRow
    {
        public override RowKey Key => RowKey.Sent(Parcel.HandedOverAt, Parcel.Order);

        public override int Weight => 2_000 + Text(Parcel.Order.Shop, Parcel.Order.Number, Parcel.Carrier, Parcel.TrackingNumber);
    }

    /// <summary>What was closed on one of the seller's days, counted as the orders left for the history.</summary>
    /// <param name="Shops">The same by shop, as far as estimates need it; null in rows of older versions.</param>
    /// <param name="Quality">What key figures count of the day, by shop: of orders placed, due, handed over or promised on it, whenever they were closed; null in rows of older versions.</param>
    public sealed record TotalsRow(LocalDate Day, DayTotals Totals, IReadOnlyList<ShopTotals>? Shops = null, IReadOnlyList<ShopQuality>? Quality = null) : LedgerRow
    {
        public override RowKey Key => RowKey.Totals(Day);

        public override int Weight => 2_000 + (Shops ?? []).Sum(shop => 300 + 40 * shop.Took.Hours.Count + Text(shop.Shop))
            + (Quality ?? []).Sum(shop => 300 + 60 * shop.Tally.Counts.Count + 150 * shop.Tally.Defective.Count + 40 * shop.Tally.Took.Hours.Count + Text(shop.Shop));
    }

    /// <summary>An order that went wrong, in the history, by the seller's day of the order: patterns are read as ranges of days.</summary>
    public sealed record TroubleRow(LocalDate Day, TroubledOrder Order) : LedgerRow
    {
        public override RowKey Key => RowKey.Trouble(Day, Order.Key);

        public override int Weight => 2_000 + Text(Order.Key.Shop, Order.Key.Number, Order.Carrier, Order.Region, Order.CancelReason, Order.Cause?.By, Order.Cause?.Note) + Order.Products.Sum(sku => 10 + Text(sku.Value));
    }

    /// <summary>The last day whose plan, or report, was told, or had nothing to tell.</summary>
    public sealed record ToldRow(DayKind Kind, LocalDate Day) : LedgerRow
    {
        public override RowKey Key => RowKey.Told(Kind);
    }

    /// <summary>A one-time link that was used.</summary>
    public sealed record TicketRow(string Nonce, Instant Expires) : LedgerRow
    {
        public override RowKey Key => RowKey.Ticket(Nonce);
    }

    /// <summary>A mark of the check-up: that the ledger can be written, or when a test was last sent.</summary>
    public sealed record ProbeRow(string Name, Instant At) : LedgerRow
    {
        /// <value>Belongs to no shop's pool; none can have this name by accident.</value>
        public static PoolName Pool { get; } = PoolName.Parse("-doctor");

        public override RowKey Key => RowKey.Probe(Name);
    }

    /// <summary>That somebody changed rows past the use cases, and why. Never changed, never deleted by us.</summary>
    /// <param name="What">What was found, what was written, by which command. No buyer's data.</param>
    public sealed record JournalRow(Instant At, Guid Id, string What) : LedgerRow
    {
        public override RowKey Key => RowKey.Journal(At, Id);

        public override int Weight => 2_000 + Text(What);
    }

    /// <summary>That a product came in by a document, and its units are on hand since. Never changed, never deleted by us: a file may be brought in again after years.</summary>
    /// <param name="Document">Its number, or what stands for one.</param>
    /// <param name="Print">Of the file, where its name stands for a number.</param>
    public sealed record ReceiptRow(string Document, Sku Sku, int Units, Instant At, string? Print = null, string? Supplier = null, Instant? Received = null) : LedgerRow
    {
        public override RowKey Key => RowKey.Receipt(Document, Sku);

        public override int Weight => 2_000 + Text(Document, Sku.Value, Supplier);
    }
}
