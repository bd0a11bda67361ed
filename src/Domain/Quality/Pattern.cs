using System.Globalization;
using NodaTime;

namespace ShipBy.Domain.Quality;

/// <summary>By what troubled orders are put together.</summary>
public enum PatternBy
{
    Product,
    Carrier,
    Region,

    /// <summary>The seller's day of the week on which it was ordered, 1 for Monday.</summary>
    Weekday,

    /// <summary>The seller's hour in which it was ordered, 0 to 23.</summary>
    Hour,
}

/// <summary>A group of troubled orders that stands out.</summary>
/// <param name="Value">As it was written; a number for weekdays and hours.</param>
/// <param name="Orders">In the group.</param>
/// <param name="Of">In all groups of its kind together; an order with two products is in two of them.</param>
/// <param name="Groups">Among which they would be spread evenly by chance.</param>
/// <param name="Cause">The kind of cause that most of them have.</param>
public sealed record Pattern(PatternBy By, string Value, int Orders, int Of, int Groups, CauseKind? Cause);

/// <summary>Looks for what troubled orders have in common.</summary>
/// <remarks>
/// How many orders of each group went well is not known, so that a rate cannot be told. A group stands out by a plain count: three orders at least, and twice as many as
/// there would be were all groups alike. A hint where to look, no proof: what is sold most is late most.
/// </remarks>
public static class PatternPolicy
{
    /// <value>Two may be chance.</value>
    public const int FewestOrders = 3;

    public const int TimesEven = 2;

    private const int DaysOfWeek = 7;

    private const int HoursOfDay = 24;

    /// <param name="zone">The seller's.</param>
    /// <returns>By kind; the largest group first.</returns>
    public static IReadOnlyList<Pattern> Of(IReadOnlyCollection<TroubledOrder> orders, DateTimeZone zone) =>
    [
        .. Find(PatternBy.Product, orders.SelectMany(order => order.Products.Distinct().Select(sku => (sku.Value, order)))),
        .. Find(PatternBy.Carrier, Named(orders, order => order.Carrier)),
        .. Find(PatternBy.Region, Named(orders, order => order.Region)),
        .. Find(PatternBy.Weekday, orders.Select(order => (Number((int)Local(order, zone).DayOfWeek), order)), DaysOfWeek),
        .. Find(PatternBy.Hour, orders.Select(order => (Number(Local(order, zone).Hour), order)), HoursOfDay),
    ];

    /// <summary>Whether a group stands out.</summary>
    public static bool StandsOut(int orders, int of, int groups) => orders >= FewestOrders && (long)orders * groups >= (long)TimesEven * of;

    /// <param name="groups">Null: as many as there are names.</param>
    private static IEnumerable<Pattern> Find(PatternBy by, IEnumerable<(string Value, TroubledOrder Order)> named, int? groups = null)
    {
        var found = named.GroupBy(one => one.Value, one => one.Order, StringComparer.Ordinal).ToList();
        var (of, among) = (found.Sum(group => group.Count()), groups ?? found.Count);
        return found.Where(group => StandsOut(group.Count(), of, among))
            .Select(group => new Pattern(by, group.Key, group.Count(), of, among, CauseCount.Of(group) is [var most, ..] ? most.Kind : null))
            .OrderByDescending(pattern => pattern.Orders).ThenBy(pattern => pattern.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Value, TroubledOrder Order)> Named(IEnumerable<TroubledOrder> orders, Func<TroubledOrder, string?> name) =>
        orders.Select(order => (Value: name(order)?.Trim() ?? "", order)).Where(one => one.Value.Length > 0);

    private static LocalDateTime Local(TroubledOrder order, DateTimeZone zone) => order.OrderedAt.InZone(zone).LocalDateTime;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
