using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;

namespace ShipBy.Application.Transit;

/// <summary>Moves parcels on their way by what is heard of them, and lets go of those that have arrived. Saying the same again changes nothing.</summary>
public sealed class MoveConsignments(ILedger ledger, Pools pools, GuardOptions options, TimeProvider clock)
{
    /// <value>Parcels that are read and written at once; each is two rows.</value>
    private const int AtOnce = CommitSet.MaxRows / 2;

    /// <value>Times it is decided again when somebody else is at the same parcels.</value>
    private const int Patience = 5;

    /// <summary>What a marketplace's readings mean for parcels whose orders have left the ledger, or are about to leave it again. Costs nothing where the shop follows no parcels.</summary>
    /// <param name="known">The ledger's orders.</param>
    /// <returns>False when others kept changing the same parcels: read it again.</returns>
    public async Task<bool> FollowAsync(Shop shop, IReadOnlyDictionary<OrderKey, Stored> known, IEnumerable<Posting> read, Instant now, CancellationToken cancel)
    {
        if (shop.Rules.Transit is null)
        {
            return true;
        }

        var news = from posting in read
                   where MayHaveLeft(posting, known.GetValueOrDefault(posting.Key)?.Order(), now)
                   let seen = posting.SeenAt(now)
                   where seen is not null
                   select new ConsignmentNews(posting.Key, parcel => parcel.Moved(parcel.Seen.AfterReading(seen)));
        return (await RunAsync(shop.Pool, [.. news], cancel)).Complete;
    }

    /// <summary>What a carrier told, with its own dates.</summary>
    public async Task<ConsignmentMoves> TellAsync(PoolName pool, IEnumerable<CarrierEvent> events, CancellationToken cancel)
    {
        var now = clock.Now();
        return await RunAsync(pool, [.. events.Select(told => new ConsignmentNews(told.Order, parcel => parcel.Hearing(told, now)))], cancel);
    }

    private async Task<ConsignmentMoves> RunAsync(PoolName pool, IReadOnlyList<ConsignmentNews> news, CancellationToken cancel)
    {
        var (followed, complete) = (new HashSet<OrderKey>(), true);
        foreach (var some in news.GroupBy(one => one.Order).Chunk(AtOnce))
        {
            var moved = await CommitAsync(pool, some.ToDictionary(one => one.Key, one => one.ToList()), cancel);
            followed.UnionWith(moved ?? []);
            complete &= moved is not null;
        }

        return new ConsignmentMoves(followed, complete);
    }

    /// <returns>Null when others kept being faster.</returns>
    private async Task<IEnumerable<OrderKey>?> CommitAsync(PoolName pool, IReadOnlyDictionary<OrderKey, List<ConsignmentNews>> news, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var (now, commit) = (clock.Now(), new CommitSet());
            var there = await ledger.ConsignmentsAsync(pool, news.Keys, cancel);
            foreach (var (order, stored) in there)
            {
                var was = stored.Consignment();
                var moved = news[order].Aggregate(was, (parcel, one) => one.Apply(parcel));
                commit.With([.. moved == was ? [] : ConsignmentWrite.Changes(stored, Planned(moved, now))]);
            }

            if (commit.IsEmpty || (await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted)
            {
                return there.Keys;
            }
        }

        return null;
    }

    /// <remarks>A command may not know the shop's rules: the app that does looks at once.</remarks>
    private Consignment? Planned(Consignment parcel, Instant now) => pools.TransitRulesOf(parcel.Order.Shop) is { } rules
        ? ConsignmentPolicy.Planned(parcel, rules, now)
        : parcel.Seen.IsEnd ? null : parcel with { LookAt = now };

    /// <remarks>As <see cref="History.PastOrders"/> judges: what the marketplace began to process a short while ago is in the ledger, or nowhere.</remarks>
    private bool MayHaveLeft(Posting posting, Order? known, Instant now)
    {
        var by = now - Duration.FromTimeSpan(options.KeepClosedFor);
        return known is null ? posting.InProcessAt is not { } began || began < by + Duration.FromTimeSpan(options.PollOverlap) : known.ClosedAt <= by;
    }

    private sealed record ConsignmentNews(OrderKey Order, Func<Consignment, Consignment> Apply);
}

/// <summary>What became of news about parcels.</summary>
/// <param name="Followed">Orders whose parcels were on their way. Of the others nothing is known, or nothing is asked any more.</param>
/// <param name="Complete">False when others kept changing some of the parcels: say the same again.</param>
public sealed record ConsignmentMoves(IReadOnlySet<OrderKey> Followed, bool Complete);
