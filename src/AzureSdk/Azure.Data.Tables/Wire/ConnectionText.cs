namespace Azure.Data.Tables.Wire;

/// <summary>What a storage connection string says about tables.</summary>
internal sealed record ConnectionText(Uri Endpoint, TableSharedKeyCredential Credential)
{
    private const string EmulatorAccount = "devstoreaccount1";

    /// <remarks>Printed in the emulator's manual and the same everywhere: no secret.</remarks>
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">A part is missing; the message names the part and never a value.</exception>
    public static ConnectionText Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);

        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part.Length == 2 ? part[1] : "", StringComparer.OrdinalIgnoreCase);
        if (parts.ContainsKey("UseDevelopmentStorage"))
        {
            return new(new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"), new(EmulatorAccount, EmulatorKey));
        }

        var account = Need(parts, "AccountName");
        var endpoint = parts.GetValueOrDefault("TableEndpoint")
            ?? $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table." +
               parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");

        return new(new Uri(endpoint.TrimEnd('/')), new(account, Need(parts, "AccountKey")));
    }

    private static string Need(Dictionary<string, string> parts, string name) =>
        parts.GetValueOrDefault(name) ?? throw new FormatException($"The connection string has no {name}.");
}
