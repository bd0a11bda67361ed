using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Simulation.Checking;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Hosting;

/// <summary>One instance of the app: a process that runs, crashes, and is started again by the platform.</summary>
internal sealed class Instance(Play play, string name)
{
    private int _lives;

    public App? App { get; private set; }

    public bool IsAwake => App is { Life.IsAwake: true };

    public void Start()
    {
        _lives++;
        App = new App(play, new Life(play.Scheduler, _lives == 1 ? name : $"{name}.{_lives}") { ClockError = play.Plan.MostClockError == 0 ? 0 : play.Chance.Between(-play.Plan.MostClockError, play.Plan.MostClockError) });
        play.Trace.Say($"{App.Life} starts");
    }

    /// <summary>The process is gone; the platform starts another one after a while.</summary>
    public void Crash()
    {
        App!.Life.Die();
        App = null;
        play.Scheduler.At(play.Scheduler.Now + play.Chance.Between(Scheduler.Second, 90 * Scheduler.Second), () =>
        {
            if (App is null)
            {
                Start();
            }
        });
    }

    /// <summary>Runs one function in the process, as the host does: what it throws is a failed run and no more.</summary>
    /// <param name="ended">Told whether it succeeded; never called when the process dies before.</param>
    public void Run(string what, Func<App, Task> function, Action<bool>? ended = null)
    {
        var app = App!;
        play.Scheduler.At(play.Scheduler.Now, app.Life, () => _ = RunAsync(app, what, function, ended));
    }

    private async Task RunAsync(App app, string what, Func<App, Task> function, Action<bool>? ended)
    {
        play.Trace.Say($"{app.Life}: {what}");
        var succeeded = true;
        try
        {
            await function(app);
        }
        catch (Exception failure)
        {
            succeeded = false;
            play.Trace.Say($"{app.Life}: {what} failed: {failure.GetType().Name}: {failure.Message}");
            if (failure is not (IOException or LedgerUnreachableException or MarketplaceException))
            {
                play.Violate(Rule.NothingBreaks, $"{what} failed with {failure}");
            }
        }

        ended?.Invoke(succeeded);
    }
}
