using System.IO.Compression;

namespace ShipBy.Cli.Runs;

/// <summary>A look at a file of orders before anything is started for it.</summary>
internal static class OrdersFile
{
    private static readonly string[] Columns =
    [
        "order_id", "seller_id", "status", "purchase_timestamp", "approved_at", "shipping_limit_date", "delivered_carrier_date", "items",
    ];

    /// <returns>The bytes of the file as it lies there.</returns>
    /// <exception cref="CannotStartException">It cannot be opened, is damaged, or holds something else.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            var content = File.ReadAllBytes(path);
            using var lines = new StreamReader(Unpacked(content));
            var header = (lines.ReadLine() ?? "").Split(',').Select(column => column.Trim().Trim('"')).ToHashSet();
            if (Columns.FirstOrDefault(column => !header.Contains(column)) is { } missing)
            {
                throw new CannotStartException($"{path} is not a file of orders: its first line has no column '{missing}'. Give --orders a CSV file with a header.");
            }

            if (string.IsNullOrWhiteSpace(lines.ReadToEnd()))
            {
                throw new CannotStartException($"{path} holds a header and no orders. Give --orders a file with at least one row.");
            }

            return content;
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CannotStartException($"The orders file {path} is not there. Check the path after --orders.", unreadable);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The orders file {path} cannot be read. Is it a file, and may you read it?", unreadable);
        }
        catch (InvalidDataException damaged)
        {
            throw new CannotStartException($"The orders file {path} is damaged: it does not unpack. Fetch it again.", damaged);
        }
    }

    private static Stream Unpacked(byte[] content)
    {
        var bytes = new MemoryStream(content);

        return content is [0x1f, 0x8b, ..] ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
    }
}
