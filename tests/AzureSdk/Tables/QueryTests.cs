using Azure.Data.Tables;
using ShipBy.TestKit.Storage;
using static ShipBy.AzureSdk.Tests.Tables.TestTables;

namespace ShipBy.AzureSdk.Tests.Tables;

/// <summary>Filters, pages and lists of tables, against the emulator.</summary>
public class QueryTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly Guid Id = Guid.Parse("66cf3753-1cc9-44c4-b857-4546f744901b");

    public static TheoryData<string, string> Filters => new()
    {
        { TableClient.CreateQueryFilter($"PartitionKey eq {"O'Neil"}"), "quoted" },
        { TableClient.CreateQueryFilter($"PartitionKey eq {"pool"} and RowKey ge {"due|"} and RowKey lt {"due}"}"), "due|1 due|2" },
        { TableClient.CreateQueryFilter($"Big gt {int.MaxValue + 1L}"), "due|2" },
        { TableClient.CreateQueryFilter($"Small eq {7}"), "due|1" },
        { TableClient.CreateQueryFilter($"At gt {Noon}"), "due|2" },
        { TableClient.CreateQueryFilter($"At le {Noon.UtcDateTime}"), "due|1" },
        { TableClient.CreateQueryFilter($"Id eq {Id}"), "due|1" },
        { TableClient.CreateQueryFilter($"Open eq {true}"), "due|1" },
        { TableClient.CreateQueryFilter($"Share eq {0.5}"), "due|2" },
        { TableClient.CreateQueryFilter($"PartitionKey eq {"nobody"}"), "" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_FindsByEveryTypeOfValue(string filter, string expected)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("O'Neil", "quoted"), Cancel);
        await table.AddEntityAsync(new TableEntity("pool", "due|1") { ["Big"] = 1L, ["Small"] = 7, ["At"] = Noon, ["Id"] = Id, ["Open"] = true }, Cancel);
        await table.AddEntityAsync(
            new TableEntity("pool", "due|2") { ["Big"] = long.MaxValue, ["At"] = Noon.AddMilliseconds(1), ["Open"] = false, ["Share"] = 0.5 }, Cancel);

        Assert.Equal(expected, string.Join(' ', await table.RowKeysAsync(filter)));
    }

    [Fact]
    public async Task Pages_HoldWhatWasAsked_AndGoOnFromAToken()
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(
            Enumerable.Range(0, 7).Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("pool", $"{number}"))), Cancel);

        var pages = new List<string>();
        var tokens = new List<string?>();
        await foreach (var page in table.QueryAsync<TableEntity>("PartitionKey eq 'pool'", maxPerPage: 3, cancellationToken: Cancel).AsPages())
        {
            pages.Add(string.Concat(page.Values.Select(entity => entity.RowKey)));
            tokens.Add(page.ContinuationToken);
        }

        var rest = new List<string>();
        await foreach (var page in table.QueryAsync<TableEntity>("PartitionKey eq 'pool'", cancellationToken: Cancel).AsPages(tokens[0], pageSizeHint: 2))
        {
            rest.Add(string.Concat(page.Values.Select(entity => entity.RowKey)));
        }

        Assert.Equal(["012", "345", "6"], pages);
        Assert.Null(tokens[^1]);
        Assert.Equal(["34", "56"], rest);
    }

    [Fact]
    public async Task Query_FollowsThePages_PastAThousandEntities()
    {
        var table = await azurite.NewTableAsync();
        foreach (var chunk in Enumerable.Range(0, 1100).Chunk(100))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("pool", $"{number:0000}"))), Cancel);
        }

        Assert.Equal(Enumerable.Range(0, 1100).Select(number => $"{number:0000}"), await table.RowKeysAsync());
    }

    [Fact]
    public async Task Query_SelectsProperties()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("pool", "1") { ["Wanted"] = 1, ["Other"] = 2 }, Cancel);

        var found = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(select: ["RowKey", "Wanted"], cancellationToken: Cancel))
        {
            found.Add(entity);
        }

        Assert.Equal(("1", 1, false), (found.Single().RowKey, found[0].GetInt32("Wanted"), found[0].ContainsKey("Other")));
    }

    [Fact]
    public async Task Tables_AreMadeOnce_ListedAndDropped()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var name = AzuriteFixture.UniqueName("listed");

        var made = await service.CreateTableIfNotExistsAsync(name, Cancel);
        var again = await service.GetTableClient(name).CreateIfNotExistsAsync(Cancel);
        var listed = new List<string>();
        await foreach (var table in service.QueryAsync($"TableName eq '{name}'", cancellationToken: Cancel))
        {
            listed.Add(table.Name);
        }

        var dropped = await service.DeleteTableAsync(name, Cancel);
        var gone = await service.GetTableClient(name).DeleteAsync(Cancel);

        Assert.Equal((name, name), (made.Value.Name, again.Value.Name));
        Assert.Equal([name], listed);
        Assert.Equal((204, 404), (dropped.Status, gone.Status));
    }
}
