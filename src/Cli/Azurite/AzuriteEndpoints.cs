using System.Text.RegularExpressions;

namespace ShipBy.Cli.Azurite;

/// <summary>Where a running Azurite listens.</summary>
internal sealed partial record AzuriteEndpoints(Uri Blob, Uri Queue, Uri Table)
{
    private const string Account = "devstoreaccount1";

    /// <remarks>The emulator's key is the same everywhere and printed in its manual: no secret.</remarks>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint={Blob}{Account};QueueEndpoint={Queue}{Account};TableEndpoint={Table}{Account};";

    /// <summary>Reads the addresses from what Azurite prints while it starts.</summary>
    /// <remarks>Azurite prints a line only once the service takes connections, so the third line means: ready.</remarks>
    /// <returns>Null when the output ended before all three services were up.</returns>
    public static async Task<AzuriteEndpoints?> ReadAsync(TextReader output, CancellationToken cancel)
    {
        var found = new Dictionary<string, Uri>();
        while (found.Count < 3)
        {
            if (await output.ReadLineAsync(cancel) is not { } line)
            {
                return null;
            }

            if (Listening().Match(line) is { Success: true } match)
            {
                found[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value);
            }
        }

        return new AzuriteEndpoints(found["Blob"], found["Queue"], found["Table"]);
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>\S+)")]
    private static partial Regex Listening();
}
