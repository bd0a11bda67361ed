namespace ShipBy.Sandbox.Source.Generator;

/// <summary>A shop at work: an order every one or two seconds, for as long as anybody looks.</summary>
/// <remarks>A marketplace day lasts a wall minute here, so that the day's ladder is climbed within minutes.</remarks>
internal sealed class GeneratedSource(long seed, DateTimeOffset start, DateTimeOffset? end) : IOrderSource
{
    /// <value>No order arrives in the last moments of a run: it could not be taken before the marketplace freezes.</value>
    private static readonly TimeSpan QuietEnd = TimeSpan.FromSeconds(3);

    private readonly List<PlannedOrder> _orders = [];
    private readonly SeededRandom _arrivals = new(seed, "arrivals");
    private readonly OrderMaker _maker = new(seed, Catalog.Make(seed));
    private DateTimeOffset _next = start;

    public static double Scale { get; } = TimeSpan.FromMinutes(1) / TimeSpan.FromDays(1);

    public IReadOnlyList<Product> Products => _maker.Products;

    public IReadOnlyList<UnreadableRow> Unreadable => [];

    public IReadOnlyList<PlannedOrder> UpTo(DateTimeOffset instant)
    {
        while (_next <= instant && !(_next > end - QuietEnd))
        {
            _orders.Add(_maker.Make(_orders.Count, Run.RunClock.Round(_next)));
            // The shop opens with a handful, so that there is something to see at once.
            _next += TimeSpan.FromSeconds(_orders.Count < 5 ? 0.2 : _arrivals.Between(1.0, 2.0));
        }

        return _orders;
    }

    public int CountAt(DateTimeOffset instant) => UpTo(end ?? instant).Count(order => order.Appears <= (end ?? instant));
}
