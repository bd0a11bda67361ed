using System.IO.Compression;
using System.Security.Cryptography;

namespace ShipBy.Sandbox.Source.RealOrders;

/// <summary>A file of real orders, read once and whole.</summary>
/// <param name="Fingerprint">SHA-256 of the file as it lies, so that a run is not gone on with on other orders.</param>
internal sealed record OrdersFile(IReadOnlyList<OrderRow> Rows, IReadOnlyList<UnreadableRow> Unreadable, string Fingerprint)
{
    /// <exception cref="InvalidSetupException">The file is missing, no text or packed text, or lacks a column.</exception>
    public static OrdersFile Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return Parse(Lines(bytes), Path.GetFileName(path), Convert.ToHexString(SHA256.HashData(bytes)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InvalidSetupException($"{path}: cannot be read: {error.Message}");
        }
    }

    private static OrdersFile Parse(IReadOnlyList<string> lines, string file, string fingerprint)
    {
        var header = CsvRecords.Read(lines).FirstOrDefault() ?? throw new InvalidSetupException($"{file}: is empty.");
        var reader = OrderRowReader.FromHeader(header, file);
        var rows = new Dictionary<string, OrderRow>(StringComparer.Ordinal);
        var unreadable = new List<UnreadableRow>();
        foreach (var record in CsvRecords.Read(lines, reader.Width).Skip(1))
        {
            try
            {
                var row = reader.Read(record);
                if (!rows.TryAdd(row.Number, row))
                {
                    throw new FormatException("order and seller were given in an earlier row");
                }
            }
            catch (FormatException fault)
            {
                unreadable.Add(new UnreadableRow(record.Line, reader.NameOf(record), fault.Message));
            }
        }

        return new OrdersFile(rows.Values.ToArray(), unreadable, fingerprint);
    }

    private static List<string> Lines(byte[] bytes)
    {
        using var plain = new MemoryStream(bytes);
        using Stream stream = bytes is [0x1F, 0x8B, ..] ? new GZipStream(plain, CompressionMode.Decompress) : plain;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
