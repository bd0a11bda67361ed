using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ShipBy.Bench.Floors;

/// <summary>A PostgreSQL of our own on a free loopback port, with a folder of its own, gone afterwards.</summary>
/// <remarks>With Debian's settings, or with flushing to the disk switched off, as the emulator that it is compared with keeps its data in memory.</remarks>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _programs;
    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string programs, string folder, int port) => (_programs, _folder, _port) = (programs, folder, port);

    public string Settings => string.Create(CultureInfo.InvariantCulture, $"host=127.0.0.1 port={_port} dbname=postgres user=bench sslmode=disable gssencmode=disable");

    /// <returns>Null where it is not installed.</returns>
    public static async Task<PostgresServer?> TryStartAsync(bool flushes)
    {
        if (Programs() is not { } programs || !LibPq.IsHere)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("shipby-bench-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", folder]);
        }

        var server = new PostgresServer(programs, folder, FreePort());
        await server.RunProgramAsync("initdb", "--pgdata", server.Data, "--username", "bench", "--auth", "trust", "--encoding", "UTF8", "--no-sync");
        await server.RunProgramAsync(
            "pg_ctl", "start", "--wait", "--silent", "--pgdata", server.Data, "--log", Path.Combine(folder, "log"), "--options",
            $"-p {server._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}{(flushes ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off")}");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await RunProgramAsync("pg_ctl", "stop", "--silent", "--mode", "immediate", "--pgdata", Data);
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order().LastOrDefault()
        : null;

    /// <remarks>PostgreSQL refuses to run as root, so root runs it as Debian's user for it.</remarks>
    private Task RunProgramAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    /// <remarks>Its output is left alone: the server that <c>pg_ctl</c> starts would keep a pipe open.</remarks>
    private static async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null 2>&1 < /dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
