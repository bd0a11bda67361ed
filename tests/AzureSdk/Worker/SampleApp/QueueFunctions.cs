using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace ShipBy.AzureSdk.Tests.Worker.SampleApp;

public sealed class TextFunction(Diary diary)
{
    [Function("TakesText")]
    public void Run([QueueTrigger("%TextQueue%")] string message, long dequeueCount) => diary.Write($"text {message} {dequeueCount > 0}");
}

public sealed class PocoFunction
{
    [Function("ReadsPoco")]
    public static void Run([QueueTrigger("%PocoQueue%")] QueueFunctions.Ring message) => _ = message;
}

public sealed class QueueFunctions(Diary diary)
{
    [Function("TakesBytes")]
    public Task TakesBytes([QueueTrigger("%BytesQueue%")] byte[] message)
    {
        diary.Write($"bytes {message.Length}");

        return Task.CompletedTask;
    }

    [Function("TakesData")]
    public ValueTask TakesData([QueueTrigger("%DataQueue%")] BinaryData message)
    {
        diary.Write($"data {message}");

        return ValueTask.CompletedTask;
    }

    [Function("TakesMessage")]
    public void TakesMessage([QueueTrigger("%MessageQueue%")] QueueMessage message) =>
        diary.Write($"message {message.Body} {message.MessageId.Length}");

    [Function("TakesPoco")]
    public void TakesPoco([QueueTrigger("%PocoQueue%")] Ring message, FunctionContext context) =>
        diary.Write($"poco {message.Pool} {context.FunctionDefinition.Name}");

    public sealed record Ring(string Pool);
}
