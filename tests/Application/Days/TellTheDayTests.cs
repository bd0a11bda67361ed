using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using ShipBy.Application.Alerts;
using ShipBy.Application.Days;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Days;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Days;

/// <summary>The sample world begins on 2 March at noon in UTC, 15:00 in Moscow; the plan's hour is 05:00 in UTC, the report's 17:00.</summary>
public sealed class TellTheDayTests
{
    private static readonly LocalDate Tomorrow = new(2026, 3, 3);

    private readonly World _world = new();

    [Fact]
    public async Task APlan_IsToldOnce_ByTwoInstances_AndAfterARestart()
    {
        await ShowAsync(Numbered(1));
        await ToAsync("05:00");

        await TellAsync(_world.InstanceOn(_world.Ledger), _world.InstanceOn(_world.Ledger));
        await TellAsync(_world.InstanceOn(_world.Ledger));
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await TellAsync(_world.InstanceOn(_world.Ledger));
        await SendAsync();

        Assert.Equal(Tomorrow, Assert.Single(_world.Channel.Accepted).Day!.Plan!.Day);
    }

    [Fact]
    public async Task APlan_SaysHowOldItsStatusIs_WhenThePollHasStopped()
    {
        await ShowAsync(Numbered(1));
        var readAt = _world.Now;
        await ToAsync("05:00");

        await TellAsync(_world.InstanceOn(_world.Ledger));
        await SendAsync();

        Assert.Equal(readAt, Assert.Single(_world.Channel.Accepted).StatusReadAt);
    }

    [Fact]
    public async Task ACommitWhoseAnswerIsLost_IsNotTriedAgain()
    {
        await ShowAsync(Numbered(1));
        await ToAsync("05:00");

        await TellAsync(_world.InstanceOn(new AnswerlessLedger(_world.Ledger)));
        await TellAsync(_world.InstanceOn(_world.Ledger));
        await SendAsync();

        Assert.Single(_world.Channel.Accepted);
    }

    [Theory]
    [InlineData("08:59", 1)]
    [InlineData("09:01", 0)]
    public async Task WhoWasDownAtTheHour_SaysItLater_OrNotAtAll(string firstLook, int mails)
    {
        await ShowAsync(Numbered(1));
        await ToAsync(firstLook);

        await TellAsync(_world.InstanceOn(_world.Ledger));
        await SendAsync();

        Assert.Equal(mails, _world.Channel.Accepted.Count);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task ADayWithoutWork_IsLeftInPeace_UnlessTheSellerAsks(bool always, int mails)
    {
        _world.Options.AlwaysTell = always;
        await ToAsync("05:00");
        await TellAsync(_world.InstanceOn(_world.Ledger));
        await ToAsync("17:00");
        await TellAsync(_world.InstanceOn(_world.Ledger));
        await SendAsync();

        Assert.Equal(2 * mails, _world.Channel.Accepted.Count);
        Assert.Equal(Tomorrow, ((LedgerRow.ToldRow)(await _world.Ledger.FindAsync(Sample.Pool, RowKey.Told(DayKind.Plan), default))!.Row).Day);
    }

    [Fact]
    public async Task APlan_ListsWhatIsDueBeforeTheNextOne_ByCarrier()
    {
        await ShowAsync(
            Numbered(1) with { ShipBy = At("05:30"), Carrier = "Post" },
            Numbered(2) with { ShipBy = At("20:00"), Carrier = "Express" },
            Numbered(3) with { ShipBy = At("05:00") - Duration.FromMinutes(1) },                                 // overdue by then
            Numbered(4) with { ShipBy = At("05:00") + Duration.FromHours(24) - Duration.FromTicks(1), Carrier = "Post" },
            Numbered(5) with { ShipBy = At("05:00") + Duration.FromHours(24), Carrier = "Post" });               // the next plan tells of it
        await ToAsync("05:00");

        await TellAsync(_world.InstanceOn(_world.Ledger));
        await SendAsync();

        var plan = _world.Channel.Accepted.Select(mail => mail.Day?.Plan).OfType<DayPlan>().Single();
        Assert.Equal(["-: P-3", "Post: P-1 P-4", "Express: P-2"], plan.PickUps.Select(one => $"{one.Carrier ?? "-"}: {string.Join(' ', one.Lines.Select(line => line.Order.Number))}"));
        Assert.Equal((4, 1, At("05:30")), (plan.Orders, plan.Overdue, plan.First));
    }

    [Fact]
    public async Task WhereTheCarriersTimesAreKnown_EachPickUpIsAGroup()
    {
        await ShowAsync([.. Enumerable.Range(1, 4).Select(i => Numbered(i) with { ShipBy = At(i < 3 ? "10:00" : "14:00"), Carrier = "Post" })]);
        foreach (var number in new[] { 1, 3 })
        {
            var stored = (await _world.Ledger.OrdersAsync(Sample.Pool, default))[Numbered(number).Key];
            var rule = new ShipByRule(DeadlineRule.PlatformLimit, At("15:00"), PickUp: CarrierPickUp.LastBeforeLimit);
            await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With([.. OrderWrite.Changes(stored, stored.Order() with { ShipByRule = rule })]), default);
        }

        await ToAsync("05:00");
        await TellAsync(_world.InstanceOn(_world.Ledger));
        await SendAsync();

        var plan = _world.Channel.Accepted.Select(mail => mail.Day?.Plan).OfType<DayPlan>().Single();
        Assert.Equal([("P-1", At("10:00")), ("P-2", null), ("P-3", (Instant?)At("14:00"))], plan.PickUps.Select(one => (one.Lines[0].Order.Number, one.At)));
    }

