using System.Collections.Concurrent;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Intake;

/// <summary>Brings in what a shop tells unasked, once it is proven that the shop says so. What it returns from is in the ledger.</summary>
public sealed class TakeTold(ILedger ledger, TakePostings takePostings, GuardedSince guardedSince, ISelfWatch selfWatch, TimeProvider clock)
{
    /// <value>Times it is decided again because the order changed at the same moment.</value>
    private const int Patience = 5;

    private static readonly Duration JustNow = Duration.FromMinutes(5);

    /// <value>Shops write an order twice or three times while they make it.</value>
    private static readonly Duration Changed = Duration.FromSeconds(5);

    /// <value>Messages of one turn. New orders are three rows each.</value>
    private const int MostAtOnce = 30;

    private readonly ConcurrentDictionary<string, Gathering<Posting, OrderKey>> _shops = new(StringComparer.Ordinal);

    /// <returns>False when others kept changing the same order: say it again later.</returns>
    /// <remarks>What is told at the same time goes in together. Whoever breaks off waiting does not break off the others.</remarks>
    public async Task<bool> RunAsync(Shop shop, Posting posting, CancellationToken cancel)
    {
        var together = _shops.GetOrAdd(shop.Name, _ => new Gathering<Posting, OrderKey>(MostAtOnce, one => one.Key, some => TakeAsync(shop, some)));
        var isIn = await together.AddAsync(posting).WaitAsync(cancel);
        if (isIn)
        {
            await selfWatch.HeardPushAsync(shop, cancel);
        }

        return isIn;
    }

    private async Task<bool> TakeAsync(Shop shop, IReadOnlyList<Posting> postings)
    {
        var since = await guardedSince.BeginAsync(shop, CancellationToken.None);
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            // Most likely the first word of an order that began a moment ago. It is tried as new without asking: should its row be there, that refuses.
            OrderKey[] unsure = [.. postings.Where(posting => attempt > 0 || !IsJustBegun(posting)).Select(posting => posting.Key)];
            var known = await ledger.OrdersAsync(shop.Pool, unsure, CancellationToken.None);
            if ((await takePostings.RunAsync(shop, known, postings, since, CancellationToken.None, waitsForTheRing: false)).Complete)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsJustBegun(Posting posting) => posting.InProcessAt is { } began && clock.Now() - began < JustNow && (posting.Telling?.ChangedAt ?? began) - began < Changed;
}
