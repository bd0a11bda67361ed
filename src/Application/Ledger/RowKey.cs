using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Days;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Ledger;

/// <summary>Where a row stands in its pool's partition. Keys are ordered on purpose: what is due next comes first in its range.</summary>
/// <remarks>Compared ordinally, as Table Storage does.</remarks>
public sealed record RowKey
{
    /// <value>Table Storage's limit, in characters.</value>
    public const int MaxLength = 1024;

    private const int MaxNumberLength = 400;

    private static readonly InstantPattern Sortable = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmssfffffff");

    private RowKey(string value) => Value = value.Length <= MaxLength
        ? value
        : throw new FormatException($"A key of {value.Length} characters does not fit; a shop name or article number is too long.");

    public string Value { get; }

    public static RowKey Order(OrderKey order) => new($"order|{Name(order)}");

    public static RowKey Stock(Sku sku) => new($"stock|{Escape(sku.Value)}");

    public static RowKey Due(Instant at, OrderKey order) => new($"due|{Sortable.Format(at)}|{Name(order)}");

    public static RowKey Instruction(Instant at, OrderKey order) => new($"ask|{Sortable.Format(at)}|{Name(order)}");

    public static RowKey Consignment(OrderKey order) => new($"parcel|{Name(order)}");

    /// <summary>Parcels that a person was told of stand beside the others, so that one range brings them.</summary>
    public static RowKey Transit(Instant at, OrderKey order, bool isTold) => new($"transit|{(isTold ? "told" : "calm")}|{Sortable.Format(at)}|{Name(order)}");

    /// <value>Stands before all waiting orders, so that one range brings it together with them.</value>
    public static RowKey Lease { get; } = new("work|0lease");

    /// <summary>By the marketplace's time: who ordered first is met first. Orders that nobody has looked at come before those that are short.</summary>
    public static RowKey Waiting(Order order) =>
        new($"work|{(order.State == OrderState.Pending ? "pending" : "short")}|{Sortable.Format(order.OrderedAt)}|{Name(order.Key)}");

    public static RowKey Notice(Instant createdAt, Guid id) => new($"mail|{Sortable.Format(createdAt)}|{id:N}");

    public static RowKey SaidMail(Instant createdAt, Guid id) => new($"said|{Sortable.Format(createdAt)}|{id:N}");

    public static RowKey Watch(string shop) => new($"watch|{Escape(shop)}");

    public static RowKey Budget(string name) => new($"budget|{Escape(name)}");

    public static RowKey Aside(string shop, string fingerprint) => new($"aside|{Escape(shop)}|{Escape(fingerprint)}");

    public static RowKey Ticket(string nonce) => new($"ticket|{Escape(nonce)}");

    public static RowKey Probe(string name) => new($"probe|{Escape(name)}");

    public static RowKey Journal(Instant at, Guid id) => new($"journal|{Sortable.Format(at)}|{id:N}");

    public static RowKey Alert(OperationalAlertKind kind, string subject) => new($"vigil|alert|{kind}|{Escape(subject)}");

    public static RowKey Beat(string name) => new($"vigil|beat|{Escape(name)}");

    public static RowKey Gate(string name) => new($"vigil|gate|{Escape(name)}");

    public static RowKey Gap(string shop) => new($"vigil|gap|{Escape(shop)}");

    public static RowKey Offer(string shop, Sku sku) => new($"offer|{Escape(shop)}|{Escape(sku.Value)}");

    /// <value>Stands before what the shop was told, so that one range brings both.</value>
    public static RowKey OfferTrouble(string shop) => new($"offer|{Escape(shop)}");

    /// <remarks>By hashes: document and article number together may be longer than a key.</remarks>
    public static RowKey Receipt(string document, Sku sku) => new($"bought|{Hash(document)}|{Hash(sku.Value)}");

    public static RowKey Told(DayKind kind) => new($"told|{kind}");

    /// <summary>By the hand-over, so that a time's parcels are one range.</summary>
    public static RowKey Sent(Instant handedOverAt, OrderKey order) => new($"sent|{Sortable.Format(handedOverAt)}|{Name(order)}");

    public static RowKey Totals(LocalDate day) => new($"totals|{LocalDatePattern.Iso.Format(day)}");

    public static RowKey Trouble(LocalDate day, OrderKey order) => new($"trouble|{LocalDatePattern.Iso.Format(day)}|{Name(order)}");

    /// <summary>Takes back what was written; for adapters.</summary>
    public static RowKey Read(string stored) => new(stored);

    /// <summary>Escapes what a table key must not hold (<c>/ \ # ? %</c>, control characters) and our own <c>|</c>; the rest stays legible.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c is '/' or '\\' or '#' or '?' or '%' or '|' or '=' || char.IsControl(c) || char.IsSurrogate(c)
                ? escaped.Append(CultureInfo.InvariantCulture, $"={(int)c:X4}")
                : escaped.Append(c);
        }

        return escaped.ToString();
    }

    internal static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];

    public static RowKey View(string name) => new($"view|{Hash(name)}");

    /// <summary>Stands among the named filters, so that the first page reads both at once.</summary>
    public static RowKey Unfinished(Guid batch) => new($"view|1batch|{batch:N}");

    public static RowKey Batch(Guid id) => new($"batch|{id:N}");

    public static RowKey Card(Sku sku) => new($"card|{Escape(sku.Value)}");

    public static RowKey Count(Guid id) => new($"count|{id:N}");

    public static RowKey Purchase(Guid id) => new($"purchase|{id:N}");

    /// <value>Every start of a batch writes it.</value>
    public static RowKey Starts { get; } = new("starts");

    /// <value>Every change of the number stock's lots that adds one writes it.</value>
    public static RowKey WaybillLines { get; } = new("waybill lines");

    /// <summary>Lots that have numbers left stand apart from the others, so that one range brings them, the oldest first.</summary>
    public static RowKey Waybills(bool isSpent, Instant addedAt, Guid id) => new($"waybill|{(isSpent ? "spent" : "open")}|{Sortable.Format(addedAt)}|{id:N}");

    /// <value>There is one table.</value>
    public static RowKey Carriers { get; } = new("carriers");

    public static RowKey Holiday(LocalDate from, LocalDate to) => new($"holiday|{LocalDatePattern.Iso.Format(from)}|{LocalDatePattern.Iso.Format(to)}");

    /// <value>There is one way in. It stands before all views, so that the first page, which reads them, sees one that is left over.</value>
    public static RowKey Start { get; } = new("view|0start");

    public static RowKey Improvement(Guid id) => new($"better|{id:N}");

    public static RowKey Checklist(string shop) => new($"checklist|{Escape(shop)}");

    internal static string Text(Instant at) => Sortable.Format(at);

    /// <remarks>A number too long for a key keeps its beginning and is told apart by its hash; the row itself holds it whole.</remarks>
    private static string Name(OrderKey order)
    {
        var number = Escape(order.Number);
        return number.Length <= MaxNumberLength
            ? $"{Escape(order.Shop)}|{number}"
            : $"{Escape(order.Shop)}|{number[..100]}={Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(order.Number)))}";
    }

    public override string ToString() => Value;
}
