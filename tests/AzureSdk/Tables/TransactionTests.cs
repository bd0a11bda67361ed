using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ShipBy.TestKit.Storage;
using static ShipBy.AzureSdk.Tests.Tables.TestTables;

namespace ShipBy.AzureSdk.Tests.Tables;

/// <summary>Entity group transactions, against the emulator.</summary>
public class TransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Transaction_DoesEveryKindOfAction_AndAnswersForEach()
    {
        var table = await azurite.NewTableAsync();
        var merged = await AddAsync(table, "merged");
        await AddAsync(table, "replaced");
        await AddAsync(table, "deleted");

        var answer = await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, Entity("added's")),
                new(TableTransactionActionType.UpdateMerge, Entity("merged"), merged),
                new(TableTransactionActionType.UpdateReplace, Entity("replaced"), ETag.All),
                new(TableTransactionActionType.Delete, Entity("deleted")),
                new(TableTransactionActionType.UpsertMerge, Entity("upserted")),
                new(TableTransactionActionType.UpsertReplace, Entity("заказ")),
            ],
            Cancel);

        Assert.Equal([204, 204, 204, 204, 204, 204], answer.Value.Select(part => part.Status));
        Assert.Equal(["added's", "merged", "replaced", "upserted", "заказ"], await table.RowKeysAsync());
        Assert.Equal(await ETagAsync(table, "merged"), answer.Value[1].Headers.ETag);
        Assert.True((await table.GetEntityAsync<TableEntity>("pool", "merged", cancellationToken: Cancel)).Value.ContainsKey("Before"));
        Assert.False((await table.GetEntityAsync<TableEntity>("pool", "replaced", cancellationToken: Cancel)).Value.ContainsKey("Before"));
    }

    [Fact]
    public async Task Transaction_TakesAHundredActions()
    {
        var table = await azurite.NewTableAsync();

        var answer = await table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(number => new TableTransactionAction(TableTransactionActionType.Add, Entity($"{number:000}"))), Cancel);

        Assert.Equal(100, answer.Value.Count);
        Assert.Equal(100, (await table.RowKeysAsync()).Count);
    }

    [Fact]
    public async Task Transaction_DoesNothing_WhenOneActionIsRefused()
    {
        var table = await azurite.NewTableAsync();
        await AddAsync(table, "there");

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, Entity("1")), new(TableTransactionActionType.Add, Entity("there"))], Cancel));

        Assert.Equal((409, 1), (refused.Status, refused.FailedTransactionActionIndex));
        Assert.Equal(TableErrorCode.EntityAlreadyExists, (TableErrorCode)refused.ErrorCode!);
        Assert.Equal(["there"], await table.RowKeysAsync());
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    [InlineData(TableTransactionActionType.Delete)]
    public async Task Transaction_IsRefused_UnderAnETagThatIsGone(TableTransactionActionType kind)
    {
        var table = await azurite.NewTableAsync();
        var gone = await AddAsync(table, "there");
        await table.UpdateEntityAsync(Entity("there"), gone, cancellationToken: Cancel);

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertReplace, Entity("other")),
                new(TableTransactionActionType.UpsertReplace, Entity("another")),
                new(kind, Entity("there"), gone),
            ],
            Cancel));

        Assert.Equal((412, 2), (refused.Status, refused.FailedTransactionActionIndex));
        Assert.Equal(["there"], await table.RowKeysAsync());
    }

    [Fact]
    public async Task Transaction_IsRefused_WhenARowIsNamedTwice()
    {
        var table = await azurite.NewTableAsync();

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertReplace, Entity("1")),
                new(TableTransactionActionType.UpsertReplace, Entity("2")),
                new(TableTransactionActionType.UpsertReplace, Entity("1")),
            ],
            Cancel));

        Assert.Equal((400, 2), (refused.Status, refused.FailedTransactionActionIndex));
        Assert.Equal(TableErrorCode.InvalidDuplicateRow, (TableErrorCode)refused.ErrorCode!);
        Assert.Empty(await table.RowKeysAsync());
    }

    [Fact]
    public async Task Transaction_IsRefused_AcrossPartitions_ThoughTheEmulatorWouldTakeIt()
    {
        var table = await azurite.NewTableAsync();

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, Entity("1")),
                new(TableTransactionActionType.Add, new TableEntity("other pool", "1")),
            ],
            Cancel));

        Assert.Equal((400, 1), (refused.Status, refused.FailedTransactionActionIndex));
        Assert.Empty(await table.RowKeysAsync());
    }

    private static TableEntity Entity(string row) => new("pool", row) { ["After"] = "second line\r\n--changeset_1\r\nHTTP/1.1 204 No Content" };

    private static async Task<ETag> AddAsync(TableClient table, string row) =>
        (await table.AddEntityAsync(new TableEntity("pool", row) { ["Before"] = 1 }, Cancel)).Headers.ETag!.Value;

    private static async Task<ETag> ETagAsync(TableClient table, string row) =>
        (await table.GetEntityAsync<TableEntity>("pool", row, cancellationToken: Cancel)).Value.ETag;
}
