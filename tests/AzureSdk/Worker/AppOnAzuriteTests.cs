using Azure.Storage.Queues;
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

    [Fact]
    public async Task Timers_RunEverySecond_UnderALeaseButUnmonitored()
    {
        await using var app = await DriverApp.StartAsync(
            [typeof(EverySecond)], [("AzureWebJobsStorage", azurite.ConnectionString), ("AzureFunctionsWebHost:hostid", AzuriteFixture.UniqueName("host"))]);

        Assert.Equal(["tick False True", "tick False True"], await app.Diary.NextAsync(2));
    }
}
