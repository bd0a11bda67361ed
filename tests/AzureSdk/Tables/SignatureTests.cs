using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using ShipBy.TestKit.Storage;
using static ShipBy.AzureSdk.Tests.Tables.TestTables;

namespace ShipBy.AzureSdk.Tests.Tables;

/// <summary>The shared key, against the emulator, and what policies of a product's own see.</summary>
public class SignatureTests(AzuriteFixture azurite)
{
    private const string Account = "devstoreaccount1";

    [Fact]
    public async Task WrongKey_IsForbidden()
    {
        var table = TableWithKey(Convert.ToBase64String("not the key"u8));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("a", "b", cancellationToken: Cancel));

        Assert.Equal(403, refused.Status);
        Assert.DoesNotContain(Convert.ToBase64String("not the key"u8), refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RotatedKey_ServesTheClientsThatExist()
    {
        var credential = new TableSharedKeyCredential(Account, Convert.ToBase64String("the old key"u8));
        var service = new TableServiceClient(new Uri(azurite.TableEndpoint, Account), credential);

        credential.SetAccountKey(KeyOf(azurite.ConnectionString));
        var made = await service.CreateTableIfNotExistsAsync(AzuriteFixture.UniqueName("rotated"), Cancel);

        Assert.Equal(201, made.GetRawResponse().Status);
    }

    [Fact]
    public async Task PolicyOfTheProduct_SeesEachCallOnce()
    {
        var counter = new Counter();
        var options = new TableClientOptions();
        options.AddPolicy(counter, HttpPipelinePosition.PerCall);
        var table = await azurite.NewTableAsync(options);

        await table.AddEntityAsync(new TableEntity("pool", "1"), Cancel);
        await table.RowKeysAsync();

        Assert.Equal(["POST", "POST", "GET"], counter.Calls);
    }

    private static string KeyOf(string connectionString) =>
        connectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];

    private TableClient TableWithKey(string key) =>
        new(new Uri(azurite.TableEndpoint, Account), "sometable", new TableSharedKeyCredential(Account, key));

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        public List<string> Calls { get; } = [];

        public override void OnSendingRequest(HttpMessage message) => Calls.Add(message.Request.Method.ToString());
    }
}
