using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Transit;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Importing;

/// <summary>Brings a carrier's words in: each is noted with its order, or with its parcel where the order has left for the history, and orders of shops that cannot be asked count as handed over from then on. On a live app.</summary>
/// <remarks>Many orders take many commits. Whatever ends it, running it again goes on where it stopped: what was heard before changes nothing.</remarks>
public sealed class ImportCarrierEvents(ILedger ledger, TakePostings takePostings, MoveConsignments moveConsignments, GuardedSince guardedSince, TimeProvider clock, MachineClock machine, Random random)
{
    /// <value>Orders noted in one commit at most: each has a few rows.</value>
    private const int AtOnce = 20;

    /// <value>Times it is tried again before the rest is left to another run.</value>
    private const int Patience = 8;

    /// <summary>What the import would do as things stand now. Writes nothing.</summary>
    /// <param name="tellsOfItself">Whether the shop cannot be asked for its orders.</param>
    /// <exception cref="LedgerUnreachableException">The ledger gives no answer.</exception>
    public async Task<CarrierImport> PlanAsync(Shop shop, bool tellsOfItself, IReadOnlyList<FileCarrierEvent> events, CancellationToken cancel)
    {
        var hearing = CarrierHearing.Of(tellsOfItself, events, await OrdersAsync(shop, cancel), clock.Now());
        return new(shop, (await ParcelHearing.ReadAsync(ledger, shop, hearing.Rows, clock.Now(), cancel)).Rows, [], ImportEnd.Whole);
    }

    /// <inheritdoc cref="PlanAsync"/>
    public async Task<CarrierImport> RunAsync(Shop shop, bool tellsOfItself, IReadOnlyList<FileCarrierEvent> events, IProgress<double> progress, CancellationToken cancel)
    {
        var heard = new Dictionary<int, HeardEvent>();
        var done = new HashSet<OrderKey>();
        var end = ImportEnd.OthersAtWork;
        try
        {
            for (var attempt = 0; attempt < Patience && end != ImportEnd.Whole; attempt++)
            {
                await PauseAsync(attempt, cancel);
                try
                {
                    var hearing = CarrierHearing.Of(tellsOfItself, events, await OrdersAsync(shop, cancel), clock.Now());
                    var parcels = await ParcelHearing.ReadAsync(ledger, shop, hearing.Rows, clock.Now(), cancel);

                    // What an earlier try noted, whose answer got lost, is known by now: what it did is known from that try.
                    parcels.Rows.Where(row => !heard.TryGetValue(row.Told.Line, out var before) || before.Fate < row.Fate).ToList().ForEach(row => heard[row.Told.Line] = row);
                    end = await BringInAsync(shop, hearing, done, progress, cancel) && await TellAsync(shop, parcels, done, cancel) ? ImportEnd.Whole : ImportEnd.OthersAtWork;
                }
                catch (LedgerUnreachableException)
                {
                    end = ImportEnd.NoAnswer;
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            end = ImportEnd.Stopped;
        }

        bool IsIn(FileCarrierEvent told) => end == ImportEnd.Whole || (heard.TryGetValue(told.Line, out var row) && row.Orders.All(done.Contains));
        return new CarrierImport(shop, [.. events.Where(IsIn).Select(told => heard[told.Line])], [.. events.Where(told => !IsIn(told))], end);
    }

    /// <returns>False when something was refused: look again.</returns>
    private async Task<bool> BringInAsync(Shop shop, CarrierHearing hearing, HashSet<OrderKey> done, IProgress<double> progress, CancellationToken cancel)
    {
        done.UnionWith(hearing.Untouched);
        var isWhole = true;
        foreach (var (commit, some) in Batches(hearing.Changed))
        {
            isWhole = (commit.IsEmpty || (await ledger.TryCommitAsync(shop.Pool, commit, cancel)).IsCommitted) && await HandOverAsync(shop, some, cancel) && isWhole;
            if (isWhole)
            {
                done.UnionWith(some.Select(order => order.After.Key));
                progress.Report((double)done.Count / (hearing.Untouched.Count + hearing.Changed.Count));
            }
        }

        return isWhole;
    }

    /// <summary>Moves the parcels whose orders are gone.</summary>
    private async Task<bool> TellAsync(Shop shop, ParcelHearing parcels, HashSet<OrderKey> done, CancellationToken cancel)
    {
        if (parcels.News.Count > 0 && !(await moveConsignments.TellAsync(shop.Pool, parcels.News, cancel)).Complete)
        {
            return false;
        }

        done.UnionWith(parcels.Rows.SelectMany(row => row.Orders));
        return true;
    }

    private static IEnumerable<(CommitSet Commit, IReadOnlyList<HearingOrder> Orders)> Batches(IReadOnlyList<HearingOrder> changed)
    {
        var left = new Queue<HearingOrder>(changed);
        while (left.Count > 0)
        {
            var (commit, some) = (new CommitSet(), new List<HearingOrder>());
            while (some.Count < AtOnce && left.TryPeek(out var next) && commit.TryAdd([.. OrderWrite.Changes(next.Before, next.After)]))
            {
                some.Add(left.Dequeue());
            }

            yield return (commit, some);
        }
    }

    /// <summary>Goes the way of all that is told, so that what was held leaves the shelf and the watch ends.</summary>
    private async Task<bool> HandOverAsync(Shop shop, IReadOnlyList<HearingOrder> orders, CancellationToken cancel)
    {
        var leaving = orders.Where(order => order.Leaves is not null).ToList();
        if (leaving.Count == 0)
        {
            return true;
        }

        var since = await guardedSince.BeginAsync(shop, cancel);
        var known = await ledger.OrdersAsync(shop.Pool, [.. leaving.Select(order => order.After.Key)], cancel);
        return (await takePostings.RunAsync(shop, known, leaving.Select(order => order.Leaves!), since, cancel)).Complete;
    }

    private async Task<IReadOnlyList<Stored>> OrdersAsync(Shop shop, CancellationToken cancel) =>
        [.. (await ledger.OrdersAsync(shop.Pool, cancel)).Where(order => order.Key.Shop == shop.Name).Select(order => order.Value)];

    private Task PauseAsync(int attempt, CancellationToken cancel) => attempt == 0
        ? Task.CompletedTask
        : Task.Delay(TimeSpan.FromMilliseconds(random.Next(15, 45) * Math.Pow(1.5, attempt)), machine.Time, cancel);
}
