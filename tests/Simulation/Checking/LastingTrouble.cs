using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Checking;

/// <summary>What is really wrong, and for how long: what lasts must be told while it lasts, unless those who would look cannot.</summary>
internal sealed class LastingTrouble(Play play)
{
    /// <value>A timer's lock, and the jitter of the host.</value>
    private const long Slack = 5 * Scheduler.Minute;

    private readonly List<(string By, long From, long Until)> _blind = [];
    private readonly HashSet<(PoolName, string, Instant)> _refusals = [];

    private long SilentAfter => play.Plan.Options.SilentAfter.Ticks;

    /// <value>Three passes in a world where little fails; where much does, so do passes.</value>
    private long Passes => SilentAfter * (play.Plan.FaultRate < 0.003 ? 1 : 3) + Slack;

    private PoolName Home => play.Shelves.MinBy(shelf => shelf.Pool.Value, StringComparer.Ordinal)!.Pool;

    /// <summary>Until then somebody who would look does not.</summary>
    public void NobodyLooks(string by, long until) => _blind.Add((by, play.Scheduler.Now, until));

    public void IsDown(Outage outage)
    {
        if (outage.Service is Outage.Ledger)
        {
            NobodyLooks("", outage.Until);
        }
        else if (play.Shops.FirstOrDefault(shop => shop.Shop.Name == outage.Service) is { } shop)
        {
            var ripe = outage.From + play.Plan.Options.OutageAfter.Ticks + 3 * Scheduler.Minute;
            Watch(ripe, outage.Until, () => Expect([OperationalAlertKind.StalledPoll, OperationalAlertKind.KeyRefused], shop.Shop.Pool, shop.Shop.Name, $"it is down since {Time(outage.From)}"));
        }
    }

    /// <summary>A timer that has given a sign of life gives none any more.</summary>
    public void IsSilent(string timer, long until)
    {
        NobodyLooks(timer, until);
        if (SignOf(timer) is not null)
        {
            Listen(timer, play.Scheduler.Now, until);
        }
    }

    /// <summary>A notice that its channel does not take, as the ledger has it.</summary>
    public void Refuses(PoolName pool, Notice mail)
    {
        if (mail.Trouble is { } trouble && _refusals.Add((pool, mail.Route, trouble.Since)))
        {
            Watch(trouble.Since.ToUnixTimeTicks() + 10 * Scheduler.Minute, long.MaxValue, () =>
            {
                if (play.StoreCheck.Pools[pool][RowKey.Notice(mail.CreatedAt, mail.Id)] is NoticeRow { Notice.Trouble: { } still } && still.Since == trouble.Since)
                {
                    Expect([OperationalAlertKind.ChannelRefuses], pool, mail.Route, $"mail {Outside.Mailbox.Short(mail.Id)} is not taken since {trouble.Since}");
                }
            });
        }
    }

    private void Listen(string timer, long from, long until)
    {
        var ripe = from + SilentAfter + 5 * Scheduler.Minute;
        Watch(ripe, until, Judge, timer);

        // A run that was frozen when the timer was stalled may end, and give a sign, later.
        void Judge()
        {
            if (SignOf(timer) is { } sign && sign.ToUnixTimeTicks() > from + Scheduler.Minute)
            {
                Listen(timer, sign.ToUnixTimeTicks(), until);
            }
            else
            {
                Expect([OperationalAlertKind.SilentTimer], Home, timer, $"it gives no sign since {Time(from)}");
            }
        }
    }

    private Instant? SignOf(string timer) => (play.StoreCheck.Pools.GetValueOrDefault(Home)?[RowKey.Beat(timer)] as BeatRow)?.At;

    /// <summary>Judges once the trouble has been ripe for long enough with nobody blind meanwhile; never where it ends before.</summary>
    /// <param name="own">Whose silence is no excuse: it is what is to be told.</param>
    private void Watch(long ripe, long until, Action judge, string? own = null)
    {
        var at = Math.Max(play.Scheduler.Now, ripe + Passes);
        if (at >= until)
        {
            return;
        }

        play.Scheduler.At(at, () =>
        {
            if (!play.Faults.IsOn)
            {
                return;
            }

            if (_blind.Where(blind => blind.By != own && blind.From < at && blind.Until > ripe).Select(blind => (long?)blind.Until).Max() is { } seeing)
            {
                Watch(seeing, until, judge, own);
            }
            else
            {
                judge();
            }
        });
    }

    private void Expect(OperationalAlertKind[] kinds, PoolName pool, string subject, string why)
    {
        if (!kinds.Any(kind => play.TroubleCheck.IsTold(new Trouble(pool, kind, subject))))
        {
            play.Violate(Rule.TroubleToldInTime, $"nobody has told that {kinds[0]} {subject} ({pool}): {why}");
        }
    }

    private static Instant Time(long ticks) => Instant.FromUnixTimeTicks(ticks);
}
