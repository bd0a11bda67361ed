using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ShipBy.TestKit.Storage;
using static ShipBy.AzureSdk.Tests.Tables.TestTables;

namespace ShipBy.AzureSdk.Tests.Tables;

/// <summary>One entity at a time, against the emulator.</summary>
public class SingleEntityTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Instant = new(2026, 11, 22, 14, 30, 15, 123, TimeSpan.Zero);

    [Fact]
    public async Task Add_KeepsTheTypeOfEveryValue()
    {
        var table = await azurite.NewTableAsync();
        var guid = Guid.NewGuid();
        var order = new TableEntity("pool", "order")
        {
            ["Text"] = "чай \"зелёный\" 绿茶\r\n--changeset",
            ["Int32"] = int.MinValue,
            ["Int64"] = long.MaxValue,
            ["Small64"] = 5L,
            ["Double"] = 0.1,
            ["Whole"] = 3.0,
            ["Infinite"] = double.PositiveInfinity,
            ["Truth"] = true,
            ["Instant"] = Instant.AddTicks(4567),
            ["Day"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            ["Guid"] = guid,
            ["Binary"] = new byte[] { 0, 255, 7 },
            ["Data"] = BinaryData.FromBytes(new byte[] { 9 }),
            ["Nothing"] = null,
        };

        await table.AddEntityAsync(order, Cancel);
        var read = (await table.GetEntityAsync<TableEntity>("pool", "order", cancellationToken: Cancel)).Value;

        Assert.Equal("чай \"зелёный\" 绿茶\r\n--changeset", read.GetString("Text"));
        Assert.Equal(int.MinValue, read.GetInt32("Int32"));
        Assert.Equal(long.MaxValue, read.GetInt64("Int64"));
        Assert.Equal(5L, read.GetInt64("Small64"));
        Assert.Equal(0.1, read.GetDouble("Double"));
        Assert.Equal(3.0, read.GetDouble("Whole"));
        Assert.Equal(double.PositiveInfinity, read.GetDouble("Infinite"));
        Assert.True(read.GetBoolean("Truth"));
        Assert.Equal(Instant.AddTicks(4567), read.GetDateTimeOffset("Instant"));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), read.GetDateTime("Day"));
        Assert.Equal(guid, read.GetGuid("Guid"));
        Assert.Equal([0, 255, 7], read.GetBinary("Binary"));
        Assert.Equal([9], read.GetBinaryData("Data").ToArray());
        Assert.False(read.ContainsKey("Nothing"));
        Assert.Null(read.GetInt32("Nothing"));
        Assert.Throws<InvalidOperationException>(() => read.GetInt32("Text"));
        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Theory]
    [InlineData("pool", "due|2026-11-22T14:30:00.0000000Z|61-5")]
    [InlineData("O'Neil's pool", "it''s 'quoted'")]
    [InlineData("склад Москва", "заказ №7 (второй), 100+1; a=b&c:d@e")]
    [InlineData("", "")]
    [InlineData("a b", "с пробелом и %")]
    public async Task Keys_SurviveTheUrl_WhateverTheyHold(string partition, string row)
    {
        var table = await azurite.NewTableAsync();

        var added = await table.AddEntityAsync(new TableEntity(partition, row) { ["Left"] = 1 }, Cancel);
        await table.UpdateEntityAsync(new TableEntity(partition, row) { ["Left"] = 2 }, added.Headers.ETag!.Value, TableUpdateMode.Replace, Cancel);
        var read = (await table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: Cancel)).Value;
        var found = await table.RowKeysAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey eq {row}"));
        await table.DeleteEntityAsync(partition, row, read.ETag, Cancel);

        Assert.Equal((partition, row, 2), (read.PartitionKey, read.RowKey, read.GetInt32("Left")));
        Assert.Equal([row], found);
        Assert.Empty(await table.RowKeysAsync());
    }

    [Fact]
    public async Task Add_IsRefused_WhenTheEntityIsThere()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("pool", "1"), Cancel);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("pool", "1"), Cancel));

        Assert.Equal(409, refused.Status);
        Assert.Equal(TableErrorCode.EntityAlreadyExists, (TableErrorCode)refused.ErrorCode!);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task Update_IsRefused_UnderAnETagThatIsGone(TableUpdateMode mode)
    {
        var table = await azurite.NewTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("pool", "1"), Cancel)).Headers.ETag!.Value;
        var second = (await table.UpdateEntityAsync(new TableEntity("pool", "1"), first, mode, Cancel)).Headers.ETag!.Value;

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("pool", "1"), first, mode, Cancel));

        Assert.NotEqual(first, second);
        Assert.Equal(412, refused.Status);
        Assert.Equal(TableErrorCode.UpdateConditionNotSatisfied, (TableErrorCode)refused.ErrorCode!);
    }

    [Fact]
    public async Task Update_WantsAConditionSaidAloud()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("pool", "1"), Cancel);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("pool", "1"), default, cancellationToken: Cancel));
        var done = await table.UpdateEntityAsync(new TableEntity("pool", "1"), ETag.All, cancellationToken: Cancel);

        Assert.Equal("ifMatch", refused.ParamName);
        Assert.Equal(204, done.Status);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task Upsert_KeepsWhatIsNotSent_OnlyWhenMerging(TableUpdateMode mode, bool kept)
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("pool", "1") { ["Old"] = "old" }, mode, Cancel);

        await table.UpsertEntityAsync(new TableEntity("pool", "1") { ["New"] = "new" }, mode, Cancel);
        var read = (await table.GetEntityAsync<TableEntity>("pool", "1", cancellationToken: Cancel)).Value;

        Assert.Equal((kept, true), (read.ContainsKey("Old"), read.ContainsKey("New")));
    }

    [Fact]
    public async Task Delete_OfNothing_IsAnAnswer()
    {
        var table = await azurite.NewTableAsync();

        var answer = await table.DeleteEntityAsync("pool", "nobody", cancellationToken: Cancel);

        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task Delete_IsRefused_UnderAnETagThatIsGone()
    {
        var table = await azurite.NewTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("pool", "1"), Cancel)).Headers.ETag!.Value;
        await table.UpdateEntityAsync(new TableEntity("pool", "1"), first, cancellationToken: Cancel);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync(new TableEntity("pool", "1"), first, Cancel));

        Assert.Equal(412, refused.Status);
    }

    [Fact]
    public async Task Get_OfNothing_IsAnError_UnlessOneAsksWhetherItExists()
    {
        var table = await azurite.NewTableAsync();

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("pool", "1", cancellationToken: Cancel));
        var answer = await table.GetEntityIfExistsAsync<TableEntity>("pool", "1", cancellationToken: Cancel);

        Assert.Equal((404, TableErrorCode.ResourceNotFound.ToString()), (refused.Status, refused.ErrorCode));
        Assert.False(answer.HasValue);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
    }

    [Fact]
    public async Task Select_BringsTheNamedPropertiesAlone()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("pool", "1") { ["Wanted"] = 1L, ["Other"] = "x" }, Cancel);

        var read = (await table.GetEntityIfExistsAsync<TableEntity>("pool", "1", ["Wanted"], Cancel)).Value!;

        Assert.Equal(1L, read.GetInt64("Wanted"));
        Assert.False(read.ContainsKey("Other"));
    }
}
