using ShipBy.Adapters.Marketplaces.Ozon.Explain;

namespace ShipBy.Cli.Explain;

/// <summary>Explains file after file. One that cannot be understood does not keep the others from it.</summary>
internal static class ExplainFiles
{
    /// <remarks>A file may hold any text; more than this is no payload of a marketplace.</remarks>
    private const long Largest = 64 << 20;

    /// <returns>1 when anything could not be understood.</returns>
    /// <exception cref="CannotStartException">A file is not there or cannot be read.</exception>
    public static int Run(IReadOnlyList<string> names, ExplainScreen screen)
    {
        var payloads = PayloadFiles.Find(names).Select(file => (File: file, Text: Read(file))).ToList();
        var misunderstood = 0;
        foreach (var (file, text) in payloads)
        {
            var reading = PayloadReader.Read(text);
            screen.Show(file, reading);
            misunderstood += reading.IsUnderstood ? 0 : 1;
        }

        screen.Sum(payloads.Count, misunderstood);

        return misunderstood == 0 ? ExitCode.Fine : ExitCode.Wrong;
    }

    private static string Read(string file)
    {
        try
        {
            return new FileInfo(file).Length <= Largest
                ? File.ReadAllText(file)
                : throw new CannotStartException($"{file} is larger than 64 MiB. Give 'explain' a single payload.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file} cannot be read. May you read it?", unreadable);
        }
    }
}
