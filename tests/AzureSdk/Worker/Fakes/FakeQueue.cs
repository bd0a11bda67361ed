using System.Collections.Concurrent;
using System.Threading.Channels;
using Azure;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Local.Queues;

namespace ShipBy.AzureSdk.Tests.Worker.Fakes;

/// <summary>A queue in memory that hides, counts and hands out receipts as the service does.</summary>
internal sealed class FakeQueue(string name, TimeProvider clock) : IMessageQueue
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<Stored> _messages = [];
    private readonly Channel<string> _calls = Channel.CreateUnbounded<string>();
    private int _numbers;

    public string Name => name;

    public bool Exists { get; set; } = true;

    /// <value>Asked before each call, as <c>receive</c>, <c>hide m1 00:10:00</c>, <c>delete m1</c> or <c>put text</c>; an answer is thrown.</value>
    public Func<string, Exception?> Refuse { get; set; } = _ => null;

    public ConcurrentQueue<string> Calls { get; } = new();

    public IReadOnlyList<string> Bodies
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages.Select(message => message.Body)];
            }
        }
    }

    public long CountOf(string id)
    {
        lock (_gate)
        {
            return _messages.Single(message => message.Id == id).Count;
        }
    }

    public void Add(params string[] bodies)
    {
        lock (_gate)
        {
            _messages.AddRange(bodies.Select(body => new Stored($"m{++_numbers}", body) { VisibleAt = clock.GetUtcNow() }));
        }
    }

    /// <summary>Waits for a call that begins so.</summary>
    public async Task CalledAsync(string call)
    {
        var found = "";
        while (!found.StartsWith(call, StringComparison.Ordinal))
        {
            found = await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
        }
    }

    public Task<bool> ExistsAsync(CancellationToken cancel)
    {
        Begin("exists");

        return Task.FromResult(Exists);
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int max, TimeSpan hidden, CancellationToken cancel)
    {
        Begin("receive");
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var taken = _messages.Where(message => message.VisibleAt <= now).Take(max).ToList();
            taken.ForEach(message => message.Take(now + hidden, $"r{++_numbers}"));

            return Task.FromResult<IReadOnlyList<ReceivedMessage>>([.. taken.Select(message => message.Seen())]);
        }
    }

    public Task<string> HideAsync(string id, string receipt, TimeSpan hidden, CancellationToken cancel)
    {
        Begin($"hide {id} {hidden:c}");
        lock (_gate)
        {
            var message = Find(id, receipt);
            message.VisibleAt = clock.GetUtcNow() + hidden;
            return Task.FromResult(message.Receipt = $"r{++_numbers}");
        }
    }

    public Task DeleteAsync(string id, string receipt, CancellationToken cancel)
    {
        Begin($"delete {id}");
        lock (_gate)
        {
            _messages.Remove(Find(id, receipt));
            return Task.CompletedTask;
        }
    }

    public Task PutAsync(string encoded, CancellationToken cancel)
    {
        Begin($"put {encoded}");
        Exists = true;
        Add(encoded);
        return Task.CompletedTask;
    }

    private void Begin(string call)
    {
        Calls.Enqueue(call);
        _calls.Writer.TryWrite(call);
        if (Refuse(call) is { } refusal)
        {
            throw refusal;
        }
    }

    private Stored Find(string id, string receipt)
    {
        var message = _messages.SingleOrDefault(message => message.Id == id) ?? throw new RequestFailedException(404, "gone", "MessageNotFound", null);

        return message.Receipt == receipt ? message : throw new RequestFailedException(400, "stale", "PopReceiptMismatch", null);
    }

    private sealed class Stored(string id, string body)
    {
        public string Id => id;

        public string Body => body;

        public long Count { get; private set; }

        public string Receipt { get; set; } = "";

        public DateTimeOffset VisibleAt { get; set; }

        public void Take(DateTimeOffset until, string receipt) => (Count, VisibleAt, Receipt) = (Count + 1, until, receipt);

        public ReceivedMessage Seen() =>
            new(QueuesModelFactory.QueueMessage(Id, Receipt, BinaryData.FromString(Body), Count, VisibleAt, null, null), Body, Body != "unreadable");
    }
}
