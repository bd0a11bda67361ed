using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;

namespace ShipBy.Simulation.Outside;

/// <summary>The numbers of stock that a shop was told. It takes one of a product in thirty seconds at most.</summary>
internal sealed class TrueOffers
{
    public static readonly Duration Pause = Duration.FromSeconds(30);

    private readonly Dictionary<Sku, (int Units, Instant At)> _told = [];

    public int? this[Sku sku] => _told.TryGetValue(sku, out var told) ? told.Units : null;

    public IEnumerable<ListedStock> Of(IEnumerable<Sku> skus) => skus.Where(_told.ContainsKey).Select(sku => new ListedStock(sku, _told[sku].Units, Reserved: 0));

    public IReadOnlyList<OfferAnswer> Take(IEnumerable<(Sku Sku, int Units)> offers, Func<Sku, bool> sells, Instant now) => [.. offers.Select(offer => Take(offer.Sku, offer.Units, sells, now))];

    private OfferAnswer Take(Sku sku, int units, Func<Sku, bool> sells, Instant now)
    {
        if (!sells(sku))
        {
            return new OfferAnswer(sku, "NOT_FOUND_ERROR", IsUnknown: true);
        }

        if (_told.TryGetValue(sku, out var last) && now - last.At < Pause)
        {
            return new OfferAnswer(sku, "TOO_MANY_REQUESTS", IsTooSoon: true);
        }

        _told[sku] = (units, now);
        return new OfferAnswer(sku, Word: null);
    }
}
