using NodaTime;
using ShipBy.Application.Days;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.History;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Days;

/// <summary>2 March is a Monday; the report's hour is 17:00 in UTC. Every order of the shop took nine working hours.</summary>
public sealed class DayAdviceTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(2, 4, 1)]
    [InlineData(2, 9, 0)]            // kept
    [InlineData(2, null, 0)]         // the marketplace decides
    [InlineData(3, 4, 0)]            // once a week
    [InlineData(9, 4, 1)]
    public async Task OnMondays_AReportAdvisesOnTheHandlingTime_WhereAnotherOneIsBetter(int day, int? set, int notes)
    {
        var took = new ShopTotals("shop", 20, 0, new HandOverRecord(20, Duration.FromHours(180))) { Took = new HandlingTimes([new(9, 20)]) };
        await _world.History.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(new LedgerRow.TotalsRow(new LocalDate(2026, 3, 1), DayTotals.None, [took]))), default);
        _world.Marketplace.Shop = _world.Marketplace.Shop with
        {
            Rules = new DispatchRules { HandlingTime = set is { } hours ? new HandlingTime(Duration.FromHours(hours), WorkCalendar.Usual(DateTimeZone.Utc)) : null },
        };
        _world.Options.AlwaysTell = true;
        _world.Clock.SetUtcNow(new DateTimeOffset(2026, 3, day, 17, 0, 0, TimeSpan.Zero));

        await _world.Of<TellTheDay>().RunAsync(default);
        await _world.Send.RunAsync(Sample.Pool, default);

        var report = Assert.Single(_world.Channel.Accepted.Select(mail => mail.Day?.Report).OfType<DayReport>());
        Assert.Equal(
            Enumerable.Repeat(new BetterPromise("shop", new(Duration.FromHours(9), 20, 20), new(Duration.FromHours(4), 20, 0)), notes),
            report.Promises);
    }
}