    [Fact]
    public async Task AReport_CountsTheDay_GoneOrdersIncluded()
    {
        _world.Options.KeepClosedFor = TimeSpan.FromHours(1);
        await ToAsync("04:00");
        await ShowAsync(Numbered(1), Numbered(2) with { ShipBy = At("03:59") }, Numbered(3), Numbered(4) with { ShipBy = At("22:00") }, Numbered(5) with { ShipBy = At("23:00") + Duration.FromDays(5) });
        await ShipAsync(1, 2);
        await ToAsync("06:00");
        await _world.Of<DeliverOutbox>().RunAsync(default);         // they leave for the history
        Assert.Equal(3, (await _world.OrdersAsync()).Count);
        await ToAsync("16:00");
        await ShipAsync(3);
        await ToAsync("17:00");

        await _world.Of<DeliverOutbox>().RunAsync(default);

        var report = _world.Channel.Accepted[^1].Day!.Report!;
        Assert.Equal(new DayReport(Tomorrow, Shipped: 3, Late: 2, Cancelled: 0, Warned: 4, Mails: _world.Channel.Accepted.Count - 1, Open: 2, Overdue: 0, DueNext: 1, report.Next), report);
        Assert.Equal("P-4", Assert.Single(report.Next).Order.Number);
    }

    [Fact]
    public async Task AThousandOrders_AreAPlanThatFits()
    {
        _world.Marketplace.Present[Sample.Mug] = 10_000;
        await ShowAsync([.. Enumerable.Range(0, 1_000).Select(i => Numbered(i) with { ShipBy = At("20:00"), Lines = [Sample.TwoMugs with { Name = new string('ж', 200) }] })]);
        await ToAsync("05:00");

        await TellAsync(_world.InstanceOn(_world.Ledger));
        await SendAsync();

        var plan = _world.Channel.Accepted.Select(mail => mail.Day?.Plan).OfType<DayPlan>().Single();
        Assert.Equal(1_000, plan.Orders);
        Assert.InRange(plan.PickUps.Sum(one => one.Lines.Count), 50, 100);
    }

    [Fact]
    public async Task APlanThatCouldNotLeave_DoesNotBecomePartOfTheReport()
    {
        await ShowAsync(Numbered(1) with { ShipBy = At("20:00") + Duration.FromHours(8) });
        await ToAsync("05:00");
        await TellAsync(_world.InstanceOn(_world.Ledger));
        await ToAsync("17:00");
        await TellAsync(_world.InstanceOn(_world.Ledger));
        await SendAsync();

        Assert.Equal([true, false], _world.Channel.Accepted.Where(mail => mail.Day is not null).Select(mail => mail.Day!.Plan is not null));
    }

    [Fact]
    public async Task QuietHours_HoldAPlanBack_AndItNeverTakesTheReserve()
    {
        _world.Options.QuietHours = "07:00-09:00";
        _world.Options.MailsPerLongWindow = 1;
        await ShowAsync(Numbered(1) with { ShipBy = At("23:00") });
        await ToAsync("05:00");

        await TellAsync(_world.InstanceOn(_world.Ledger));

        var notice = Assert.Single(await _world.OpenNoticesAsync(), open => open.Notice.Day is not null).Notice;
        Assert.Equal((Severity.Info, At("06:00")), (notice.Severity, notice.HeldUntil));
    }

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}"), ShipBy = Sample.Noon + Duration.FromHours(24) };

    /// <summary>A time of day on 3 March, in UTC.</summary>
    private static Instant At(string time) => (Tomorrow + LocalTimePattern.ExtendedIso.Parse($"{time}:00").Value).InUtc().ToInstant();

    private Task ToAsync(string time)
    {
        _world.Clock.SetUtcNow(At(time).ToDateTimeOffset());
        return Task.CompletedTask;
    }

    private async Task ShowAsync(params Posting[] postings)
    {
        _world.Marketplace.Show(postings);
        await _world.Poll.RunAsync(default);
        await _world.Reserve.RunAsync(Sample.Pool, default);
    }

    private async Task ShipAsync(params int[] numbers)
    {
        await _world.Sweep.RunAsync(default);
        await SendAsync();
        _world.Marketplace.Show(numbers.Select(number => _world.Marketplace.Postings[$"P-{number}"] with { Status = PostingStatus.HandedOver, RawStatus = "delivering" }));
        await _world.Poll.RunAsync(default);
    }

    private Task SendAsync() => _world.Send.RunAsync(Sample.Pool, default);

    private static Task TellAsync(params IServiceProvider[] instances) =>
        Task.WhenAll(instances.Select(instance => Task.Run(() => instance.GetRequiredService<TellTheDay>().RunAsync(default))));

    /// <summary>Its commits take effect, and nobody hears of it.</summary>
    private sealed class AnswerlessLedger(ILedger inner) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            await inner.TryCommitAsync(pool, commit, cancel);
            throw new LedgerUnreachableException("no answer", new IOException());
        }
    }
}
