using Azure.Storage.Queues.Models;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>A message that was taken, its body decoded; <see cref="Encoded"/> is what lies in the queue.</summary>
/// <param name="Message">Body: the decoded one, or the text as it is if it could not be decoded.</param>
/// <param name="Encoded">Goes to the poison queue unchanged.</param>
/// <param name="Readable">False if the text is not what the encoding demands.</param>
internal sealed record ReceivedMessage(QueueMessage Message, string Encoded, bool Readable)
{
    public string Id => Message.MessageId;

    public long DequeueCount => Message.DequeueCount;
}

/// <summary>One queue. Each call may throw <c>RequestFailedException</c>.</summary>
internal interface IMessageQueue
{
    string Name { get; }

    Task<bool> ExistsAsync(CancellationToken cancel);

    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int max, TimeSpan hidden, CancellationToken cancel);

    /// <returns>The new receipt; the old one is void.</returns>
    Task<string> HideAsync(string id, string receipt, TimeSpan hidden, CancellationToken cancel);

    Task DeleteAsync(string id, string receipt, CancellationToken cancel);

    /// <summary>Adds a message as it is encoded, to a queue that is made if need be.</summary>
    Task PutAsync(string encoded, CancellationToken cancel);
}

internal interface IMessageQueues
{
    IMessageQueue Open(string name, string? connection);
}
