using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Alerts;

/// <summary>From the sweep to the mail: every rung once, whatever dies on the way.</summary>
public sealed class WarningsTests
{
    private readonly World _world = new();

    [Fact]
    public async Task EveryRung_IsSentOnce_OverTheLifeOfAnOrder()
    {
        _world.Marketplace.Show(Sample.Posting);        // 30 hours to go

        for (var hour = 0; hour < 40; hour++)
        {
            await _world.PassAsync(Duration.FromHours(1));
        }

        Assert.Equal(["24h", "12h", "6h", "2h", "overdue"], _world.Channel.Pairs.Select(pair => pair.Split('/')[1]));
    }

    [Fact]
    public async Task WarningsOfOneSweep_AreOneMail_MostUrgentFirst()
    {
        _world.Marketplace.Show(Enumerable.Range(0, 20).Select(i => Numbered(i) with { ShipBy = Sample.Noon + Duration.FromHours(20) - Duration.FromMinutes(i) }));

        await _world.RoundAsync();

        var mail = Assert.Single(_world.Channel.Accepted);
        Assert.Equal(20, mail.Warnings.Count);
        Assert.Equal("P-19", mail.Warnings[0].Order.Number);
    }

    [Fact]
    public async Task NumbersOfTwentyThousandCharacters_AreWarnedAbout_InSeveralMails()
    {
        _world.Marketplace.Show(Enumerable.Range(10, 20).Select(i => Sample.Posting with
        {
            Key = new OrderKey("shop", new string('9', 20_000) + i),
            ShipBy = Sample.Noon + Duration.FromHours(20),
        }));

        await _world.RoundAsync();
        await _world.PassAsync(Duration.FromMinutes(1));        // the mail budget of the first minute is used up

        Assert.Equal(20, _world.Channel.Pairs.Distinct().Count());
        Assert.True(_world.Channel.Accepted.Count > 1);
    }

    [Fact]
    public void GoodsThatAreTooLong_AreCutBetweenCharacters()
    {
        var order = Sample.Order with { Lines = [Sample.TwoMugs with { Name = new string('n', 299) + "😀", Quantity = 1 }] };

        Assert.Equal(new string('n', 299) + "…", WarningLines.Goods(order));
    }

    [Fact]
    public async Task AfterAGap_AllRungsMissed_AreOneWarning()
    {
        _world.Marketplace.Show(Sample.Posting);
        await _world.RoundAsync();

        await _world.PassAsync(Duration.FromHours(25));

        Assert.Equal(["24h", "12h", "6h"], Assert.Single(Assert.Single(_world.Channel.Accepted).Warnings).Rungs);
    }

    [Fact]
    public async Task WithoutBudget_MailsWaitAndMerge()
    {
        var world = new World(options => (options.MailsPerShortWindow, options.MailsPerLongWindow) = (1, 1));
        for (var i = 0; i < 4; i++)
        {
            world.Marketplace.Show(Numbered(i) with { ShipBy = Sample.Noon + Duration.FromHours(20) });
            await world.PassAsync(Duration.FromMinutes(2));
        }

        Assert.Single(world.Channel.Accepted);
        await world.PassAsync(Duration.FromHours(1));

        Assert.Equal(2, world.Channel.Accepted.Count);
        Assert.Equal(["P-0/24h", "P-1/24h", "P-2/24h", "P-3/24h"], world.Channel.Pairs.Order());
    }

    [Theory]
    [InlineData(PostingStatus.HandedOver)]
    [InlineData(PostingStatus.Cancelled)]
    public async Task AWarningThatNoLongerHolds_IsWithdrawn(PostingStatus status)
    {
        await _world.DecideAWarningAsync();
        _world.Marketplace.Show(Sample.Posting with { Status = status });
        await _world.Poll.RunAsync(default);

        await _world.Send.RunAsync(Sample.Pool, default);

        Assert.Empty(_world.Channel.Accepted);
        Assert.Empty(await _world.OpenNoticesAsync());
    }

