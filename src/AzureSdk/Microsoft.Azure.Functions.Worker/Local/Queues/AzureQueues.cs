using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

internal sealed class AzureQueues(StorageConnections connections, HostJson hostJson) : IMessageQueues
{
    public IMessageQueue Open(string name, string? connection) => new AzureQueue(connections.Queue(name, connection), hostJson.Queues.Base64);
}

/// <summary>Encodes and decodes by itself, so that one unreadable message does not spoil the batch it came in.</summary>
internal sealed class AzureQueue(QueueClient client, bool base64) : IMessageQueue
{
    public string Name => client.Name;

    public async Task<bool> ExistsAsync(CancellationToken cancel) => await client.ExistsAsync(cancel);

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int max, TimeSpan hidden, CancellationToken cancel)
    {
        var answer = await client.ReceiveMessagesAsync(max, hidden, cancel);

        return [.. answer.Value.Select(Decode)];
    }

    public async Task<string> HideAsync(string id, string receipt, TimeSpan hidden, CancellationToken cancel)
    {
        var answer = await client.UpdateMessageAsync(id, receipt, visibilityTimeout: hidden, cancellationToken: cancel);

        return answer.Value.PopReceipt;
    }

    public Task DeleteAsync(string id, string receipt, CancellationToken cancel) => client.DeleteMessageAsync(id, receipt, cancel);

    public async Task PutAsync(string encoded, CancellationToken cancel)
    {
        await client.CreateIfNotExistsAsync(cancellationToken: cancel);
        await client.SendMessageAsync(encoded, cancel);
    }

    private ReceivedMessage Decode(QueueMessage message)
    {
        var encoded = message.Body.ToString();
        if (!base64)
        {
            return new ReceivedMessage(message, encoded, Readable: true);
        }

        var bytes = new byte[Encoding.UTF8.GetByteCount(encoded)];
        var readable = Convert.TryFromBase64String(encoded, bytes, out var length);
        var decoded = QueuesModelFactory.QueueMessage(
            message.MessageId, message.PopReceipt, readable ? BinaryData.FromBytes(bytes.AsMemory(0, length)) : message.Body,
            message.DequeueCount, message.NextVisibleOn, message.InsertedOn, message.ExpiresOn);

        return new ReceivedMessage(decoded, encoded, readable);
    }
}
