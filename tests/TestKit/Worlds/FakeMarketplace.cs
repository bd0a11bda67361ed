using System.Runtime.CompilerServices;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.TestKit.Worlds;

/// <summary>A marketplace that shows what a test puts into it, and fails where a test says so.</summary>
public sealed partial class FakeMarketplace : IMarketplace, IStockChannel, IExpiringKey, IPushSwitch
{
    public Shop Shop { get; set; } = new("shop", "fake", Sample.Pool);

    public Dictionary<string, Posting> Postings { get; } = [];

    public List<UnreadablePosting> Unreadable { get; } = [];

    public Dictionary<Sku, int> Present { get; } = [];

    /// <value>Units of the marketplace's own open orders.</value>
    public Dictionary<Sku, int> Reserved { get; } = [];

    public OfferTerms? Terms { get; set; }

    public Duration OfferPause { get; set; } = Duration.FromSeconds(30);

    public int OffersAtOnce => 100;

    /// <value>Every number that it was told, in its order.</value>
    public List<(Sku Sku, int Units)> Told { get; } = [];

    /// <value>Whether it takes its own open orders off what it is told.</value>
    public bool TakesItsOrdersOff { get; set; }

    /// <value>Whether it says what stock it has been told.</value>
    public bool ShowsStock { get; set; } = true;

    /// <value>Thrown when stock is told; nothing is taken then.</value>
    public MarketplaceException? OfferFailure { get; set; }

    /// <value>Its words about products whose number it does not take.</value>
    public Dictionary<Sku, string> OfferWords { get; } = [];

    /// <value>Runs when stock is told, before anything is done about it.</value>
    public Func<Task>? OfferIntruder { get; set; }

    public async Task<IReadOnlyList<OfferAnswer>> OfferAsync(IReadOnlyList<(Sku Sku, int Units)> offers, CancellationToken cancel)
    {
        if (OfferIntruder is { } intruder)
        {
            OfferIntruder = null;
            await intruder();
        }

        if (OfferFailure is not null)
        {
            throw OfferFailure;
        }

        Told.AddRange(offers);
        foreach (var (sku, units) in offers.Where(offer => !OfferWords.ContainsKey(offer.Sku)))
        {
            Present[sku] = units + (TakesItsOrdersOff ? 0 : Reserved.GetValueOrDefault(sku));
        }

        return [.. offers.Select(offer => new OfferAnswer(offer.Sku, OfferWords.GetValueOrDefault(offer.Sku), OfferWords.GetValueOrDefault(offer.Sku) == "too soon", OfferWords.GetValueOrDefault(offer.Sku) == "unknown"))];
    }

    /// <value>Numbers that the lists leave out although the marketplace has them.</value>
    public HashSet<string> Hidden { get; } = [];

    public List<string> ReadBack { get; } = [];

    /// <value>Thrown by the lists after what they could show.</value>
    public MarketplaceException? Failure { get; set; }

    /// <value>Thrown when stock is asked for.</value>
    public MarketplaceException? StockFailure { get; set; }

    /// <value>Runs after a list was read and before anything is done about it: somebody else is faster.</value>
    public Func<Task>? Intruder { get; set; }

    /// <value>Runs once stock was told and before anything is done about it.</value>
    public Func<Task>? StockIntruder { get; set; }

    /// <value>When the key dies; null where the marketplace does not say.</value>
    public Instant? KeyExpires { get; set; }

    /// <value>Thrown when the account is asked for: the key, the addresses of pushes.</value>
    public MarketplaceException? AccountFailure { get; set; }

    public List<PushAddress> PushAddresses { get; } = [];

    /// <value>Thrown when pushes are switched on.</value>
    public MarketplaceException? SwitchFailure { get; set; }

    /// <value>Lists and account calls that were made.</value>
    public int Calls { get; private set; }

    public Task<Instant?> KeyExpiresAtAsync(CancellationToken cancel) => Account(KeyExpires);

    public Task<IReadOnlyList<PushAddress>> PushAddressesAsync(CancellationToken cancel) => Account<IReadOnlyList<PushAddress>>([.. PushAddresses]);

    public async Task SwitchPushesOnAsync(PushAddress address, CancellationToken cancel)
    {
        await Account(address);
        if (SwitchFailure is not null)
        {
            throw SwitchFailure;
        }

        PushAddresses[PushAddresses.FindIndex(one => one.Id == address.Id)] = address with { IsOn = true };
    }

    private Task<T> Account<T>(T answer)
    {
        Calls++;
        return AccountFailure is null ? Task.FromResult(answer) : throw AccountFailure;
    }

    public void Show(params IEnumerable<Posting> postings)
    {
        foreach (var posting in postings)
        {
            Postings[posting.Key.Number] = posting;
        }
    }

    public IAsyncEnumerable<PostingPage> OpenPostingsAsync(Instant cutoffFrom, Instant cutoffTo, CancellationToken cancel) =>
        PageAsync(posting => posting.Status.IsOpen(), cancel);

    public IAsyncEnumerable<PostingPage> ChangedPostingsAsync(Instant since, Instant changedSince, Instant until, CancellationToken cancel) =>
        PageAsync(posting => !posting.Status.IsOpen(), cancel);

    public Task<ReadPosting?> FindPostingAsync(string number, CancellationToken cancel)
    {
        ReadBack.Add(number);
        if (Forbidden.Contains(number))
        {
            throw new MarketplaceRefusedException("no-right", "it is another shop's");
        }

        return Task.FromResult(Postings.TryGetValue(number, out var posting) ? new ReadPosting(posting, null) : null);
    }

    public async Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel)
    {
        if (StockFailure is not null)
        {
            throw StockFailure;
        }

        var told = skus.Where(Present.ContainsKey).Select(sku => new ListedStock(sku, Present[sku], Reserved.GetValueOrDefault(sku))).ToList();
        if (StockIntruder is { } intruder)
        {
            StockIntruder = null;
            await intruder();
        }

        return told;
    }

    private async IAsyncEnumerable<PostingPage> PageAsync(Func<Posting, bool> shown, [EnumeratorCancellation] CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Calls++;
        yield return new PostingPage([.. Postings.Values.Where(posting => shown(posting) && !Hidden.Contains(posting.Key.Number))], [.. Unreadable]);

        if (Intruder is { } intruder)
        {
            Intruder = null;
            await intruder();
        }

        if (Failure is not null)
        {
            throw Failure;
        }
    }
}
