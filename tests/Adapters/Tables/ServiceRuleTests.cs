using System.Globalization;
using System.Net;
using System.Text;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Storage;
using ShipBy.TestKit.Storage.Faults;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Adapters.Tests.Tables;

/// <summary>The service's rules for a batch that the emulator does not know: the proxy keeps them, and what we send breaks none.</summary>
public sealed class ServiceRuleTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("one pool only", 2, "a", "a", 1, 1, null)]
    [InlineData("two partitions in one batch", 2, "a", "b", 1, 1, "CommandsInBatchActOnDifferentPartitions")]
    [InlineData("100 operations", 100, "a", "a", 1, 1, null)]
    [InlineData("101 operations", 101, "a", "a", 1, 1, "InvalidInput")]
    [InlineData("a property of 64 KiB", 1, "a", "a", 1, 32_768, null)]
    [InlineData("a longer property", 1, "a", "a", 1, 32_769, "PropertyValueTooLarge")]
    [InlineData("252 properties", 1, "a", "a", 252, 1, null)]
    [InlineData("253 properties", 1, "a", "a", 253, 1, "TooManyProperties")]
    [InlineData("a row of more than 1 MiB", 1, "a", "a", 17, 32_000, "EntityTooLarge")]
    [InlineData("a key with a slash", 1, "a/", "a/", 1, 1, "OutOfRangeInput")]
    [InlineData("a body of more than 4 MiB", 10, "a", "a", 14, 32_000, "RequestBodyTooLarge")]
    public void ABatch_IsJudgedAsTheServiceDoes(string what, int operations, string first, string others, int properties, int characters, string? refusal)
    {
        var body = Batch(Enumerable.Range(0, operations).Select(i => Insert(i == 0 ? first : others, $"r{i}", properties, characters)));

        Assert.Equal((what, refusal), (what, ServiceRules.Judge(body)?.Code));
    }

    [Fact]
    public async Task TwoPartitionsInOneBatch_AreRefused_AndTheEmulatorNeverSeesThem()
    {
        await using var proxy = await FaultProxy.StartAsync(new Uri("http://127.0.0.1:1"), new FaultPlan(seed: 0, share: 0));      // nobody is there to pass it on to
        using var http = new HttpClient();
        var batch = new StringContent(Batch([Insert("a", "1", 1, 1), Insert("b", "1", 1, 1)]));

        var answer = await http.PostAsync(new Uri(proxy.Address, "devstoreaccount1/$batch"), batch);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Contains("HTTP/1.1 400 Bad Request", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("1:All commands in a batch must operate on same entity group.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000, HttpStatusCode.BadGateway)]      // passed on, and here there is nobody to answer
    [InlineData(1_001, HttpStatusCode.BadRequest)]
    public async Task AQuery_AsksForAThousandRowsAtMost(int rows, HttpStatusCode expected)
    {
        await using var proxy = await FaultProxy.StartAsync(new Uri("http://127.0.0.1:1"), new FaultPlan(seed: 0, share: 0));
        using var http = new HttpClient();

        Assert.Equal(expected, (await http.GetAsync(new Uri(proxy.Address, $"devstoreaccount1/ledger()?$top={rows}"))).StatusCode);
    }

    /// <summary>The largest order that is ever taken. What a row weighs decides how many go into a commit, so it must never be less than what it takes.</summary>
    [Theory]
    [InlineData('a')]
    [InlineData('ж')]
    [InlineData('"')]
    [InlineData('\\')]
    [InlineData('\n')]
    [InlineData('<')]
    public async Task TheLargestOrder_IsTaken_AndIsNoHeavierOnTheWireThanItsWeight(char c)
    {
        await using var proxy = await FaultProxy.StartAsync(azurite.TableEndpoint, new FaultPlan(seed: 0, share: 0));
        var ledger = FaultyStorage.OpenLedger(proxy, azurite, retries: 0);
        var text = new string(c, 200);
        var order = Sample.Order with
        {
            Key = new OrderKey("shop", new string(c, 20_480)),
            Lines = [.. Enumerable.Range(10, 88).Select(i => new OrderLine(Sku.Parse($"{i.ToString(CultureInfo.InvariantCulture)}{new string(c, Sku.MaxLength - 3)}!"), text, 1_000_000, new Money(long.MaxValue, "RUB")))],
            Journal = [.. Enumerable.Repeat(new JournalEntry(Sample.Noon, JournalEvent.DeadlineMoved, text), OrderJournal.MostEntries)],
            RawStatus = text,
            Flaw = text,
            Carrier = text,
            CancelReason = text,
        };
        var commit = new CommitSet().With(new RowChange.Insert(new OrderRow(order)));

        Assert.True((await ledger.TryCommitAsync(PoolName.Parse($"p{Guid.NewGuid():N}"[..20]), commit, default)).IsCommitted);
        Assert.InRange(proxy.LargestBatch, 1, commit.Weight);
    }

    private static string Batch(IEnumerable<string> operations) =>
        operations.Aggregate(new StringBuilder("--batch_1\r\n\r\n"), (body, operation) => body.Append("--changeset_1\r\n").Append(operation).Append("\r\n")).Append("--changeset_1--\r\n").ToString();

    private static string Insert(string partition, string row, int properties, int characters)
    {
        var values = Enumerable.Range(0, properties).Select(i => $"\"P{i}\":\"{new string('x', characters)}\"");
        return $"Content-Type: application/http\r\n\r\nPOST http://127.0.0.1/devstoreaccount1/ledger HTTP/1.1\r\nAccept: application/json\r\n\r\n{{\"PartitionKey\":\"{partition}\",\"RowKey\":\"{row}\",{string.Join(',', values)}}}";
    }
}
