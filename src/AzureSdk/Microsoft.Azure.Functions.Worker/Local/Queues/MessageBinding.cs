using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Local.Functions;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>A message as a function's parameter asks for it.</summary>
internal static class MessageBinding
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <exception cref="FunctionInputConverterException">The body is not the JSON of <paramref name="wanted"/>.</exception>
    public static object? Convert(ReceivedMessage received, Type wanted)
    {
        var body = received.Message.Body;

        return wanted switch
        {
            _ when wanted == typeof(string) => body.ToString(),
            _ when wanted == typeof(byte[]) => body.ToArray(),
            _ when wanted == typeof(BinaryData) => body,
            _ when wanted == typeof(QueueMessage) => received.Message,
            _ => FromJson(body, wanted),
        };
    }

    /// <summary>What the trigger says by name.</summary>
    public static TriggerEvent Event(ReceivedMessage received)
    {
        var message = received.Message;

        return new TriggerEvent(received, new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["QueueTrigger"] = message.Body.ToString(),
            ["Id"] = message.MessageId,
            ["PopReceipt"] = message.PopReceipt,
            ["DequeueCount"] = message.DequeueCount,
            ["InsertionTime"] = message.InsertedOn,
            ["ExpirationTime"] = message.ExpiresOn,
            ["NextVisibleTime"] = message.NextVisibleOn,
        });
    }

    private static object? FromJson(BinaryData body, Type wanted)
    {
        try
        {
            return JsonSerializer.Deserialize(body, wanted, Json);
        }
        catch (JsonException e)
        {
            throw new FunctionInputConverterException($"The message's body is not a {wanted.Name}.", e);
        }
    }
}
