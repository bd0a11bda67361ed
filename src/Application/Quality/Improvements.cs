using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Quality;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Quality;

/// <summary>What the seller does so that fewer orders go wrong, and what it did. Everybody at the desk sees the same list.</summary>
/// <remarks>One range, and where one of them can be judged, four more a pool.</remarks>
public sealed class Improvements(ILedger ledger, LookAtQuality lookAtQuality, Pools pools, DayRules rules, TimeProvider clock)
{
    /// <value>More would be no list that anybody follows.</value>
    public const int Most = 50;

    private const int Patience = 5;

    /// <value>The seller's day.</value>
    public LocalDate Today => rules.DayOf(clock.Now());

    public IReadOnlyList<string> Shops => [.. pools.OnTheDesk.Select(shop => shop.Name).Distinct()];

    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<JudgedImprovement>> AllAsync(CancellationToken cancel)
    {
        var all = await KnownAsync(cancel);
        var judged = all.Select(one => (one, ImprovementPolicy.DaysOf(one, Today))).Where(one => one.Item2 is not null).ToDictionary(one => one.one.Id, one => one.Item2!.Value);
        if (judged.Count == 0)
        {
            return [.. all.Select(one => new JudgedImprovement(one, null))];
        }

        var first = all.Where(one => judged.ContainsKey(one.Id)).Min(one => one.From).PlusDays(-ImprovementPolicy.MostDays);
        var sheet = await lookAtQuality.RunAsync(cancel, first);
        var wentWrong = new List<TroubledOrder>();
        foreach (var pool in pools.All)
        {
            wentWrong.AddRange((await lookAtQuality.TroublesAsync(pool, first, Today, cancel)).Where(order => order.HasCause));
        }

        return
        [
            .. all.Select(one => new JudgedImprovement(one, !judged.TryGetValue(one.Id, out var days) ? null : ImprovementPolicy.EffectOf(
                one,
                days,
                [.. wentWrong.Where(order => one.Shop is null || one.Shop == order.Key.Shop).Select(order => (rules.DayOf(order.OrderedAt), order.CauseInForce))],
                (from, until) => sheet.BookOf(one.Shop).Between(from, until)[QualityMeasure.Ordered]))),
        ];
    }

    /// <summary>Writes one down. Whoever sends the same one again, by its id, changes nothing.</summary>
    /// <param name="cause">Null: any.</param>
    /// <param name="shop">Null: all.</param>
    public async Task<ImprovementOutcome> AddAsync(Guid id, string measure, string owner, LocalDate from, CauseKind? cause, string? shop, string by, CancellationToken cancel)
    {
        if (measure.Trim() is not { Length: > 0 and <= Improvement.LongestMeasure } said || owner.Trim() is not { Length: > 0 and <= DefectPolicy.LongestName } who
            || (shop is not null && pools.OfShop(shop) is null) || from < Today.PlusDays(-365) || from > Today.PlusDays(365))
        {
            return ImprovementOutcome.Unreadable;
        }

        var known = await KnownAsync(cancel);
        if (known.Any(one => one.Id == id))
        {
            return ImprovementOutcome.Kept;
        }

        if (known.Count >= Most)
        {
            return ImprovementOutcome.TooMany;
        }

        var row = new ImprovementRow(new Improvement(id, said, who, from, cause, shop, by, clock.Now()));
        var isNew = (await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With(new RowChange.Insert(row)), cancel)).IsCommitted;
        return isNew || await ledger.FindAsync(DeskPool.Name, row.Key, cancel) is not null ? ImprovementOutcome.Kept : ImprovementOutcome.OthersAtWork;
    }

    /// <summary>It is done no more, from tomorrow on. What was closed stays as it was.</summary>
    public async Task<ImprovementOutcome> CloseAsync(Guid id, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            if (await ledger.FindAsync(DeskPool.Name, RowKey.Improvement(id), cancel) is not { Row: ImprovementRow { Improvement: var there } } stored)
            {
                return ImprovementOutcome.Unknown;
            }

            var row = new ImprovementRow(there with { Until = there.Until ?? Today });
            if (there.Until is not null || (await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With(new RowChange.Replace(row, stored.Version)), cancel)).IsCommitted)
            {
                return ImprovementOutcome.Kept;
            }
        }

        return ImprovementOutcome.OthersAtWork;
    }

    /// <summary>Takes one off the list for good.</summary>
    public Task<bool> ForgetAsync(Guid id, CancellationToken cancel) => KeepRow.AsAsync(ledger, RowKey.Improvement(id), row: null, cancel);

    private async Task<IReadOnlyList<Improvement>> KnownAsync(CancellationToken cancel) =>
    [
        .. (await ledger.RangeAsync(DeskPool.Name, KeyRange.Improvements, Most + 1, cancel)).Select(stored => ((ImprovementRow)stored.Row).Improvement)
            .OrderByDescending(one => one.From).ThenBy(one => one.Id),
    ];
}

/// <param name="Effect">Null while too few days have passed.</param>
public sealed record JudgedImprovement(Improvement Improvement, ImprovementEffect? Effect);

public enum ImprovementOutcome
{
    Kept,

    /// <summary>There is none of that id.</summary>
    Unknown,

    /// <summary>Words are missing or too long, there is no such shop, or the day is more than a year off.</summary>
    Unreadable,

    TooMany,

    /// <summary>Try it again.</summary>
    OthersAtWork,
}
