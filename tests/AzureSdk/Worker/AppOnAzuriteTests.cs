using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.AzureSdk.Tests.Worker.Fakes;
using ShipBy.AzureSdk.Tests.Worker.SampleApp;
using ShipBy.TestKit.Storage;

namespace ShipBy.AzureSdk.Tests.Worker;

public class AppOnAzuriteTests(AzuriteFixture azurite)
{
    private static readonly string[] Kinds = ["Text", "Bytes", "Data", "Message", "Poco"];

    [Fact]
    public async Task Queues_ReachTheFunction_InEveryTypeItMayAskFor()
    {
        var names = Kinds.ToDictionary(kind => $"{kind}Queue", kind => AzuriteFixture.UniqueName(kind.ToLowerInvariant()));
        await using var app = await DriverApp.StartAsync(
            [typeof(TextFunction), typeof(QueueFunctions)],
            [
                ("AzureWebJobsStorage", azurite.ConnectionString),
                .. names.Select(name => (name.Key, (string?)name.Value)),
            ]);

        foreach (var name in names.Values)
        {
            var queue = new QueueClient(azurite.ConnectionString, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
            await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
            await queue.SendMessageAsync("""{"pool":"main"}""", TestContext.Current.CancellationToken);
        }

        var lines = new HashSet<string>();
        while (lines.Count < Kinds.Length)
        {
            lines.Add(await app.Diary.NextAsync());
        }

        Assert.Equal(
            ["bytes 15", """data {"pool":"main"}""", """message {"pool":"main"} 36""", "poco main TakesPoco", """text {"pool":"main"} True"""],
            lines.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("not json", true)]
    [InlineData("not base64 either!", false)]
    public async Task Line4_WhatCannotBeRead_EndsInThePoisonQueue_Unchanged(string body, bool encoded)
    {
        var cancel = TestContext.Current.CancellationToken;
        var (name, requests) = (AzuriteFixture.UniqueName("poco"), new RequestLog());
        var options = new QueueClientOptions { MessageEncoding = encoded ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None };
        var (queue, poison) = (new QueueClient(azurite.ConnectionString, name, options), new QueueClient(azurite.ConnectionString, $"{name}-poison", options));
        await queue.CreateAsync(cancellationToken: cancel);
        await poison.CreateAsync(cancellationToken: cancel);
        await queue.SendMessageAsync(body, cancel);
        await using var app = await DriverApp.StartAsync(
            [typeof(PocoFunction)],
            [("AzureWebJobsStorage", azurite.ConnectionString), ("PocoQueue", name)],
            builder => builder.Services.AddSingleton<HttpPipelinePolicy>(requests));

        await requests.SeenAsync("POST", $"/{name}-poison/messages");

        Assert.Equal(body, (await poison.PeekMessageAsync(cancel)).Value.Body.ToString());
    }

    [Fact]
    public async Task Timers_RunEverySecond_UnderALeaseButUnmonitored()
    {
        await using var app = await DriverApp.StartAsync(
            [typeof(EverySecond)], [("AzureWebJobsStorage", azurite.ConnectionString), ("AzureFunctionsWebHost:hostid", AzuriteFixture.UniqueName("host"))]);

        Assert.Equal(["tick False True", "tick False True"], await app.Diary.NextAsync(2));
    }
}
