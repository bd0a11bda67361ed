using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Run;

/// <summary>Each shop's own stock figures. Truth is the one shelf; these are what the shop shows and what it was last told.</summary>
internal sealed class StockBook(IReadOnlyList<Product> products)
{
    /// <value>Of the shop on Ozon.</value>
    public const long Warehouse = 1_020_005_000_000_001;

    private readonly Dictionary<(Channel Channel, string OfferId), Pushed> _pushed = [];

    public IReadOnlyDictionary<string, Product> Products { get; } = products.ToDictionary(product => product.OfferId, StringComparer.Ordinal);

    /// <param name="Present">What a push set it to, the reserved units of that moment included.</param>
    private sealed record Pushed(DateTimeOffset At, long Present, long Free);

    public DateTimeOffset? LastPush(Channel channel, string offerId) => _pushed.GetValueOrDefault((channel, offerId))?.At;

    /// <summary>The free units that a shop was told last, by product; what it was never told of is not in it.</summary>
    public IReadOnlyDictionary<string, long> Told(Channel channel) =>
        _pushed.Where(pushed => pushed.Key.Channel == channel).ToDictionary(pushed => pushed.Key.OfferId, pushed => pushed.Value.Free, StringComparer.Ordinal);

    public void Apply(JournalEntry entry)
    {
        if (entry.Kind == Happened.StockPushed)
        {
            var channel = entry.Data["channel"] is { } named ? ChannelNames.Parse(named.GetValue<string>())[0] : Channel.Ozon;
            _pushed[(channel, entry.Data["offer_id"]!.GetValue<string>())] = new Pushed(entry.At, entry.Data["present"]!.GetValue<long>(), entry.Data["stock"]!.GetValue<long>());
        }
    }

    /// <summary>Units on hand and units promised to open orders, by product that has a stock row.</summary>
    /// <remarks>Before any push, present is what lay there at the start less what has left since.</remarks>
    /// <param name="orders">Those of the shop.</param>
    public IReadOnlyDictionary<string, (long Present, long Reserved)> Count(Channel channel, IEnumerable<(OrderTrack Order, PostingState State)> orders, DateTimeOffset now)
    {
        var left = new Dictionary<string, long>(StringComparer.Ordinal);
        var promised = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (order, state) in orders)
        {
            foreach (var line in order.Plan.LinesAt(state.ShippedAt ?? now).Where(line => line.Quantity > 0))
            {
                var offer = line.Product.OfferId;
                if (state.ShippedAt is { } shipped && !(shipped <= LastPush(channel, offer)))
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
                var start = _pushed.GetValueOrDefault((channel, product.OfferId))?.Present ?? product.StockAtStart!.Value;
                var present = Math.Max(0, start - left.GetValueOrDefault(product.OfferId));
                return (present, Math.Min(present, promised.GetValueOrDefault(product.OfferId)));
            },
            StringComparer.Ordinal);
    }
}
