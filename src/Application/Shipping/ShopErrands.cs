using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Shipping;

/// <summary>Carries out what is due at one shop, a handful of orders at a time.</summary>
/// <remarks>
/// A call is noted in its order's row before it is made, under the version that was read: of several instances one makes it. What came of it is noted after. Whoever dies in between
/// leaves the note, and nobody says anything again before the marketplace has had time to show the effect and was asked for it.
/// </remarks>
public sealed class ShopErrands(ILedger ledger, NoticeRows notices, GuardOptions options, TimeProvider clock, ILogger<ShopErrands> log)
{
    /// <value>Orders of one commit: three rows each, and room for notices.</value>
    private const int Handful = 20;

    /// <value>Calls to one shop at the same time; its budget bounds them further.</value>
    private const int Abreast = 4;

    /// <value>
    /// Whoever was held up for longer between the note and the call lets go: another instance may be at it. Nobody else looks before, however soon the shop shows what was said: a call
    /// that was told to wait a second is still to come.
    /// </value>
    private static readonly Duration Patience = Duration.FromSeconds(20);

    /// <value>After a refused key nothing helps but the seller; asking rarely is kinder to it. Five minutes, unless work is rung for at another pace.</value>
    private readonly Duration _keyPause = Duration.FromTimeSpan(options.RingAgainAfter * 2.5);

    internal async Task<ErrandsDone> RunAsync(IShippingChannel shop, IReadOnlyList<Stored> due, CancellationToken cancel)
    {
        var done = ErrandsDone.Nothing;
        var now = clock.Now();
        foreach (var some in due.Where(stored => stored.Order().Instruction?.LookAt <= now).OrderBy(stored => stored.Order().ShipBy ?? Instant.MaxValue).Chunk(Handful).ToList())
        {
            done += await CarryOutAsync(shop, some, cancel);
        }

        return done;
    }

    private async Task<ErrandsDone> CarryOutAsync(IShippingChannel shop, Stored[] some, CancellationToken cancel)
    {
        var now = clock.Now();
        Order[] begun = [.. some.Select(stored => stored.Order()).Select(order => order with { Instruction = InstructionPolicy.Begun(order.Instruction!, Duration.Max(shop.ShowsAfter, Patience), now) })];
        var claim = new CommitSet().With([.. some.Zip(begun).SelectMany(pair => OrderWrite.Changes(pair.First, pair.Second))]);
        var outcome = await ledger.TryCommitAsync(shop.Shop.Pool, claim, cancel);
        if (!outcome.IsCommitted)
        {
            // One of them moved meanwhile; alone, the others are not held up by it.
            var done = ErrandsDone.Nothing;
            foreach (var one in some.Length > 1 ? some : [])
            {
                done += await CarryOutAsync(shop, [one], cancel);
            }

            return done;
        }

        if (clock.Now() - now > Patience || begun.Any(order => !outcome.Versions.ContainsKey(RowKey.Order(order.Key))))
        {
            return ErrandsDone.Nothing;     // the note stays: the next look begins with the marketplace's own word
        }

        var errands = new List<Errand>();
        foreach (var abreast in some.Select(stored => stored.Order()).Zip(begun).Chunk(Abreast))
        {
            errands.AddRange(await Task.WhenAll(abreast.Select(pair => AdvanceAsync(shop, pair.First, pair.Second, cancel))));
        }

        await NoteAsync(shop, errands, outcome, cancel);
        return ErrandsDone.Of(errands);
    }

    private async Task<Errand> AdvanceAsync(IShippingChannel shop, Order before, Order begun, CancellationToken cancel)
    {
        var instruction = begun.Instruction!;
        try
        {
            var answer = await shop.AdvanceAsync(begun, cancel);
            var now = clock.Now();
            return new Errand(begun, answer switch
            {
                ShippingAnswer.Told(var step) => InstructionPolicy.Told(instruction, step, shop.ShowsAfter, now),
                ShippingAnswer.Underway => InstructionPolicy.NotShown(instruction, shop.ShowsAfter, now),
                ShippingAnswer.Complete => InstructionPolicy.Done(instruction),
                ShippingAnswer.Refused(var reason) => InstructionPolicy.Refused(instruction, reason),
                var unknown => throw new InvalidOperationException($"No step is written for {unknown.GetType().Name}."),
            });
        }
        catch (MarketplaceException problem)
        {
            GuardLog.ErrandFailed(log, shop.Shop.Name, problem.Message);
            return new Errand(begun, problem switch
            {
                MarketplaceBusyException busy => InstructionPolicy.NotSaid(before.Instruction!, Duration.FromTimeSpan(busy.RetryAfter), clock.Now()),
                MarketplaceUnauthorisedException => InstructionPolicy.NotSaid(before.Instruction!, _keyPause, clock.Now()),
                MarketplaceRefusedException => InstructionPolicy.Refused(instruction, problem.Message),
                _ => InstructionPolicy.NotShown(instruction, shop.ShowsAfter, clock.Now()),
            });
        }
    }

    /// <remarks>Refused: a reading changed one of them meanwhile. Its note stays, and the next look finds what came of the call.</remarks>
    private async Task NoteAsync(IShippingChannel shop, List<Errand> errands, CommitOutcome claimed, CancellationToken cancel)
    {
        var now = clock.Now();
        RowChange[] changes = [.. errands.SelectMany(errand => OrderWrite.Changes(errand.StoredAs(claimed), errand.After.NotedSince(errand.Begun, now)))];
        var problems = errands.Where(errand => errand.IsRefused).Select(errand => new ProblemLine(errand.After.Key.Number, errand.After.Instruction!.Refusal!));
        var outcome = await ledger.TryCommitAsync(shop.Shop.Pool, new CommitSet().With([.. changes, .. notices.Of(Contact.First, [], problems, now)]), cancel);
        if (!outcome.IsCommitted && errands.Count > 1)
        {
            foreach (var errand in errands)
            {
                await NoteAsync(shop, [errand], claimed, cancel);
            }
        }
    }
}

/// <summary>One order's call and what came of it.</summary>
internal sealed record Errand(Order Begun, Instruction Outcome)
{
    public Order After => Begun with { Instruction = Outcome };

    /// <summary>The order's row as the note before the call left it.</summary>
    public Stored StoredAs(CommitOutcome claimed) => new(new LedgerRow.OrderRow(Begun), claimed.Versions[RowKey.Order(Begun.Key)]);

    public bool IsRefused => Outcome.State == InstructionState.Refused;
}

/// <summary>What a run said.</summary>
internal sealed record ErrandsDone(int Told, int Completed, int Refused)
{
    public static ErrandsDone Nothing { get; } = new(0, 0, 0);

    public bool HasNews => Refused > 0;

    public static ErrandsDone Of(IReadOnlyList<Errand> errands) => new(
        errands.Count(errand => errand.Outcome.LastStep != errand.Begun.Instruction!.LastStep),
        errands.Count(errand => errand.Outcome.State == InstructionState.Done),
        errands.Count(errand => errand.IsRefused));

    public static ErrandsDone operator +(ErrandsDone one, ErrandsDone other) => new(one.Told + other.Told, one.Completed + other.Completed, one.Refused + other.Refused);
}
