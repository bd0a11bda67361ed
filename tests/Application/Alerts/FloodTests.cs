using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Deadlines;
using ShipBy.Domain.Alerts;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Alerts;

/// <summary>A thousand warnings due at once, two instances at work, the quota of a mail domain that Azure manages: 5 a minute, 10 an hour.</summary>
public sealed class FloodTests
{
    private const int Orders = 1_000;

    private readonly World _world = new(options => options.MailsPerLongWindow = 10);

    [Fact]
    public async Task AThousandWarnings_AreAHandfulOfMails_TheUrgentFirst_NoneLost()
    {
        for (var i = 0; i < Orders; i++)
        {
            _world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = $"P-{i:d4}" }, ShipBy = Sample.Noon + Duration.FromHours(i % 10 == 0 ? 40 : 50) });
        }

        await _world.Poll.RunAsync(default);
        var two = new[] { _world.InstanceOn(_world.Ledger), _world.InstanceOn(_world.Ledger) };
        _world.Clock.Advance(TimeSpan.FromHours(39));           // a tenth is an hour before its deadline, the others eleven

        for (var minute = 0; minute < 15; minute++)
        {
            await Task.WhenAll(two.Select(instance => Task.Run(() => instance.GetRequiredService<SweepDeadlines>().RunAsync(default))));
            await Task.WhenAll(two.Select(instance => Task.Run(() => instance.GetRequiredService<SendNotices>().RunAsync(Sample.Pool, default))));
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var mails = _world.Channel.Accepted;
        var orders = mails.SelectMany(mail => mail.Warnings).Select(line => line.Order.Number).ToList();
        Assert.InRange(mails.Count, 2, 6);
        Assert.Equal(Orders, orders.Count);
        Assert.Equal(Orders, orders.Distinct().Count());
        Assert.Equal(Severity.Critical, mails[0].Severity);
        Assert.Equal(100, mails.TakeWhile(mail => mail.Severity == Severity.Critical).Sum(mail => mail.Warnings.Count));       // all urgent ones before the first of the others
        Assert.Empty(await _world.OpenNoticesAsync());
    }

    [Fact]
    public async Task WhenTheBudgetIsTight_ThePressingTakesTheRestAlong_AndLaterTheReserve()
    {
        foreach (var (number, hours) in new[] { ("A", 20.0), ("B", 19.9), ("C", 19.8), ("D", 19.7), ("E", 19.6), ("F", 19.5), ("G", 19.4), ("H", 19.3), ("I", 19.2) })
        {
            _world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = number }, ShipBy = Sample.Noon + Duration.FromHours(hours) });
            await _world.PassAsync(Duration.FromMinutes(2));    // each a mail of its own, until eight of the ten are used
        }

        Assert.Equal(8, _world.Channel.Accepted.Count);
        _world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = "late" }, ShipBy = _world.Now + Duration.FromHours(1) });
        await _world.PassAsync(Duration.FromMinutes(2));

        Assert.Equal(9, _world.Channel.Accepted.Count);
        Assert.Equal(["late", "I"], _world.Channel.Accepted[^1].Warnings.Select(line => line.Order.Number));
    }
}
