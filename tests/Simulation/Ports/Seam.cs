using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Ports;

/// <summary>The one place through which an instance touches the outside: it waits for the scheduler before and after the effect, and asks the seed what goes wrong.</summary>
internal sealed class Seam(Play play, Life life)
{
    /// <value>Time until a caller gives up, as the settings of the real adapters have it.</value>
    private const long TimeOut = 8 * Scheduler.Second;

    public Life Life { get; } = life;

    public Play Play { get; } = play;

    /// <param name="service">The shop that is called; empty elsewhere.</param>
    /// <param name="effect">What happens outside, given what becomes of a message on its way, and the answer to it.</param>
    /// <param name="failed">The answer where something went wrong; it may throw.</param>
    public async Task<T> CallAsync<T>(CallSite site, string service, Func<FaultKind, T> effect, Func<FaultKind, T> failed)
    {
        var fault = Play.Faults.Draw(site, service, Play.Scheduler.Now);
        await Life.After(Latency());
        if (fault == FaultKind.None)
        {
            var answer = effect(fault);
            await Life.After(Latency());
            return answer;
        }

        Play.Hit(Life, site, fault, service);
        switch (fault)
        {
            case FaultKind.CrashBefore:
                Play.Crash(Life);
                break;
            case FaultKind.FreezeBefore:
                Freeze();
                break;
            case FaultKind.TimeOutBefore:
                await Life.After(TimeOut);
                return failed(fault);
            case FaultKind.Busy or FaultKind.Refused:
                await Life.After(Latency());
                return failed(fault);
            case FaultKind.LandsLate:
                Play.Scheduler.At(Play.Scheduler.Now + TimeOut + Play.Chance.Between(Scheduler.Millisecond, 20 * Scheduler.Second), () => effect(fault));
                await Life.After(TimeOut);
                return failed(fault);
            default:
                break;
        }

        await Life.After(0);            // a dead instance ends here, a frozen one stays here
        var late = effect(fault);
        switch (fault)
        {
            case FaultKind.CrashAfter:
                Play.Crash(Life);
                break;
            case FaultKind.FreezeAfter:
                Freeze();
                break;
            case FaultKind.TimeOutAfter or FaultKind.AnswerLost:
                await Life.After(TimeOut);
                return failed(fault);
            default:
                break;
        }

        await Life.After(Latency());
        return late;
    }

    /// <summary>Short freezes outlast a mail's patience, long ones a lease and a message's ten minutes too.</summary>
    private void Freeze() => Life.Freeze(Play.Chance.Chance(0.5) ? Play.Chance.Between(Scheduler.Second, 2 * Scheduler.Minute) : Play.Chance.Between(Scheduler.Minute, 14 * Scheduler.Minute));

    /// <summary>Mostly milliseconds, now and then seconds.</summary>
    private long Latency() => Play.Pace.Below(64) switch
    {
        0 => Play.Pace.Between(100 * Scheduler.Millisecond, 4 * Scheduler.Second),
        < 6 => Play.Pace.Between(10 * Scheduler.Millisecond, 200 * Scheduler.Millisecond),
        _ => Play.Pace.Between(0, 12 * Scheduler.Millisecond),
    };
}
