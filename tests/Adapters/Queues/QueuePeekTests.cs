using Azure.Storage.Queues;
using NodaTime;
using ShipBy.Adapters.Queues;
using ShipBy.TestKit.Storage;

namespace ShipBy.Adapters.Tests.Queues;

public sealed class QueuePeekTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task APeek_FindsWhatLies_AndTakesNothingOut()
    {
        var queues = new QueueServiceClient(azurite.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var poison = queues.GetQueueClient("deadline-warnings-poison");
        await poison.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await poison.ClearMessagesAsync(Cancel);
        var before = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        await poison.SendMessageAsync("main", Cancel);
        await poison.SendMessageAsync("main", Cancel);
        var peek = new QueuePeek(queues);

        for (var look = 0; look < 2; look++)
        {
            var found = Assert.Single((await peek.LookAsync(Cancel))!, one => one.IsPoison);
            Assert.Equal(("deadline-warnings-poison", 2), (found.Queue, found.Messages));
            Assert.InRange(found.OldestAt, before - Duration.FromSeconds(2), before + Duration.FromMinutes(5));
        }

        await poison.DeleteIfExistsAsync(Cancel);
        Assert.DoesNotContain((await peek.LookAsync(Cancel))!, one => one.IsPoison);        // a queue that is not there holds nothing
    }

    [Fact]
    public async Task QueuesThatDoNotAnswer_TellNothing()
    {
        var options = new QueueClientOptions { Retry = { MaxRetries = 0 } };
        var nowhere = new QueueServiceClient(azurite.ConnectionString.Replace(azurite.QueueEndpoint.Authority, "127.0.0.1:1", StringComparison.Ordinal), options);

        Assert.Null(await new QueuePeek(nowhere).LookAsync(Cancel));
    }
}
