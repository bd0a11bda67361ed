using ShipBy.Domain.Stock;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Hosting;

/// <summary>A queue and the host that pumps it: at least once, in no order, hidden for ten minutes while somebody works on it, to poison after five failures.</summary>
internal sealed class SimulatedQueue(Play play, string name, Func<App, PoolName, Task> function)
{
    private const int MostDequeues = 5;

    /// <value>Hard-coded in the host, whatever the settings say.</value>
    private const long Hidden = 10 * Scheduler.Minute;

    /// <value><c>visibilityTimeout</c> of <c>host.json</c>: the delay after a failed run.</value>
    private const long AfterFailure = 30 * Scheduler.Second;

    private long _lastArrival;

    public void Put(PoolName pool, FaultKind onTheWay)
    {
        if (onTheWay == FaultKind.Lost)
        {
            return;
        }

        var late = onTheWay == FaultKind.Late ? play.Chance.Between(Scheduler.Minute, 15 * Scheduler.Minute) : 0;
        Deliver(new Message(pool), late + Wait());
        if (onTheWay == FaultKind.Doubled)
        {
            Deliver(new Message(pool), late + play.Chance.Between(0, 5 * Scheduler.Second));
        }

        _lastArrival = play.Scheduler.Now;
    }

    /// <value>Idle hosts look less and less often, at last once a minute (<c>maxPollingInterval</c>).</value>
    private long Wait() => play.Chance.Between(Scheduler.Millisecond, Math.Clamp((play.Scheduler.Now - _lastArrival) / 2, 100 * Scheduler.Millisecond, Scheduler.Minute));

    private void Deliver(Message message, long after) => play.Scheduler.At(play.Scheduler.Now + after, () => Take(message, message.Receipt));

    private void Take(Message message, int receipt)
    {
        if (message.IsGone || message.Receipt != receipt)
        {
            return;
        }

        if (play.Instances.Where(instance => instance.IsAwake).ToList() is not [_, ..] awake)
        {
            Deliver(message, 10 * Scheduler.Second);
            return;
        }

        message.Receipt++;
        if (++message.Dequeues > MostDequeues)
        {
            Poison(message);
            return;
        }

        var instance = play.Chance.Pick(awake);
        var app = instance.App!;
        var mine = message.Receipt;
        message.IsWorkedOn = true;
        ComeBack(message, app.Life, mine);
        if (play.Plan.DeletesFirst)
        {
            message.IsGone = true;
        }

        instance.Run($"{name} {message.Pool}", running => function(running, message.Pool), succeeded => Ended(message, app, mine, succeeded));
    }

    /// <summary>The host renews the hiding each five minutes, as long as its process is awake.</summary>
    private void ComeBack(Message message, Life life, int receipt) => play.Scheduler.At(play.Scheduler.Now + Hidden, () =>
    {
        if (message.IsGone || message.Receipt != receipt)
        {
            return;
        }

        if (message.IsWorkedOn && life.IsAwake)
        {
            ComeBack(message, life, receipt);
            return;
        }

        play.Coverage.Took(Turn.Redelivered);
        play.Trace.Say($"a message of {name} {message.Pool} shows up again");
        Take(message, receipt);
    });

    private void Ended(Message message, App app, int receipt, bool succeeded)
    {
        if (message.Receipt != receipt)
        {
            return;         // somebody else has it by now; the host's delete is refused and swallowed
        }

        message.IsWorkedOn = false;
        if (succeeded)
        {
            _ = app.Seam.CallAsync(CallSite.MessageDelete, "", _ => message.IsGone |= message.Receipt == receipt, _ => false);
        }
        else if (message.Dequeues >= MostDequeues)
        {
            Poison(message);
        }
        else
        {
            message.Receipt++;
            Deliver(message, AfterFailure);
        }
    }

    private void Poison(Message message)
    {
        message.IsGone = true;
        play.Coverage.Took(Turn.Poisoned);
        play.Trace.Say($"a message of {name} {message.Pool} goes to poison");
    }
}

/// <summary>One ring on its way.</summary>
internal sealed class Message(PoolName pool)
{
    public PoolName Pool { get; } = pool;

    public int Dequeues { get; set; }

    /// <value>Changes with every take, so that an old holder's word no longer counts.</value>
    public int Receipt { get; set; }

    public bool IsGone { get; set; }

    /// <value>Its holder's function runs, or ran in a process that died.</value>
    public bool IsWorkedOn { get; set; }
}
