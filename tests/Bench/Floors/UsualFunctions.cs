using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ShipBy.Bench.Orders;
using ShipBy.Bench.Storage;

namespace ShipBy.Bench.Floors;

/// <summary>
/// The floor of <c>reserve_speedup</c>: how functions are usually written. One message is one order; 24 are in flight (batches of 16, asked for again when 8 are left). Each reads the
/// stock row of each line, writes it back under its ETag, tries again where somebody was faster, inserts one row for the order and deletes its message.
/// </summary>
/// <remarks>Kinder to it than real code is: bare HTTP instead of the packages, no order document to load, stock for everybody, so that it never has to give units back.</remarks>
internal static class UsualFunctions
{
    private const string Table = "usual";
    private const int BatchSize = 16;
    private const int NewBatchThreshold = 8;

    /// <returns>Seconds from the first message received to the last one deleted.</returns>
    public static async Task<double> RunAsync(BenchStore store, int orders)
    {
        await store.ClearAsync();
        using var raw = store.Raw();
        await raw.CreateTableAsync(Table);
        await OpenStockAsync(raw);
        var queue = new QueueClient(store.ConnectionString, "usual-way");
        await queue.CreateIfNotExistsAsync();
        await Parallel.ForAsync(0, orders, async (index, cancel) => await queue.SendMessageAsync(Message(index), cancel));

        var watch = Stopwatch.StartNew();
        var (running, done) = (new HashSet<Task>(), 0);
        while (done < orders)
        {
            if (running.Count <= NewBatchThreshold && done + running.Count < orders)
            {
                var batch = await queue.ReceiveMessagesAsync(BatchSize, TimeSpan.FromMinutes(10));
                running.UnionWith(batch.Value.Select(message => HandleAsync(raw, queue, message)));
            }

            var ended = await Task.WhenAny(running);
            await ended;
            done += running.RemoveWhere(task => task.IsCompletedSuccessfully);
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task HandleAsync(RawStorage raw, QueueClient queue, QueueMessage message)
    {
        var order = JsonSerializer.Deserialize<Wanted>(message.Body)!;
        foreach (var line in order.Lines)
        {
            await HoldAsync(raw, line);
        }

        (await raw.SendAsync(HttpMethod.Post, $"{new Uri(raw.Root).AbsolutePath}/{Table}", Encoding.UTF8.GetBytes(
            $$"""{"PartitionKey":"order","RowKey":"{{order.Number}}","State":"Held","Lines":{{JsonSerializer.Serialize(message.Body.ToString())}}}"""))).Taken();
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }

    private static async Task HoldAsync(RawStorage raw, Line line)
    {
        var path = RawStorage.RowPath(Table, "stock", line.Sku);
        while (true)
        {
            using var row = JsonDocument.Parse((await raw.SendAsync(HttpMethod.Get, path)).Taken().Body);
            var (onHand, held) = (row.RootElement.GetProperty("OnHand").GetInt32(), row.RootElement.GetProperty("Held").GetInt32());
            if (onHand - held < line.Units)
            {
                throw new InvalidOperationException("There is stock for everybody.");
            }

            var written = await raw.SendAsync(HttpMethod.Put, path, Encoding.UTF8.GetBytes(Stock(line.Sku, onHand, held + line.Units)), ifMatch: row.RootElement.GetProperty("odata.etag").GetString());
            if (written.Status != 412)
            {
                written.Taken();
                return;
            }

            await Task.Delay(Random.Shared.Next(1, 20));
        }
    }

    private static async Task OpenStockAsync(RawStorage raw)
    {
        foreach (var skus in SampleOrders.Skus.Chunk(100))
        {
            var batch = new RawBatch(raw, Table);
            foreach (var sku in skus)
            {
                batch.Insert("stock", sku.Value, "\"OnHand\":1000000,\"Held\":0");
            }

            await batch.SendAsync();
        }
    }

    private static string Stock(string sku, int onHand, int held) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"PartitionKey":"stock","RowKey":"{{sku}}","OnHand":{{onHand}},"Held":{{held}}}""");

    private static string Message(int index) => JsonSerializer.Serialize(new Wanted(
        SampleOrders.Posting(index).Key.Number, [.. SampleOrders.LinesOf(index).Select(line => new Line(line.Sku.Value, line.Quantity))]));

    private sealed record Wanted(string Number, IReadOnlyList<Line> Lines);

    private sealed record Line(string Sku, int Units);
}
