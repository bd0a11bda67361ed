using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Transit;

/// <summary>Reads the parcels that a person was told of. The cost follows these, and not all that are on their way.</summary>
public sealed class ToldConsignments(ILedger ledger, Pools pools)
{
    private const int Most = 100;

    /// <summary>The worst first, of all pools whose shops follow their parcels.</summary>
    public async Task<IReadOnlyList<ToldConsignment>> AllAsync(Instant now, CancellationToken cancel)
    {
        var all = new List<ToldConsignment>();
        foreach (var pool in pools.All.Where(pools.FollowsParcels))
        {
            all.AddRange(await OfAsync(pool, now, cancel));
        }

        return [.. all.OrderByDescending(told => told.Line.IsOver).ThenByDescending(told => told.Line.Clock.Trouble).ThenBy(told => told.Line.Clock.Limit).ThenBy(told => told.Line.Order.Number, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<ToldConsignment>> OfAsync(PoolName pool, Instant now, CancellationToken cancel)
    {
        var looks = await ledger.RangeAsync(pool, KeyRange.ToldTransit, Most, cancel);
        var parcels = await ledger.ConsignmentsAsync(pool, looks.Select(look => ((TransitRow)look.Row).Order), cancel);
        return from stored in parcels.Values
               let parcel = stored.Consignment()
               let rules = pools.TransitRulesOf(parcel.Order.Shop)
               where rules is not null
               let clock = ConsignmentPolicy.InForce(parcel, rules, now)
               where clock is not null
               select new ToldConsignment(ConsignmentLine.Of(parcel, clock, clock.Limit < now, rules), parcel.Care);
    }
}

/// <param name="Care">Who said to be on it; null for nobody.</param>
public sealed record ToldConsignment(ConsignmentLine Line, ConsignmentCare? Care);
