using System.Runtime.InteropServices;

namespace ShipBy.Bench.Floors;

/// <summary>The few functions of PostgreSQL's own C library that a prepared transaction needs.</summary>
internal static partial class LibPq
{
    private const string Library = "libpq.so.5";

    public const int ConnectionOk = 0;

    public const int CommandOk = 1;

    public const int TuplesOk = 2;

    public static bool IsHere
    {
        get
        {
            var found = NativeLibrary.TryLoad(Library, out var handle);
            if (found)
            {
                NativeLibrary.Free(handle);
            }

            return found;
        }
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint PQconnectdb(string settings);

    [LibraryImport(Library)]
    public static partial int PQstatus(nint connection);

    [LibraryImport(Library)]
    public static partial nint PQerrorMessage(nint connection);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint PQexec(nint connection, string command);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint PQprepare(nint connection, string name, string command, int parameters, nint types);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint PQexecPrepared(
        nint connection, string name, int parameters, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPUTF8Str)] string[] values, nint lengths, nint formats, int resultFormat);

    [LibraryImport(Library)]
    public static partial int PQresultStatus(nint result);

    /// <returns>How many rows a command changed, as text.</returns>
    [LibraryImport(Library)]
    public static partial nint PQcmdTuples(nint result);

    [LibraryImport(Library)]
    public static partial void PQclear(nint result);

    [LibraryImport(Library)]
    public static partial void PQfinish(nint connection);
}
