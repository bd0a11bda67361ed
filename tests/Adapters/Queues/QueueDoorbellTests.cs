using Azure.Storage.Queues;
using Microsoft.Extensions.Logging.Abstractions;
using ShipBy.Adapters.Queues;
using ShipBy.Application.Doorbell;
using ShipBy.TestKit;
using ShipBy.TestKit.Storage;

namespace ShipBy.Adapters.Tests.Queues;

public sealed class QueueDoorbellTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task ARing_NamesThePool_AndMakesItsQueueWhereItIsMissing()
    {
        var queues = new QueueServiceClient(azurite.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queues.GetQueueClient("reserve-stock").DeleteIfExistsAsync();
        var bell = new QueueDoorbell(queues, NullLogger<QueueDoorbell>.Instance);

        await bell.RingAsync(Bell.ReserveStock, Sample.Pool, default);

        var heard = await queues.GetQueueClient("reserve-stock").ReceiveMessageAsync();
        Assert.Equal("main", heard.Value.Body.ToString());
    }

    [Fact]
    public async Task ARingThatGetsLost_StopsNobody()
    {
        var options = new QueueClientOptions { Retry = { MaxRetries = 0 } };
        var nowhere = new QueueServiceClient(azurite.ConnectionString.Replace(azurite.QueueEndpoint.Authority, "127.0.0.1:1", StringComparison.Ordinal), options);

        Assert.Null(await Record.ExceptionAsync(() => new QueueDoorbell(nowhere, NullLogger<QueueDoorbell>.Instance).RingAsync(Bell.ReserveStock, Sample.Pool, default)));
    }
}
