using System.Text;

namespace ShipBy.TestKit.Storage.Faults;

/// <summary>What the service refuses and the emulator lets pass.</summary>
public static class ServiceRules
{
    public const int MostOperations = 100;

    public const int MostBodyBytes = 4 << 20;

    public const int MostEntityBytes = 1 << 20;

    public const int MostPropertyBytes = 64 << 10;

    public const int MostProperties = 252;

    public const int MostKeyCharacters = 1024;

    /// <value>A query that asks for more is refused.</value>
    public const int MostRowsAPage = 1_000;

    /// <returns>The first rule that the batch breaks; null when it breaks none.</returns>
    public static RuleBroken? Judge(string body)
    {
        if (Encoding.UTF8.GetByteCount(body) > MostBodyBytes)
        {
            return new RuleBroken(0, "RequestBodyTooLarge", "The request body is too large and exceeds the maximum permissible limit.");
        }

        var operations = BatchOperation.ReadAll(body);
        return operations.Count > MostOperations
            ? new RuleBroken(MostOperations, "InvalidInput", "The batch request operation exceeds the maximum 100 changes per change set.")
            : operations.Index().Select(one => Judge(one.Index, one.Item, operations[0])).FirstOrDefault(broken => broken is not null);
    }

    private static RuleBroken? Judge(int index, BatchOperation operation, BatchOperation first) => operation switch
    {
        _ when operation.Partition != first.Partition =>
            new RuleBroken(index, "CommandsInBatchActOnDifferentPartitions", "All commands in a batch must operate on same entity group."),
        _ when Math.Max(operation.Partition.Length, operation.Row.Length) > MostKeyCharacters =>
            new RuleBroken(index, "KeyValueTooLarge", "The key value exceeds the maximum permissible limit."),
        _ when (operation.Partition + operation.Row).Any(IsForbiddenInKeys) =>
            new RuleBroken(index, "OutOfRangeInput", "One of the request inputs is out of range."),
        _ when operation.Properties.Values.Any(text => 2 * text.Length > MostPropertyBytes) =>
            new RuleBroken(index, "PropertyValueTooLarge", "The property value exceeds the maximum allowed size (64KB)."),
        _ when operation.Count > MostProperties =>
            new RuleBroken(index, "TooManyProperties", "The entity contains more properties than allowed."),
        _ when SizeOf(operation) > MostEntityBytes =>
            new RuleBroken(index, "EntityTooLarge", "The entity is larger than the maximum allowed size (1MB)."),
        _ => null,
    };

    /// <summary>The characters that the service documents as forbidden, and the percent sign, which has caused trouble.</summary>
    public static bool IsForbiddenInKeys(char c) => c is '/' or '\\' or '#' or '?' or '%' or <= '\u001f' or (>= '\u007f' and <= '\u009f');

    /// <remarks>As the service documents it for rows of text: 4, the keys, and 12 with two bytes a character for each property.</remarks>
    private static int SizeOf(BatchOperation operation) => 4 + 2 * (operation.Partition.Length + operation.Row.Length)
        + operation.Properties.Sum(property => 12 + 2 * (property.Key.Length + property.Value.Length));
}

/// <param name="Index">The operation's place, from 0.</param>
public sealed record RuleBroken(int Index, string Code, string Message);
