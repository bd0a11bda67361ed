using ShipBy.Application.Marketplaces;

namespace ShipBy.Application.SelfWatch;

/// <summary>Watches over ShipBy itself. Whatever runs calls it when its own work is done; it never throws for a ledger that gives no answer.</summary>
public interface ISelfWatch
{
    /// <summary>Gives a sign of life and looks after the others, now and then; mostly it does nothing.</summary>
    Task RunAsync(Trigger trigger, CancellationToken cancel);

    /// <summary>Looks at once, because something has just changed for the worse or the better.</summary>
    Task RunNowAsync(Trigger trigger, CancellationToken cancel);

    /// <summary>A push of this shop has come.</summary>
    Task HeardPushAsync(Shop shop, CancellationToken cancel);
}

/// <summary>What sets ShipBy going.</summary>
public enum Trigger
{
    PollOrders,
    SweepDeadlines,
    DeliverOutbox,

    /// <summary>A queue message. No news from queues is good news.</summary>
    Queue,

    /// <summary>A push of a marketplace.</summary>
    Push,
}

/// <summary>For a history that is played: nothing can be wrong with it.</summary>
public sealed class NobodyWatches : ISelfWatch
{
    public Task RunAsync(Trigger trigger, CancellationToken cancel) => Task.CompletedTask;

    public Task RunNowAsync(Trigger trigger, CancellationToken cancel) => Task.CompletedTask;

    public Task HeardPushAsync(Shop shop, CancellationToken cancel) => Task.CompletedTask;
}
