using System.Text.Json;
using System.Text.RegularExpressions;

namespace ShipBy.TestKit.Storage.Faults;

/// <summary>One operation of a batch as it stands on the wire.</summary>
/// <param name="Properties">Text properties of the row, keys left out; empty for a deletion.</param>
/// <param name="Count">Properties of any type, keys left out.</param>
internal sealed partial record BatchOperation(string Partition, string Row, IReadOnlyDictionary<string, string> Properties, int Count)
{
    private const string PartitionKey = "PartitionKey";

    private const string RowKey = "RowKey";

    public static IReadOnlyList<BatchOperation> ReadAll(string body)
    {
        var operations = new List<BatchOperation>();
        using var lines = new StringReader(body);
        while (lines.ReadLine() is { } line)
        {
            if (RequestLine().Match(line) is { Success: true } request)
            {
                operations.Add(Read(request.Groups["target"].Value, lines));
            }
        }

        return operations;
    }

    private static BatchOperation Read(string target, StringReader lines)
    {
        while (lines.ReadLine() is { Length: > 0 })
        {
            // Headers say nothing that a rule asks for.
        }

        var json = lines.ReadLine() is { } line && line.StartsWith('{') ? JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)! : [];
        var keys = Keys().Match(Uri.UnescapeDataString(target));
        var values = json.Where(property => property.Key is not (PartitionKey or RowKey) && !property.Key.Contains('@', StringComparison.Ordinal)).ToList();

        return new BatchOperation(
            json.TryGetValue(PartitionKey, out var partition) ? partition.GetString()! : keys.Groups["partition"].Value,
            json.TryGetValue(RowKey, out var row) ? row.GetString()! : keys.Groups["row"].Value,
            values.Where(property => property.Value.ValueKind is JsonValueKind.String).ToDictionary(property => property.Key, property => property.Value.GetString()!),
            values.Count);
    }

    [GeneratedRegex(@"^(POST|PUT|PATCH|MERGE|DELETE) (?<target>\S+) HTTP/1\.1$")]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"\(PartitionKey='(?<partition>.*)',RowKey='(?<row>.*)'\)", RegexOptions.Singleline)]
    private static partial Regex Keys();
}
