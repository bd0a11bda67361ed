using Azure;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Keeps a message hidden while it is being handled: for 10 minutes, and anew each 5.</summary>
internal sealed class MessageHold : IAsyncDisposable
{
    private static readonly TimeSpan ShortestRetry = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _done = new();
    private readonly IMessageQueue _queue;
    private readonly string _id;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Task _renewing;

    public MessageHold(IMessageQueue queue, ReceivedMessage message, TimeProvider clock, ILogger log)
    {
        (_queue, _id, _clock, _log) = (queue, message.Id, clock, log);
        Receipt = message.Message.PopReceipt;
        _renewing = RenewAsync();
    }

    /// <value>The newest receipt.</value>
    public string Receipt { get; private set; }

    /// <summary>Ends the renewals; afterwards <see cref="Receipt"/> stays as it is.</summary>
    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _renewing;
        _done.Dispose();
    }

    private async Task RenewAsync()
    {
        var wait = QueueSettings.Hidden / 2;
        try
        {
            while (true)
            {
                await Task.Delay(wait, _clock, _done.Token);
                wait = await TryRenewAsync() ? QueueSettings.Hidden / 2 : TimeSpan.FromTicks(Math.Max(wait.Ticks / 2, ShortestRetry.Ticks));
            }
        }
        catch (OperationCanceledException) when (_done.IsCancellationRequested)
        {
            // The message is settled.
        }
        catch (RequestFailedException lost) when (lost.MeansLost())
        {
            DriverLog.MessageLost(_log, _queue.Name, _id);      // the function is not told, as on the real host
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        try
        {
            Receipt = await _queue.HideAsync(_id, Receipt, QueueSettings.Hidden, _done.Token);
            return true;
        }
        catch (Exception e) when (e is RequestFailedException refused ? !refused.MeansLost() : !_done.IsCancellationRequested)
        {
            DriverLog.RenewalFailed(_log, e, _queue.Name, _id);
            return false;
        }
    }
}
