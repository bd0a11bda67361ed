using Azure.Data.Tables;
using ShipBy.TestKit.Storage;

namespace ShipBy.AzureSdk.Tests.Tables;

internal static class TestTables
{
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An empty table that nobody else uses.</summary>
    public static async Task<TableClient> NewTableAsync(this AzuriteFixture azurite, TableClientOptions? options = null)
    {
        var table = new TableClient(azurite.ConnectionString, AzuriteFixture.UniqueName("t"), options);
        await table.CreateIfNotExistsAsync(Cancel);

        return table;
    }

    public static async Task<List<string>> RowKeysAsync(this TableClient table, string? filter = null)
    {
        var keys = new List<string>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: Cancel))
        {
            keys.Add(entity.RowKey);
        }

        return keys;
    }
}
