using Azure.Core;
using Azure.Core.Pipeline;
using ShipBy.Adapters.Storage;

namespace ShipBy.Bench.Product;

/// <summary>Reads along what the driver's pump asks of its queues, and tells looks that a message caused from looks that find nothing because nothing was rung.</summary>
/// <remarks>After a batch the pump asks again at once: that look belongs to the message. All later ones, until a message is found, are idle.</remarks>
internal sealed class QueueDiary : HttpPipelinePolicy
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, bool> _afterABatch = new(StringComparer.Ordinal);
    private long _idle;
    private long _pump;
    private long _deleted;

    public long IdleLooks => Interlocked.Read(ref _idle);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The driver only waits.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        var path = message.Request.Uri.ToUri().AbsolutePath;
        lock (_gate)
        {
            _pump++;
            switch (message.Request.Method.Method)
            {
                case "GET" when path.EndsWith("/messages", StringComparison.Ordinal):
                    var found = message.Response.Content.ToString().Contains("<MessageId>", StringComparison.Ordinal);
                    _idle += found || _afterABatch.GetValueOrDefault(path) ? 0 : 1;
                    _afterABatch[path] = found;
                    break;
                case "DELETE":
                    _deleted++;
                    break;
                default:
                    _idle++;        // whether the queue is there, asked once when the pump starts
                    break;
            }
        }
    }

    /// <summary>Waits until every message that was sent has been received and deleted and the pump has looked once more.</summary>
    /// <param name="counter">Knows of all requests to the queues; those that the pump did not make are messages sent.</param>
    public async Task QuietAsync(StorageRequestCounter counter)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!IsQuiet(counter))
        {
            await Task.Delay(LookEvery, patience.Token);
        }
    }

    private bool IsQuiet(StorageRequestCounter counter)
    {
        lock (_gate)
        {
            return counter.Queue - _pump <= _deleted && _afterABatch.Values.All(after => !after);
        }
    }
}
