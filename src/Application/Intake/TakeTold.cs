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

    private static readonly IReadOnlyDictionary<OrderKey, Stored> Unknown = new Dictionary<OrderKey, Stored>();

    /// <returns>False when others kept changing the same order: say it again later.</returns>
    public async Task<bool> RunAsync(Shop shop, Posting posting, CancellationToken cancel)
    {
        var since = await guardedSince.BeginAsync(shop, cancel);
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            // Most likely the first word of an order that began a moment ago. It is tried as new without asking: should its row be there, that refuses.
            var known = attempt == 0 && IsJustBegun(posting) ? Unknown : await ledger.OrdersAsync(shop.Pool, [posting.Key], cancel);
            if ((await takePostings.RunAsync(shop, known, [posting], since, cancel, waitsForTheRing: false)).Complete)
            {
                await selfWatch.HeardPushAsync(shop, cancel);
                return true;
            }
        }

        return false;
    }

    private bool IsJustBegun(Posting posting) => posting.InProcessAt is { } began && clock.Now() - began < JustNow && (posting.Telling?.ChangedAt ?? began) - began < Changed;
}
