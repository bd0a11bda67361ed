using Azure;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>The life of one message, from being taken to being deleted, shown again or moved away.</summary>
internal sealed class MessageHandling(
    IMessageQueue queue,
    IMessageQueue? poison,
    QueueSettings settings,
    Func<ReceivedMessage, CancellationToken, Task> run,
    QueueBell bell,
    TimeProvider clock,
    ILogger log)
{
    /// <summary>Never throws: whatever happens to a message must not stop the others.</summary>
    public async Task HandleAsync(ReceivedMessage message, DriverLife life)
    {
        try
        {
            if (message.DequeueCount > settings.MaxDequeueCount || !message.Readable)
            {
                await PoisonAsync(message, message.Message.PopReceipt, life.Settling);
                return;
            }

            await RunAndSettleAsync(message, life);
        }
        catch (RequestFailedException lost) when (lost.MeansLost())
        {
            DriverLog.MessageLost(log, queue.Name, message.Id);     // another owner will run it again
        }
        catch (Exception e)
        {
            DriverLog.SettlingFailed(log, e, queue.Name, message.Id);
        }
    }

    private async Task RunAndSettleAsync(ReceivedMessage message, DriverLife life)
    {
        var hold = new MessageHold(queue, message, clock, log);
        bool done;
        await using (hold)
        {
            done = await TryRunAsync(message, life.Execution);
        }

        if (done)
        {
            await queue.DeleteAsync(message.Id, hold.Receipt, life.Settling);
        }
        else if (message.DequeueCount >= settings.MaxDequeueCount)
        {
            await PoisonAsync(message, hold.Receipt, life.Settling);
        }
        else if (poison is not null)
        {
            await queue.HideAsync(message.Id, hold.Receipt, settings.VisibilityTimeout, life.Settling);
        }
    }

    private async Task<bool> TryRunAsync(ReceivedMessage message, CancellationToken cancel)
    {
        try
        {
            await run(message, cancel);
            return true;
        }
        catch (Exception e)
        {
            DriverLog.MessageFailed(log, e, queue.Name, message.Id, message.DequeueCount);
            return false;
        }
    }

    /// <summary>Copy, then delete: two steps, so that a crash between them leaves both and loses nothing.</summary>
    private async Task PoisonAsync(ReceivedMessage message, string receipt, CancellationToken cancel)
    {
        if (poison is null)
        {
            return;     // stays hidden for the rest of its time, then comes again
        }

        await poison.PutAsync(message.Encoded, cancel);
        bell.Ring(poison.Name);
        DriverLog.MessagePoisoned(log, queue.Name, message.Id, poison.Name);
        await queue.DeleteAsync(message.Id, receipt, cancel);
    }
}
