using NodaTime;
using ShipBy.Application.Budgets;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Alerts;

/// <summary>Brings the notices of a pool out of the house: resolves what a crash left half-sent, groups what is ready by route and severity, sends it.</summary>
/// <remarks>
/// A notice goes <c>ready → sending → sent | undecided</c>, each step a commit, so that of several instances one sends. Until it is given to the channel it is
/// merged with others and stripped of what no longer holds; afterwards its words stay as they are, because its id stands for them.
/// </remarks>
public sealed class SendNotices(
    Pools pools, ILedger ledger, AlertRoutes routes, NoticeLetters letters, ResumeNotices resumeNotices, WindowBudget budget, NoticeJournal journal, WorkCalendar calendar, GuardOptions options, TimeProvider clock)
{
    /// <value>One page of the store: that many notices of a channel that takes none do not hide those of another.</value>
    private const int AtOnce = 1_000;

    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        await resumeNotices.RunAsync(pool, cancel);

        var open = await OpenAsync(pool, cancel);
        foreach (var route in routes.All.Where(route => open.Any(stored => NoticeOf(stored).Route == route.Name)))
        {
            open = await SendAllAsync(pool, route, open, cancel);
        }
    }

    /// <summary>Sends by one route until nothing is left, or the channel or the budget wants quiet.</summary>
    /// <returns>The open notices as they were last read.</returns>
    private async Task<IReadOnlyList<Stored>> SendAllAsync(PoolName pool, AlertRoute route, IReadOnlyList<Stored> open, CancellationToken cancel)
    {
        while (await NextAsync(pool, route, open, cancel) is { } next)
        {
            var letter = await letters.WriteAsync(pool, next.Notice, cancel);
            if (!journal.IsInTime(next))
            {
                await journal.MarkAsync(pool, next.Stored, next.Notice with { State = NoticeState.Ready }, cancel);
                break;
            }

            var delivery = await route.Channel.SendAsync(next.Notice.Id, letter, cancel);
            await journal.NoteAsync(pool, next, delivery, NoticeState.Ready, cancel);
            if (delivery is not Delivery.Accepted)
            {
                break;
            }

            open = await OpenAsync(pool, cancel);
        }

        return open;
    }

    /// <summary>Groups what is most pressing, takes it from the budget and marks it as being sent; null when there is nothing, or the channel or the budget wants quiet.</summary>
    private async Task<NoticeUnderway?> NextAsync(PoolName pool, AlertRoute route, IReadOnlyList<Stored> open, CancellationToken cancel)
    {
        var now = clock.Now();
        var ofRoute = open.Where(stored => NoticeOf(stored).Route == route.Name).ToList();
        var ready = ofRoute
            .Where(stored => NoticeOf(stored) is { State: NoticeState.Ready } notice && !(notice.HeldUntil > now))
            .OrderByDescending(stored => NoticeOf(stored).Severity)
            .ToList();
        if (ready.Count == 0 || ofRoute.Any(stored => NoticeOf(stored).NotBefore > now))
        {
            return null;
        }

        OrderKey[] keys = [.. ready.SelectMany(stored => NoticeOf(stored).Warnings).Select(line => line.Order).Distinct()];
        var orders = await ledger.OrdersAsync(pool, keys, cancel);
        if (ready.SelectMany(stored => NoticeOf(stored).Consignments).Select(line => line.Order).ToList() is [_, ..] parcels)
        {
            ready = [.. NoticeDigest.WithoutSettled(ready, await ledger.ConsignmentsAsync(pool, parcels, cancel))];
        }

        var severity = NoticeOf(ready[0]).Severity;
        var digest = DigestOf(ready.TakeWhile(stored => NoticeOf(stored).Severity == severity));
        if (digest.Notice is not null)
        {
            var answer = await budget.TryTakeAsync(route.Limits, severity == Severity.Critical, now, cancel);
            if (!answer.IsTaken)
            {
                return null;
            }

            // Nothing else would go out for a while: what can wait comes along.
            digest = answer.IsTight ? DigestOf(ready) : digest;
            digest = digest.StandingAsOf(await ReadAtAsync(pool, digest.Notice!, now, cancel));
        }

        return (await ledger.TryCommitAsync(pool, digest.Set, cancel)).IsCommitted && digest.Notice is { } notice
            ? await journal.FindAsync(pool, notice, cancel)
            : null;

        // The patience for a notice begins now. Counted from before the orders were read, a slow storage would have every attempt let go of it, for ever.
        NoticeDigest DigestOf(IEnumerable<Stored> chosen) =>
            NoticeDigest.Of([.. chosen], orders, Duration.FromTimeSpan(options.RingAgainAfter), route.Contact, calendar, clock.Now());
    }

    /// <summary>When the shops that it warns of were read whole last, if that is too long ago; null while the poll does its work.</summary>
    private async Task<Instant?> ReadAtAsync(PoolName pool, Notice notice, Instant now, CancellationToken cancel)
    {
        var lines = notice.Warnings.Concat(notice.Day?.Plan?.PickUps.SelectMany(pickUp => pickUp.Lines) ?? []);
        IReadOnlyList<PoolName> places = notice.Day is null ? [pool] : pools.All;      // the day's letter tells of all pools
        var watches = await Task.WhenAll(
            from shop in lines.Select(line => line.Order.Shop).Distinct()
            from place in places
            select ledger.FindAsync(place, RowKey.Watch(shop), cancel));
        var readAt = watches.Select(stored => stored?.Row).OfType<WatchRow>().Select(watch => watch.ReadUpTo ?? watch.GuardingSince).DefaultIfEmpty(now).Min();
        return now - readAt >= Duration.FromTimeSpan(options.OutageAfter) ? readAt : null;
    }

    private Task<IReadOnlyList<Stored>> OpenAsync(PoolName pool, CancellationToken cancel) => ledger.RangeAsync(pool, KeyRange.OpenNotices, AtOnce, cancel);

    private static Notice NoticeOf(Stored stored) => ((NoticeRow)stored.Row).Notice;
}
