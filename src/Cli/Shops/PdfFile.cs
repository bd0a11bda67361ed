namespace ShipBy.Cli.Shops;

internal static class PdfFile
{
    /// <exception cref="CannotStartException">The file cannot be written.</exception>
    public static async Task WriteAsync(string file, byte[] content, CancellationToken cancel)
    {
        try
        {
            await File.WriteAllBytesAsync(file, content, cancel);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file} cannot be written. Name another file with --out.", refused);
        }
    }
}
