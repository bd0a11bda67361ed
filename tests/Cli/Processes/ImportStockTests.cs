using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Storage;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a storage account: what it says of each row, what it writes, how it ends.</summary>
public sealed class ImportStockTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ShipByProcess _shipby = new();
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
    private readonly TableLedger _ledger = new(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task ADryRunSaysWhatWouldHappen_AndTheRunDoesJustThat()
    {
        await WriteAsync(Stock("MUG-1", 5, 2), Stock("CUP-1", 3, 0), Stock("POT-1", 4, 3));
        var file = _shipby.Write("count.csv", "sku;on_hand\nMUG-1;7,0\nCUP-1;3\nPOT-1;1\nJAR-1;2\nBAD-1;-2\n");
        string[] rows =
        [
            "line 2: MUG-1: 5 -> 7",
            "line 3: CUP-1: unchanged, 3 on hand",
            "line 4: POT-1: 4 -> 1, and 3 are held: 2 too few. Nobody more is promised any; bring stock or cancel an order",
            "line 5: JAR-1: new product, 2 on hand",
            "line 6, on_hand: '-2' is negative. Nothing on the shelf is 0; count again. Set aside.",
        ];

        var dry = await ImportAsync(file, "--dry-run");

        Assert.Equal((1, ""), (dry.ExitCode, dry.Error));
        Assert.Equal(
            [
                $"Pool {_pool} in the storage account of the settings; the file is read as utf-8: all of it is valid.",
                .. rows,
                "4 of 5 rows would go in: 1 new, 2 changed, 1 unchanged; 1 set aside. Nothing was changed; leave --dry-run out to do it.",
            ],
            Lines(dry));
        Assert.Equal((3, 0), ((await StockAsync()).Count, (await JournalAsync()).Count));

        var json = Path.Combine(_shipby.Home, "rows.json");
        var real = await ImportAsync(file, "--json", json);

        Assert.Equal((1, ""), (real.ExitCode, real.Error));
        Assert.Equal([.. rows, "4 of 5 rows are in: 1 new, 2 changed, 1 unchanged; 1 set aside."], Lines(real)[1..]);
        Assert.Equal(["CUP-1 3 0", "JAR-1 2 0", "MUG-1 7 2", "POT-1 1 3"], await StockAsync());
        Assert.Equal(["shipby import stock: MUG-1: 5 -> 7; POT-1: 4 -> 1; JAR-1: none -> 2"], await JournalAsync());
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken));
        Assert.Equal(["changed", "unchanged", "changed", "new"], report.RootElement.GetProperty("in").EnumerateArray().Select(row => row.GetProperty("outcome").GetString()));
        Assert.Equal("on_hand", report.RootElement.GetProperty("set_aside")[0].GetProperty("column").GetString());
        Assert.Equal("whole", report.RootElement.GetProperty("end").GetString());
    }

    [Fact]
    public async Task AFileOfARussianSpreadsheet_GoesInOnceItsEncodingIsSaid_AndTwiceChangesNothing()
    {
        var file = Path.Combine(_shipby.Home, "остатки.csv");
        await File.WriteAllBytesAsync(file, CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Артикул;Остаток\r\nЧАШКА;5\r\n"), TestContext.Current.CancellationToken);

        var unsaid = await ImportAsync(file);

        Assert.Equal((2, ""), (unsaid.ExitCode, unsaid.Output));
        Assert.Contains("it is not in UTF-8. Say with --encoding what it is in (utf-8, gb18030, windows-1251)", unsaid.Error, StringComparison.Ordinal);

        var first = await ImportAsync(file, "--encoding", "windows-1251");
        var second = await ImportAsync(file, "--encoding", "windows-1251");

        Assert.Equal((0, "1 of 1 rows are in: 1 new, 0 changed, 0 unchanged; 0 set aside."), (first.ExitCode, Lines(first)[^1]));
        Assert.Equal((0, "1 of 1 rows are in: 0 new, 0 changed, 1 unchanged; 0 set aside."), (second.ExitCode, Lines(second)[^1]));
        Assert.Equal(["ЧАШКА 5 0"], await StockAsync());
        Assert.Single(await JournalAsync());
    }

    /// <remarks>The heaviest rows and journal entries that there can be, on the wire: three commits, the first two full.</remarks>
    [Fact]
    public async Task TheLongestArticleNumbers_GoInByFullCommits()
    {
        var rows = Enumerable.Range(100, 200).Select(i => $"{i}{new string('货', Sku.MaxLength - 3)},{i}");
        var file = _shipby.Write("count.csv", $"货号,库存\n{string.Join('\n', rows)}\n");

        var outcome = await ImportAsync(file);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal("200 of 200 rows are in: 200 new, 0 changed, 0 unchanged; 0 set aside.", Lines(outcome)[^1]);
        Assert.Equal((200, 3), ((await StockAsync(limit: 300)).Count, (await JournalAsync()).Count));
    }

    [Theory]
    [InlineData("No shop of the settings sells from the pool mian", "import", "stock", "count.csv", "--pool", "mian")]
    [InlineData("missing.csv cannot be used as a stock count", "import", "stock", "missing.csv")]
    [InlineData("'koi8' is no encoding that is read here", "import", "stock", "count.csv", "--encoding", "koi8")]
    [InlineData("cannot be written. Give --json a file", "import", "stock", "count.csv", "--json", "no-such-folder/rows.json")]
    public async Task WhatCannotBegin_SaysWhy_AndWritesNothing(string says, params string[] args)
    {
        _shipby.Write("count.csv", "sku;on_hand\nMUG-1;7\n");

        var outcome = await _shipby.RunAsync(args, Settings());

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(says, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(await StockAsync());
    }

    private Task<ShipByProcess.Outcome> ImportAsync(string file, params string[] options) => _shipby.RunAsync(["import", "stock", file, "--pool", _pool.Value, .. options], Settings());

    private Dictionary<string, string> Settings() => new() { ["AzureWebJobsStorage"] = azurite.ConnectionString, ["Shops__tea__Pool"] = _pool.Value };

    private static string[] Lines(ShipByProcess.Outcome outcome) => outcome.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private async Task WriteAsync(params StockRow[] rows) =>
        Assert.True((await _ledger.TryCommitAsync(_pool, new CommitSet().With([.. rows.Select(row => new RowChange.Insert(row))]), default)).IsCommitted);

    private async Task<IReadOnlyList<string>> StockAsync(int limit = 100) =>
        [.. (await _ledger.RangeAsync(_pool, KeyRange.AllStock, limit, default)).Select(stored => ((StockRow)stored.Row).Item).Select(item => $"{item.Sku} {item.OnHand} {item.Held}").Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<string>> JournalAsync() => [.. (await _ledger.RangeAsync(_pool, KeyRange.Journal, 100, default)).Select(stored => ((JournalRow)stored.Row).What)];

    private static StockRow Stock(string sku, int onHand, int held) => new(new StockItem(Sku.Parse(sku), onHand, held));
}
