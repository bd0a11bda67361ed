using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Outside;

/// <summary>A shop on the marketplace: what it has, and what its lists show of that.</summary>
internal sealed class TrueShop(Play play, Shop shop, TrueShelf shelf, int pageSize)
{
    private readonly List<TruePosting> _postings = [];
    private readonly Dictionary<string, TruePosting> _byNumber = [];
    private readonly List<TruePosting> _changes = [];
    private readonly TrueOffers _offers = new();
    private readonly TrueShipping _shipping = new(play);
    private int _firstOpen;

    public Shop Shop { get; } = shop;

    public TrueShelf Shelf { get; } = shelf;

    public IReadOnlyList<TruePosting> Postings => _postings;

    /// <value>Elements of the open list that have no number; the instants between which they stand there.</value>
    public List<(Instant From, Instant Until, UnreadablePosting Element)> Unreadable { get; } = [];

    public TruePosting this[string number] => _byNumber[number];

    public TruePosting Open(Posting posting)
    {
        var opened = new TruePosting(posting, play.Scheduler.Instant);
        _postings.Add(opened);
        _byNumber.Add(posting.Key.Number, opened);
        _changes.Add(opened);
        return opened;
    }

    public void Change(TruePosting posting, Posting after, bool silently = false)
    {
        posting.Become(after, play.Scheduler.Instant, silently);
        if (!silently)
        {
            _changes.Add(posting);
        }
    }

    /// <returns>Open work whose cut-off lies in the window, and where the next page begins; -1 after the last.</returns>
    public (PostingPage Page, int Next) OpenPage(int cursor, Instant cutoffFrom, Instant cutoffTo)
    {
        while (_firstOpen < _postings.Count && !_postings[_firstOpen].Now.Status.IsOpen() && _postings[_firstOpen].ChangedAt < play.Scheduler.Instant - Duration.FromHours(12))
        {
            _firstOpen++;       // long closed, and closed for good
        }

        var page = new List<Posting>();
        var at = Math.Max(cursor, _firstOpen);
        for (; at < _postings.Count && page.Count < pageSize; at++)
        {
            if (_postings[at].Now is { ShipBy: { } deadline } posting && posting.Status.IsOpen() && deadline >= cutoffFrom && deadline <= cutoffTo)
            {
                page.Add(Shown(_postings[at]));
            }
        }

        var now = play.Scheduler.Instant;
        return (
            new PostingPage(page, cursor > 0 ? [] : [.. Unreadable.Where(element => element.From <= now && now < element.Until).Select(element => element.Element)]),
            at < _postings.Count ? at : -1);
    }

    /// <summary>The latest change first.</summary>
    public (PostingPage Page, int Next) ChangedPage(int cursor, Instant since, Instant changedSince, Instant until)
    {
        var page = new List<Posting>();
        var at = Math.Min(cursor, _changes.Count - 1);
        for (; at >= 0 && page.Count < pageSize; at--)
        {
            if (_changes[at].ChangedAt < changedSince)
            {
                return (new PostingPage(page, []), -1);
            }

            if (_changes[at] is { ChangedSilently: false } change && change.ChangedAt <= until && change.Now.InProcessAt >= since)
            {
                page.Add(Shown(change));
            }
        }

        return (new PostingPage(page, []), at);
    }

    public ReadPosting? Find(string number) => _byNumber.TryGetValue(number, out var posting) ? new ReadPosting(Shown(posting), null) : null;

    /// <summary>What it was told, or else what lies there.</summary>
    public IReadOnlyList<ListedStock> StockOf(Life asker, IReadOnlyCollection<Sku> skus) =>
        [.. _offers.Of(skus), .. Shelf.Tell(asker, play.Scheduler.Instant, [.. skus.Where(sku => _offers[sku] is null)], Shop.Name)];

    /// <summary>Takes numbers of stock, as far as it sells the products.</summary>
    public IReadOnlyList<OfferAnswer> Take(IReadOnlyList<(Sku Sku, int Units)> offers)
    {
        play.Coverage.Took(Turn.StockTold);
        return _offers.Take(offers, Sells, play.Scheduler.Instant);
    }

    /// <inheritdoc cref="TrueShipping.Advance"/>
    public ShippingAnswer Advance(Order order, FaultKind fault) => _shipping.Advance(this, _byNumber[order.Key.Number], order.Instruction!, fault);

    public bool Sells(Sku sku) => Shelf.Lists(sku, Shop.Name, play.Scheduler.Instant);

    /// <summary>Units that it offers: what it was told, or what it lists by itself.</summary>
    public int Offered(Sku sku) => _offers[sku] ?? Shelf.Listed(sku, play.Scheduler.Instant);

    private Posting Shown(TruePosting posting)
    {
        posting.ShownAt ??= play.Scheduler.Instant;
        return posting.Now;
    }
}
