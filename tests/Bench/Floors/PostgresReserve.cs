using System.Diagnostics;
using System.Globalization;
using ShipBy.Bench.Orders;

namespace ShipBy.Bench.Floors;

/// <summary>
/// The floor of <c>reserve_vs_postgres</c>: the strong way by hand. 16 callers on connections of their own, statements prepared; an order is one transaction with a conditional update for each of
/// its lines, ordered by product so that no two block each other for ever, and one insert with all of its reservation rows.
/// </summary>
internal static class PostgresReserve
{
    private const int Callers = 16;

    /// <returns>Seconds from the first order to the last.</returns>
    public static async Task<double> RunAsync(PostgresServer postgres, int orders)
    {
        var wanted = Enumerable.Range(0, orders)
            .Select(index => (
                SampleOrders.Posting(index).Key.Number,
                Lines: SampleOrders.LinesOf(index).Select(line => (Sku: line.Sku.Value, Units: line.Quantity.ToString(CultureInfo.InvariantCulture))).OrderBy(line => line.Sku, StringComparer.Ordinal).ToList()))
            .ToList();
        using (var setup = new PostgresConnection(postgres.Settings))
        {
            setup.Execute("set client_min_messages = warning");
            setup.Execute("drop table if exists reservation; drop table if exists stock");
            setup.Execute("create table stock (sku text primary key, on_hand int not null, held int not null)");
            setup.Execute("create table reservation (order_number text, sku text, units int not null, primary key (order_number, sku))");
            setup.Execute("insert into stock select 'SKU-' || lpad(i::text, 3, '0'), 1000000, 0 from generate_series(0, 199) i");
        }

        var connections = Enumerable.Range(0, Callers).Select(_ => Connect(postgres)).ToList();
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(connections.Select(connection => Task.Factory.StartNew(
            () =>
            {
                for (var index = Interlocked.Increment(ref next); index < wanted.Count; index = Interlocked.Increment(ref next))
                {
                    Reserve(connection, wanted[index].Number, wanted[index].Lines);
                }
            },
            TaskCreationOptions.LongRunning)));
        var took = watch.Elapsed.TotalSeconds;
        connections.ForEach(connection => connection.Dispose());
        return took;
    }

    private static PostgresConnection Connect(PostgresServer postgres)
    {
        var connection = new PostgresConnection(postgres.Settings);
        connection.Prepare("begin", "begin", 0);
        connection.Prepare("commit", "commit", 0);
        connection.Prepare("hold", "update stock set held = held + $2::int where sku = $1 and on_hand - held >= $2::int", 2);
        for (var lines = 1; lines <= 3; lines++)
        {
            var rows = Enumerable.Range(0, lines).Select(line => $"($1, ${2 * line + 2}, ${2 * line + 3}::int)");
            connection.Prepare($"reserve{lines}", $"insert into reservation values {string.Join(", ", rows)}", 2 * lines + 1);
        }

        return connection;
    }

    private static void Reserve(PostgresConnection connection, string number, List<(string Sku, string Units)> lines)
    {
        connection.Run("begin");
        foreach (var (sku, units) in lines)
        {
            if (connection.Run("hold", sku, units) != 1)
            {
                throw new InvalidOperationException("There is stock for everybody.");
            }
        }

        connection.Run($"reserve{lines.Count}", [number, .. lines.SelectMany(line => new[] { line.Sku, line.Units })]);
        connection.Run("commit");
    }
}
