using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Queues;
using Microsoft.Azure.Functions.Worker.Local.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>Makes the listener of each timer and queue function.</summary>
internal sealed class ListenerPlan(
    IConfiguration settings,
    HostJson hostJson,
    FunctionInvoker invoker,
    IMessageQueues queues,
    ITimerStore timers,
    ISingletonLock locks,
    QueueBell bell,
    TimeProvider businessClock,
    MachineClock machineClock,
    ILoggerFactory logs)
{
    /// <exception cref="HostRefusedException">A schedule, a queue or a setting is not usable.</exception>
    public IFunctionListener? ListenerOf(FunctionEntry entry) => entry.Trigger switch
    {
        TimerTriggerAttribute trigger => Timer(entry, trigger),
        QueueTriggerAttribute trigger => Queue(entry, trigger),
        _ => null,
    };

    private TimerListener Timer(FunctionEntry entry, TimerTriggerAttribute trigger)
    {
        var text = settings.Resolve(trigger.Schedule, entry.Name);
        var schedule = TimerSchedule.TryParse(text)
            ?? throw new HostRefusedException(
                $"Function '{entry.Name}' has the schedule '{text}', which is not six fields 'sec min hour day month weekday'.");
        _ = TimerRetry.For(entry.Retry, Random.Shared);     // a policy that cannot be read is refused now, not at the first failure
        var log = LogOf(entry);
        var monitored = trigger.UseMonitor && !schedule.IsDueMoreThanOnceAMinute(businessClock.GetUtcNow().UtcDateTime);
        var lease = settings["FUNCTIONS_TIMER_LEASE"] is "off"
            ? null
            : new SingletonLease(locks, $"Host.Functions.{entry.Name}.Listener", hostJson.Singleton, machineClock.Time, log);

        return new TimerListener(entry, schedule, invoker, monitored ? timers : null, lease, businessClock, Random.Shared, log);
    }

    private QueueListener Queue(FunctionEntry entry, QueueTriggerAttribute trigger)
    {
        var name = QueueNames.Check(settings.Resolve(trigger.QueueName, entry.Name).ToLowerInvariant(), entry.Name);
        var (log, clock) = (LogOf(entry), machineClock.Time);
        var queue = Open(name, trigger.Connection, log);
        var poison = QueueNames.PoisonFor(name) is { } poisonName ? queues.Open(poisonName, trigger.Connection) : null;
        var handling = new MessageHandling(
            queue,
            poison,
            hostJson.Queues,
            (message, cancel) => invoker.InvokeAsync(entry, MessageBinding.Event(message), cancel),
            bell,
            clock,
            log);

        return new QueueListener(entry.Name, queue, handling, hostJson.Queues, Random.Shared, bell, clock, log);
    }

    private IMessageQueue Open(string name, string? connection, ILogger log)
    {
        var queue = queues.Open(name, connection);
        if (Chaos.Read(settings) is not { } chaos)
        {
            return queue;
        }

        DriverLog.ChaosReigns(log, name, chaos.Seed);
        return new ChaoticQueue(queue, chaos);
    }

    private ILogger LogOf(FunctionEntry entry) => logs.CreateLogger($"Function.{entry.Name}");
}
