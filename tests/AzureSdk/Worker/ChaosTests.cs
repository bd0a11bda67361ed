using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Azure.Functions.Worker.Local.Queues;
using Microsoft.Extensions.Configuration;
using ShipBy.AzureSdk.Tests.Worker.Fakes;
using ShipBy.AzureSdk.Tests.Worker.SampleApp;
using ShipBy.TestKit.Storage;

namespace ShipBy.AzureSdk.Tests.Worker;

public class ChaosTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Line10_InATestRun_MessagesComeAgain_TwiceAndInAnyOrder_WithoutBeingAskedFor()
    {
        var sent = Enumerable.Range(1, 60).Select(number => $"{number:00}").ToList();
        var queue = new QueueClient(
            azurite.ConnectionString, AzuriteFixture.UniqueName("text"), new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var text in sent)
        {
            await queue.SendMessageAsync(text, TestContext.Current.CancellationToken);
        }

        await using var app = await DriverApp.StartAsync(
            [typeof(TextFunction)], [("AzureWebJobsStorage", azurite.ConnectionString), ("TextQueue", queue.Name)]);
        var seen = new List<string>();
        while (seen.Distinct().Count() < sent.Count || seen.Count < 70)
        {
            seen.Add((await app.Diary.NextAsync()).Split(' ')[1]);
        }

        Assert.Superset(sent.ToHashSet(), seen.ToHashSet());
        Assert.NotEqual(sent, seen.Distinct());
        Assert.Contains(app.Log.Lines, line => line.Contains("by the seed 20261122", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("redeliver", true, false)]
    [InlineData("duplicate", false, true)]
    [InlineData("redeliver,duplicate,reorder", true, true)]
    public async Task Line10_EachKindOfChaos_DoesItsOwn_AndEnds(string setting, bool again, bool twice)
    {
        var clock = new WatchedClock();
        var inner = new FakeQueue("orders", clock);
        inner.Add([.. Enumerable.Range(1, 100).Select(number => $"order {number}")]);
        var queue = new ChaoticQueue(inner, Chaos.Read(Settings(setting))!);

        var seen = new List<ReceivedMessage>();
        var cancel = TestContext.Current.CancellationToken;
        while (await queue.ReceiveAsync(16, QueueSettings.Hidden, cancel) is { Count: > 0 } batch)
        {
            seen.AddRange(batch);
            foreach (var message in batch)
            {
                await queue.DeleteAsync(message.Id, message.Message.PopReceipt, cancel);
            }
        }

        Assert.Empty(inner.Bodies);
        Assert.Equal(100, seen.DistinctBy(message => message.Encoded).Count());
        Assert.Equal(again, seen.Any(message => message.DequeueCount > 1));
        Assert.Equal(twice, seen.DistinctBy(message => message.Id).Count() > 100);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void WithoutTheSetting_ThereIsNoChaos(string? setting) => Assert.Null(Chaos.Read(Settings(setting)));

    [Fact]
    public void AnUnknownKindOfChaos_IsRefused() =>
        Assert.Contains("'lose'", Assert.Throws<HostRefusedException>(() => Chaos.Read(Settings("lose"))).Message, StringComparison.Ordinal);

    private static IConfiguration Settings(string? chaos) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("FUNCTIONS_CHAOS", chaos), new("FUNCTIONS_CHAOS_SEED", "7")]).Build();
}
