using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Estimates;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Days;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Days;

/// <summary>The morning plan and the evening report: each once a day, however many instances look at the clock.</summary>
/// <remarks>
/// One letter tells of all pools, so that its notice stands in one of them, the first by name. Costs nothing until the hour has come; then one read for each
/// instance, and for the one that tells the day one more a pool for a plan, three more for a report; once a week a
/// fourth one, where nobody has asked for the day totals within the hour.
/// </remarks>
public sealed class TellTheDay(
    Pools pools, ILedger ledger, PastOrders pastOrders, ShopPromises promises, NoticeRows notices, Ladder ladder, GuardOptions options, TimeProvider clock, ILogger<TellTheDay> log)
{
    private const int MostNotices = 1_000;

    /// <value>The evening on which the report also advises on handling times: whoever changes one does so for a whole week.</value>
    private const IsoDayOfWeek AdviceDay = IsoDayOfWeek.Monday;

    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[options.TimeZone];

    private readonly ConcurrentDictionary<DayKind, LocalDate> _told = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var kind in Enum.GetValues<DayKind>())
        {
            var now = clock.Now();
            if (pools.All.Count > 0 && TellingOf(kind) is { } telling
                && telling.DueBy(now, _told.TryGetValue(kind, out var told) ? told : null) is { } day)
            {
                await TellAsync(kind, telling, day, now, cancel);
            }
        }
    }

    private async Task TellAsync(DayKind kind, DayTelling telling, LocalDate day, Instant now, CancellationToken cancel)
    {
        var home = pools.All.MinBy(pool => pool.Value, StringComparer.Ordinal)!;
        try
        {
            var stored = await ledger.FindAsync(home, RowKey.Told(kind), cancel);
            if (stored?.Row is not ToldRow { Day: var last } || last < day)
            {
                var news = kind == DayKind.Plan ? await PlanAsync(telling, day, now, cancel) : await ReportAsync(telling, day, now, cancel);
                var told = new ToldRow(kind, day);
                var commit = new CommitSet().With(
                    [stored is null ? new RowChange.Insert(told) : new RowChange.Replace(told, stored.Version), .. news is null ? [] : notices.Of(news, now)]);
                if (!(await ledger.TryCommitAsync(home, commit, cancel)).IsCommitted)
                {
                    return;         // somebody else is telling it; the next look sees whether they did
                }

                GuardLog.DayTold(log, kind, day, news is not null);
            }

            _told[kind] = day;
        }
        catch (LedgerUnreachableException silence)
        {
            GuardLog.LedgerSilent(log, home.Value, silence.Message);
        }
    }

    /// <returns>Null when there is nothing to say.</returns>
    private async Task<DayNews?> PlanAsync(DayTelling telling, LocalDate day, Instant now, CancellationToken cancel)
    {
        var plan = (await ReadAsync(now, cancel)).Plan(day, telling.On(day.PlusDays(1)));
        return plan.Orders > 0 || options.AlwaysTell ? new DayNews(Plan: plan) : null;
    }

    /// <inheritdoc cref="PlanAsync"/>
    private async Task<DayNews?> ReportAsync(DayTelling telling, LocalDate day, Instant now, CancellationToken cancel)
    {
        var ofDay = new Interval(telling.StartOf(day), telling.StartOf(day.PlusDays(1)));
        var said = new List<Notice>();
        var gone = DayTotals.None;
        foreach (var pool in pools.All)
        {
            var rows = await ledger.RangeAsync(pool, KeyRange.SaidSince(ofDay.Start), MostNotices, cancel);
            said.AddRange(rows.Select(stored => ((SaidRow)stored.Row).Notice).Where(notice => notice.CreatedAt < ofDay.End));
            gone += await pastOrders.TotalsAsync(pool, day, cancel);
        }

        var reading = await ReadAsync(now, cancel);
        var report = reading.Report(day, ofDay, telling.StartOf(day.PlusDays(2)), gone, said) with
        {
            Promises = day.DayOfWeek == AdviceDay ? await BetterPromisesAsync(reading.Orders, now, cancel) : [],
        };
        return report.HasWork || options.AlwaysTell ? new DayNews(Report: report) : null;
    }

    private async Task<IReadOnlyList<BetterPromise>> BetterPromisesAsync(IReadOnlyList<Order> orders, Instant now, CancellationToken cancel)
    {
        var better = new List<BetterPromise>();
        foreach (var pool in pools.All)
        {
            better.AddRange((await promises.OfAsync(pool, orders, now, cancel)).Select(review => BetterPromise.Of(review.Key, review.Value)).OfType<BetterPromise>());
        }

        return [.. better.OrderBy(one => one.Shop, StringComparer.Ordinal)];
    }

    private async Task<DayReading> ReadAsync(Instant now, CancellationToken cancel)
    {
        var orders = new List<Order>();
        foreach (var pool in pools.All)
        {
            orders.AddRange((await ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order()));
        }

        return new DayReading(orders, ladder, now, notices.MaxWeight);
    }

    private DayTelling? TellingOf(DayKind kind) => DayTelling.Parse(kind == DayKind.Plan ? options.MorningPlanAt : options.EveningReportAt, _zone);
}
