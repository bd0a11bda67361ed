namespace ShipBy.Sandbox.Source.Generator;

/// <summary>A shop at work: an order every one or two seconds, for as long as anybody looks.</summary>
/// <remarks>A marketplace day lasts a wall minute here, so that the day's ladder is climbed within minutes.</remarks>
/// <param name="channels">The shops that the orders are dealt to; null: all are Ozon's.</param>
internal sealed class GeneratedSource(long seed, DateTimeOffset start, DateTimeOffset? end, IReadOnlyList<Channel>? channels = null) : IOrderSource
{
    /// <value>No order arrives in the last moments of a run: it could not be taken before the marketplace freezes.</value>
    private static readonly TimeSpan QuietEnd = TimeSpan.FromSeconds(3);

    /// <value>Shops of channels are told stock and shipments too, and that takes longer. At most a third of a short run.</value>
    private static readonly TimeSpan QuietEndOfChannels = TimeSpan.FromSeconds(30);

    private readonly List<PlannedOrder> _orders = [];
    private readonly SeededRandom _arrivals = new(seed, "arrivals");
    private readonly OrderMaker _maker = new(seed, Catalog.Make(seed));
    private readonly ChannelDealer? _dealer = channels is null ? null : new ChannelDealer(seed, channels);
    private readonly DateTimeOffset? _lastArrival = end - (channels is null ? QuietEnd : Shorter((end - start) / 3, QuietEndOfChannels));
    private DateTimeOffset _next = start;

    public static double Scale { get; } = TimeSpan.FromMinutes(1) / TimeSpan.FromDays(1);

    public IReadOnlyList<Product> Products => _maker.Products;

    public IReadOnlyList<UnreadableRow> Unreadable => [];

    public IReadOnlyList<PlannedOrder> UpTo(DateTimeOffset instant)
    {
        while (_next <= instant && !(_next > _lastArrival))
        {
            var order = _maker.Make(_orders.Count, Run.RunClock.Round(_next));
            _orders.Add(_dealer is null ? order : _dealer.Deal(_orders.Count, order));
            // The shop opens with a handful, so that there is something to see at once.
            _next += TimeSpan.FromSeconds(_orders.Count < 5 ? 0.2 : _arrivals.Between(1.0, 2.0));
        }

        return _orders;
    }

    public int CountAt(DateTimeOffset instant) => UpTo(end ?? instant).Count(order => order.Appears <= (end ?? instant));

    private static TimeSpan? Shorter(TimeSpan? one, TimeSpan other) => one < other ? one : other;
}