    [Theory]
    [InlineData(2, 0)]          // closed soon after the warning was decided: a mail would be a false alarm
    [InlineData(3, 1)]          // it waited longer than it should, through our own trouble: said as what it is
    public async Task AWarningThatWasLate_IsSaid_EvenIfTheOrderHasClosedSince(int minutes, int mails)
    {
        await _world.DecideAWarningAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(minutes));
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.HandedOver });
        await _world.Poll.RunAsync(default);

        await _world.Send.RunAsync(Sample.Pool, default);

        Assert.Equal(mails, _world.Channel.Accepted.Count);
        Assert.All(_world.Channel.Accepted.SelectMany(mail => mail.Warnings), line => Assert.Equal((OrderState.Shipped, true), (line.State, line.IsOvertaken)));
    }

    [Theory]
    [InlineData(1, 0)]          // nobody could have seen it earlier than within the grace
    [InlineData(2, 1)]          // it lay open, its rung passed, for as long as a sweep has time to come to it
    public async Task AnOrderThatIsFirstSeenClosed_IsSaid_OnlyIfItLayOpen(int minutesOpen, int mails)
    {
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.HandedOver, ShipBy = Sample.Noon + Duration.FromHours(20) });
        _world.Clock.Advance(TimeSpan.FromMinutes(minutesOpen));

        await _world.RoundAsync();

        Assert.Equal(mails, _world.Channel.Accepted.Count);
    }

    [Theory]
    [InlineData(1, "24h")]      // the 12 h rung passed within the grace: no sweep had to have come to it yet
    [InlineData(2, "24h 12h")]
    public async Task ARungThatNoSweepCameTo_IsSaid_WhenTheOrderCloses(int minutesAfterTheRung, string rungs)
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(20) });
        await _world.RoundAsync();
        _world.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(minutesAfterTheRung));
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.HandedOver });

        await _world.RoundAsync();

        Assert.Equal(rungs.Split(' '), _world.Channel.Pairs.Select(pair => pair.Split('/')[1]));
    }

    [Theory]
    [InlineData(1, "24h")]      // the sweep came in time, and then the order closed: a mail would be a false alarm
    [InlineData(3, "24h 12h")]  // the sweep itself was late, as after a crash; that the order closed a moment later excuses nobody
    public async Task ARungThatTheSweepCameToLate_IsSaid_ThoughTheOrderClosesRightAfterwards(int minutesAfterTheRung, string rungs)
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(20) });
        await _world.RoundAsync();
        _world.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(minutesAfterTheRung));
        await _world.Sweep.RunAsync(default);
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.HandedOver });

        await _world.RoundAsync();

        Assert.Equal(rungs.Split(' '), _world.Channel.Pairs.Select(pair => pair.Split('/')[1]));
    }

    [Fact]
    public async Task AnAcknowledgedOrder_IsQuiet_UntilItsLastRung()
    {
        _world.Marketplace.Show(Sample.Posting);
        await _world.RoundAsync();
        Assert.True(await _world.Desk.AcknowledgeAsync(Sample.Posting.Key, "Anna", default));

        for (var hour = 0; hour < 40; hour++)
        {
            await _world.PassAsync(Duration.FromHours(1));
        }

        Assert.Equal(["2h", "overdue"], _world.Channel.Pairs.Select(pair => pair.Split('/')[1]));
    }

    [Fact]
    public async Task ALostRing_IsRungAgain_OnceTheWorkIsOld()
    {
        await _world.DecideAWarningAsync();
        _world.Bells.Rung.Clear();

        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await _world.Sweep.RunAsync(default);
        Assert.Empty(_world.Bells.Rung);

        _world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await _world.Sweep.RunAsync(default);
        Assert.Equal([Bell.DeadlineWarnings, Bell.ReserveStock], _world.Bells.Rung);
    }

    [Fact]
    public async Task TwoSweepsAtOnce_WarnOnce()
    {
        _world.Marketplace.Show(Enumerable.Range(0, 120).Select(i => Numbered(i) with { ShipBy = Sample.Noon + Duration.FromHours(20) }));
        await _world.Poll.RunAsync(default);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _world.Sweep.RunAsync(default))));
        await _world.Send.RunAsync(Sample.Pool, default);

        Assert.Equal(120, _world.Channel.Pairs.Count());
        Assert.Equal(120, _world.Channel.Pairs.Distinct().Count());
    }

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}") };
}
