using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Importing;

/// <summary>A carrier's words held against the orders of a shop as they stand now.</summary>
/// <param name="Rows">In the order of the file.</param>
/// <param name="Changed">Orders that are to be written.</param>
/// <param name="Untouched">Orders about which nothing new was said.</param>
internal sealed record CarrierHearing(IReadOnlyList<HeardEvent> Rows, IReadOnlyList<HearingOrder> Changed, IReadOnlyCollection<OrderKey> Untouched)
{
    public static CarrierHearing Of(bool tellsOfItself, IReadOnlyList<FileCarrierEvent> events, IReadOnlyList<Stored> orders, Instant now)
    {
        var byNumber = orders.ToLookup(stored => stored.Order().Key.Number, StringComparer.Ordinal);
        var byTracking = orders.Where(stored => stored.Order().TrackingNumber is not null).ToLookup(stored => stored.Order().TrackingNumber!, StringComparer.OrdinalIgnoreCase);
        var found = events.Select(told => (Told: told, About: (told.Number is { } number ? byNumber[number] : byTracking[told.TrackingNumber!]).ToList())).ToList();
        var (fates, changed, untouched) = (new Dictionary<int, CarrierFate>(), new List<HearingOrder>(), new HashSet<OrderKey>());
        foreach (var told in found.SelectMany(one => one.About.Select(stored => (Stored: stored, one.Told))).GroupBy(one => one.Stored.Order().Key))
        {
            var order = HearingOrder.Of(tellsOfItself, told.First().Stored, [.. told.Select(one => one.Told).OrderBy(one => one.At).ThenBy(one => one.Kind)], fates, now);
            if (ReferenceEquals(order.After, order.Before.Order()) && order.Leaves is null)
            {
                untouched.Add(told.Key);
            }
            else
            {
                changed.Add(order);
            }
        }

        return new CarrierHearing([.. found.Select(one => new HeardEvent(one.Told, fates.GetValueOrDefault(one.Told.Line), [.. one.About.Select(stored => stored.Order().Key)]))], changed, untouched);
    }
}

/// <summary>One order that its carrier spoke of.</summary>
/// <param name="After">With the words noted.</param>
/// <param name="Leaves">What its shop would tell now that it is gone; null where nothing follows.</param>
internal sealed record HearingOrder(Stored Before, Order After, Posting? Leaves)
{
    /// <param name="own">The words about it, the earliest first.</param>
    /// <param name="fates">By line; of several orders in one parcel the most that happens.</param>
    public static HearingOrder Of(bool tellsOfItself, Stored stored, IReadOnlyList<FileCarrierEvent> own, Dictionary<int, CarrierFate> fates, Instant now)
    {
        var (was, after) = (stored.Order(), stored.Order());
        Instant? since = null;
        foreach (var told in own)
        {
            var answer = CarrierPolicy.Hear(after, new CarrierEvent(was.Key, told.Kind, told.At));
            var fate = answer switch
            {
                CarrierAnswer.BeforeTheOrder => CarrierFate.Earlier,
                CarrierAnswer.Known => CarrierFate.Known,
                CarrierAnswer.Noted => since is null && CarrierPolicy.IsHandedOver(was with { CarrierTold = new CarrierNote(told.Kind, told.At) }, tellsOfItself) ? CarrierFate.HandedOver : CarrierFate.Noted,
                var unknown => throw new InvalidOperationException($"No fate is written for {unknown}."),
            };
            fates[told.Line] = fates.TryGetValue(told.Line, out var other) && other > fate ? other : fate;
            since ??= answer is CarrierAnswer.BeforeTheOrder ? null : told.At;
            after = answer is CarrierAnswer.Noted(var noted) ? noted.NotedSince(after, now) : after;
        }

        var leaves = since is { } first && CarrierPolicy.IsHandedOver(after, tellsOfItself);
        return new HearingOrder(stored, after, leaves ? CarrierPolicy.HandedOver(after, since!.Value) : null);
    }
}
