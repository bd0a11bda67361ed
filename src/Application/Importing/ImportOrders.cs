using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Importing;

/// <summary>Brings orders of a file in, as if their shop had told of them, on a live app. What the file says is as old as the file: newer knowledge is never undone.</summary>
/// <remarks>Many orders take many commits. Whatever ends it, running it again goes on where it stopped: what is in already is unchanged then.</remarks>
public sealed class ImportOrders(
    ILedger ledger, PastOrders pastOrders, TakePostings takePostings, GuardedSince guardedSince, Ladder ladder, TimeProvider clock, MachineClock machine, Random random)
{
    /// <value>Orders that are looked at together.</value>
    internal const int AtOnce = 100;

    /// <value>Times some orders are tried again before the rest is left to another run.</value>
    private const int Patience = 8;

    /// <summary>What the import would do to each order as it stands now. Writes nothing.</summary>
    /// <exception cref="LedgerUnreachableException">The ledger gives no answer.</exception>
    public async Task<OrderImport> PlanAsync(Shop shop, IReadOnlyList<FileOrder> orders, IProgress<double> progress, CancellationToken cancel)
    {
        var since = await guardedSince.WouldBeAsync(shop, cancel);
        var known = await KnownAsync(shop, orders, cancel);
        var planned = new List<ImportedOrder>();
        foreach (var some in orders.Chunk(AtOnce))
        {
            planned.AddRange(Judge(shop, some, known, await PastAsync(shop, some, known, cancel), since));
            progress.Report((double)planned.Count / orders.Count);
        }

        return new OrderImport(shop, planned, [], ImportEnd.Whole);
    }

    /// <param name="orders">Each order once.</param>
    public async Task<OrderImport> RunAsync(Shop shop, IReadOnlyList<FileOrder> orders, IProgress<double> progress, CancellationToken cancel)
    {
        var done = new List<ImportedOrder>();
        var end = ImportEnd.Whole;
        try
        {
            var since = await guardedSince.BeginAsync(shop, cancel);
            var known = await KnownAsync(shop, orders, cancel);
            foreach (var some in orders.Chunk(AtOnce))
            {
                end = await GoOnAsync(shop, some, known, since, done, cancel);
                if (end != ImportEnd.Whole)
                {
                    break;
                }

                progress.Report((double)done.Count / orders.Count);
            }

            await NoteAsync(shop, end, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            end = ImportEnd.Stopped;
        }
        catch (LedgerUnreachableException)
        {
            end = done.Count == orders.Count ? ImportEnd.Whole : ImportEnd.NoAnswer;
        }

        return new OrderImport(shop, done, [.. orders.Skip(done.Count)], end);
    }

    private async Task<ImportEnd> GoOnAsync(Shop shop, IReadOnlyList<FileOrder> some, IReadOnlyDictionary<OrderKey, Stored> known, Instant since, List<ImportedOrder> done, CancellationToken cancel)
    {
        var tried = new Dictionary<OrderKey, ImportedOrder>();
        var end = ImportEnd.OthersAtWork;
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            try
            {
                await PauseAsync(attempt, cancel);
                known = attempt == 0 ? known : await KnownAsync(shop, some, cancel);
                var judged = Judge(shop, some, known, await PastAsync(shop, some, known, cancel), since);
                foreach (var order in judged.Where(order => order.Writes))
                {
                    tried[order.Told.Posting.Key] = order;
                }

                var writing = judged.Where(order => order.Writes).Select(order => order.Told.Posting).ToList();
                if (writing.Count == 0 || (await takePostings.RunAsync(shop, known, writing, since, cancel)).Complete)
                {
                    // What an earlier try brought in, whose answer got lost, is unchanged by now: what it was before is known from that try.
                    done.AddRange(judged.Select(order => tried.GetValueOrDefault(order.Told.Posting.Key, order)));
                    return ImportEnd.Whole;
                }

                end = ImportEnd.OthersAtWork;
            }
            catch (LedgerUnreachableException)
            {
                end = ImportEnd.NoAnswer;
            }
        }

        return end;
    }

    private Task PauseAsync(int attempt, CancellationToken cancel) => attempt == 0
        ? Task.CompletedTask
        : Task.Delay(TimeSpan.FromMilliseconds(random.Next(15, 45) * Math.Pow(1.5, attempt)), machine.Time, cancel);

    /// <remarks>Before anything is written: an order that changes meanwhile is refused, and looked up again. A long file asks for all at once.</remarks>
    private Task<IReadOnlyDictionary<OrderKey, Stored>> KnownAsync(Shop shop, IReadOnlyList<FileOrder> some, CancellationToken cancel) =>
        some.Count > AtOnce ? ledger.OrdersAsync(shop.Pool, cancel) : ledger.OrdersAsync(shop.Pool, [.. some.Select(order => order.Posting.Key)], cancel);

    private Task<IReadOnlyDictionary<OrderKey, Order>> PastAsync(Shop shop, IReadOnlyList<FileOrder> some, IReadOnlyDictionary<OrderKey, Stored> known, CancellationToken cancel) =>
        pastOrders.OfAsync(shop.Pool, some.Select(order => order.Posting).Where(posting => !known.ContainsKey(posting.Key)), clock.Now(), cancel);

    private List<ImportedOrder> Judge(
        Shop shop, IReadOnlyList<FileOrder> some, IReadOnlyDictionary<OrderKey, Stored> known, IReadOnlyDictionary<OrderKey, Order> past, Instant since)
    {
        var now = clock.Now();
        return [.. some.Select(order => Judge(shop, order, known.GetValueOrDefault(order.Posting.Key)?.Order(), past.GetValueOrDefault(order.Posting.Key), since, now))];
    }

    private ImportedOrder Judge(Shop shop, FileOrder order, Order? known, Order? past, Instant since, Instant now)
    {
        var before = known ?? past;
        if (order.Posting.Telling!.ChangedAt < before?.Told?.ChangedAt)
        {
            return new ImportedOrder(order, OrderFate.Older, before, before);
        }

        return IntakePolicy.Decide(order.Posting, before, ladder, shop.Rules, since, now) switch
        {
            IntakeAnswer.Unchanged => new ImportedOrder(order, before is null ? OrderFate.Past : OrderFate.Unchanged, before, before),
            IntakeAnswer.Take(var taken, _) => new ImportedOrder(order, OrderFate.New, null, taken) { Writes = true },
            IntakeAnswer.Change(var after, _) when after with { Told = before!.Told, LookAt = before.LookAt } == before => new ImportedOrder(order, OrderFate.Unchanged, before, before) { Writes = known is not null },
            IntakeAnswer.Change(var after, _) => new ImportedOrder(order, OrderFate.Changed, before, after) { Writes = true },
            var unknown => throw new InvalidOperationException($"No fate is written for {unknown}."),
        };
    }

    /// <summary>The page shows when a shop was heard of last.</summary>
    private async Task NoteAsync(Shop shop, ImportEnd end, CancellationToken cancel)
    {
        var beat = new BeatRow(WatchOurselves.SignOfPushes(shop), clock.Now());
        if (end == ImportEnd.Whole && !(await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Replace(beat, null)), cancel)).IsCommitted)
        {
            await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Insert(beat)), cancel);
        }
    }
}
