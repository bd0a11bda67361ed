using System.Runtime.InteropServices;

namespace ShipBy.Bench.Floors;

/// <summary>One connection, for one thread at a time.</summary>
internal sealed class PostgresConnection : IDisposable
{
    private static readonly string[] Nothing = [];

    private readonly nint _connection;

    public PostgresConnection(string settings)
    {
        _connection = LibPq.PQconnectdb(settings);
        if (LibPq.PQstatus(_connection) != LibPq.ConnectionOk)
        {
            throw new InvalidOperationException($"PostgreSQL does not let us in: {Error}");
        }
    }

    private string Error => Marshal.PtrToStringUTF8(LibPq.PQerrorMessage(_connection)) ?? "no reason given";

    public int Execute(string command) => Changed(LibPq.PQexec(_connection, command));

    public void Prepare(string name, string command, int parameters) => Changed(LibPq.PQprepare(_connection, name, command, parameters, 0));

    /// <returns>How many rows it changed.</returns>
    public int Run(string name, params string[] values) => Changed(LibPq.PQexecPrepared(_connection, name, values.Length, values.Length == 0 ? Nothing : values, 0, 0, 0));

    public void Dispose() => LibPq.PQfinish(_connection);

    private int Changed(nint result)
    {
        try
        {
            return LibPq.PQresultStatus(result) is LibPq.CommandOk or LibPq.TuplesOk
                ? int.TryParse(Marshal.PtrToStringUTF8(LibPq.PQcmdTuples(result)), out var rows) ? rows : 0
                : throw new InvalidOperationException($"PostgreSQL refused: {Error}");
        }
        finally
        {
            LibPq.PQclear(result);
        }
    }
}
