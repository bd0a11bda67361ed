using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Offers;

/// <summary>One shop's turn: what nobody has looked at is read back, what differs is told.</summary>
/// <remarks>
/// A number is noted before it is told, under the version of its row, so that of several instances one tells it. Where the call then fails or its caller dies,
/// the row says more than the marketplace knows: whatever was told is read back some minutes later, and told again where it is not there.
/// </remarks>
internal sealed class ShopTelling(IStockChannel channel, ToldShop told, ILedger ledger, TimeProvider clock, ILogger log)
{
    /// <value>Products of one run; the rest goes with the next, so that a large shop does not keep others waiting.</value>
    private const int MostAtOnce = 2_000;

    /// <value>Whoever was held up for longer between noting a number and telling it may be overtaken by a newer one, and lets go.</value>
    private static readonly Duration Patience = Duration.FromSeconds(20);

    private readonly List<RowChange> _seen = [];
    private readonly Dictionary<Sku, Offer> _noted = [];
    private bool _readsTheOtherWay;

    public async Task RunAsync(CancellationToken cancel)
    {
        MarketplaceException? failure = null;
        try
        {
            // News first: a shop that refuses to be asked still hears what there is to sell.
            await TellAllAsync(told.Asking(OfferStep.Tell, channel, clock.Now()), cancel);
            await TellAllAsync(channel.ShowsStock ? await DifferingAsync(cancel) : told.Asking(OfferStep.Look, channel, clock.Now()), cancel);
        }
        catch (MarketplaceException problem)
        {
            failure = problem;
            GuardLog.OfferFailed(log, told.Shop, problem.Message);
        }

        await CommitSeenAsync(cancel);
        await NoteTroubleAsync(failure, cancel);
    }

    private async Task TellAllAsync(IEnumerable<Product> products, CancellationToken cancel)
    {
        foreach (var some in products.Take(MostAtOnce).Chunk(Math.Min(channel.OffersAtOnce, CommitSet.MaxRows)).ToList())
        {
            await TellAsync(some, cancel);
        }
    }

    /// <returns>Products of which the shop has another number than it was told.</returns>
    private async Task<IReadOnlyList<Product>> DifferingAsync(CancellationToken cancel)
    {
        var differing = new List<Product>();
        var now = clock.Now();
        Product[] toLook = [.. told.Asking(OfferStep.Look, channel, now).Take(MostAtOnce)];
        if (toLook.Length == 0)
        {
            return differing;
        }

        var listed = (await channel.StockOfAsync([.. toLook.Select(product => product.Sku)], cancel)).ToDictionary(stock => stock.Sku);
        foreach (var product in toLook)
        {
            var sight = listed.TryGetValue(product.Sku, out var found) ? OfferPolicy.Judge(product.Offer!, told.Terms, found.Present, found.Reserved) : OfferSight.Differs;
            _readsTheOtherWay |= sight == OfferSight.ReadTheOtherWay;
            if (sight == OfferSight.Differs)
            {
                differing.Add(product);
            }
            else
            {
                _seen.Add(product.Note(told.Shop, Noted(product.Offer! with { State = OfferState.Seen, At = now })));
            }
        }

        return differing;
    }

    private async Task TellAsync(Product[] some, CancellationToken cancel)
    {
        var now = clock.Now();
        var offers = some.ToDictionary(product => product.Sku, product => new Offer(product.Sku, product.Wanted, now, OfferState.Told));
        var claim = new CommitSet().With([.. some.Select(product => product.Note(told.Shop, offers[product.Sku]))]);
        var outcome = await ledger.TryCommitAsync(channel.Shop.Pool, claim, cancel);
        if (!outcome.IsCommitted || clock.Now() - now > Patience)
        {
            return;     // another instance tells, or may have told something newer by now
        }

        foreach (var offer in offers.Values)
        {
            Noted(offer);
        }

        try
        {
            var answers = (await channel.OfferAsync([.. some.Select(product => (product.Sku, product.Wanted))], cancel)).ToLookup(answer => answer.Sku);
            await MarkAsync(offers.Values.Select(offer => After(offer, answers[offer.Sku].FirstOrDefault())).OfType<Offer>(), outcome, cancel);
            GuardLog.Offered(log, told.Shop, some.Length);
        }
        catch (MarketplaceException)
        {
            await MarkAsync(offers.Values.Select(offer => offer with { State = OfferState.NotTaken }), outcome, cancel);
            throw;
        }
    }

    /// <returns>Null where the shop took the number and nobody has looked yet.</returns>
    private Offer? After(Offer offer, OfferAnswer? answer) => answer switch
    {
        { Word: null } => channel.ShowsStock ? null : offer with { State = OfferState.Seen },
        null or { IsTooSoon: true } => offer with { State = OfferState.NotTaken },
        { IsUnknown: true } => offer with { State = OfferState.NotSold, Refusal = answer.Word },
        _ => offer with { State = OfferState.Refused, Refusal = answer.Word },
    };

    private async Task MarkAsync(IEnumerable<Offer> offers, CommitOutcome claimed, CancellationToken cancel)
    {
        var commit = new CommitSet();
        foreach (var row in offers.Select(offer => new OfferRow(told.Shop, Noted(offer))))
        {
            // Where the claim's answer got lost no version is known: the row is looked at again in time.
            if (claimed.Versions.TryGetValue(row.Key, out var version))
            {
                commit.With(new RowChange.Replace(row, version));
            }
        }

        if (!commit.IsEmpty)
        {
            await ledger.TryCommitAsync(channel.Shop.Pool, commit, cancel);
        }
    }

    private async Task CommitSeenAsync(CancellationToken cancel)
    {
        foreach (var some in _seen.Chunk(CommitSet.MaxRows))
        {
            await ledger.TryCommitAsync(channel.Shop.Pool, new CommitSet().With(some), cancel);
        }
    }

    /// <remarks>What was not asked this time stays as it was: a setting that is wrong is seen only where the marketplace has orders.</remarks>
    private async Task NoteTroubleAsync(MarketplaceException? failure, CancellationToken cancel)
    {
        var known = told.Trouble?.Row as OfferTroubleRow;
        var refused = told.Products.Select(product => _noted.GetValueOrDefault(product.Sku) ?? product.Offer).Where(offer => offer?.State == OfferState.Refused).ToList();
        var now = new OfferTroubleRow(
            told.Shop,
            failure is null ? _noted.Count > 0 ? null : known?.FailingSince : known?.FailingSince ?? clock.Now(),
            refused.Count,
            refused.Count > 0 ? $"{refused[0]!.Sku}: {refused[0]!.Refusal}" : null,
            _readsTheOtherWay || (known?.ReadsTheOtherWay == true && _seen.Count == 0));
        var isWell = now == new OfferTroubleRow(told.Shop, FailingSince: null);
        if (isWell ? known is not null : now != known)
        {
            await ledger.TryCommitAsync(
                channel.Shop.Pool,
                new CommitSet().With(isWell ? new RowChange.Delete(now.Key, told.Trouble!.Version) : told.Trouble is null ? new RowChange.Insert(now) : new RowChange.Replace(now, told.Trouble.Version)),
                cancel);
        }
    }

    private Offer Noted(Offer offer) => _noted[offer.Sku] = offer;
}
