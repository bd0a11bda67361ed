namespace Microsoft.Azure.Functions.Worker.Local.Queues;

internal static class PoisonQueue
{
    private const string Suffix = "-poison";
    private const int LongestName = 63;

    /// <returns>Null for a queue that has none: it is one itself, or its name is too long to take the suffix.</returns>
    public static string? NameFor(string queue) =>
        queue.EndsWith(Suffix, StringComparison.Ordinal) || queue.Length + Suffix.Length > LongestName ? null : queue + Suffix;
}
