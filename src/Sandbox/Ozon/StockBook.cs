using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Ozon;

/// <summary>The marketplace's own stock figures. Truth is the shelf; these are what it shows and what it was last told.</summary>
internal sealed class StockBook(IReadOnlyList<Product> products)
{
    public const long Warehouse = 1_020_005_000_000_001;

    private readonly Dictionary<string, Pushed> _pushed = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Product> Products { get; } = products.ToDictionary(product => product.OfferId, StringComparer.Ordinal);

    /// <param name="Present">What a push set it to, the reserved units of that moment included.</param>
    private sealed record Pushed(DateTimeOffset At, long Present);

    public DateTimeOffset? LastPush(string offerId) => _pushed.GetValueOrDefault(offerId)?.At;

    public void Apply(JournalEntry entry)
    {
        if (entry.Kind == Happened.StockPushed)
        {
            _pushed[entry.Data["offer_id"]!.GetValue<string>()] = new Pushed(entry.At, entry.Data["present"]!.GetValue<long>());
        }
    }

    /// <summary>Units on hand and units promised to open orders, by product that has a stock row.</summary>
    /// <remarks>Before any push, present is what lay there at the start less what has left since.</remarks>
    public IReadOnlyDictionary<string, (long Present, long Reserved)> Count(IEnumerable<(OrderTrack Order, PostingState State)> orders)
    {
        var left = new Dictionary<string, long>(StringComparer.Ordinal);
        var promised = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (order, state) in orders)
        {
            foreach (var line in order.Plan.Lines.Where(line => line.Quantity > 0))
            {
                var offer = line.Product.OfferId;
                if (state.ShippedAt is { } shipped && !(shipped <= LastPush(offer)))
                {
                    left[offer] = left.GetValueOrDefault(offer) + line.Quantity;
                }
                else if (state is { ShippedAt: null, CancelledAt: null })
                {
                    promised[offer] = promised.GetValueOrDefault(offer) + line.Quantity;
                }
            }
        }

        return Products.Values.Where(product => product.StockAtStart is not null).ToDictionary(
            product => product.OfferId,
            product =>
            {
                var start = _pushed.GetValueOrDefault(product.OfferId)?.Present ?? product.StockAtStart!.Value;
                var present = Math.Max(0, start - left.GetValueOrDefault(product.OfferId));
                return (present, Math.Min(present, promised.GetValueOrDefault(product.OfferId)));
            },
            StringComparer.Ordinal);
    }
}
