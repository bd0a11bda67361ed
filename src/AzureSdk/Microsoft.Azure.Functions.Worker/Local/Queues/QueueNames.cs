using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

internal static partial class QueueNames
{
    private const string Suffix = "-poison";
    private const int Longest = 63;

    /// <exception cref="HostRefusedException">The service would not take the name.</exception>
    public static string Check(string queue, string function) => queue.Length is >= 3 and <= Longest && Legal().IsMatch(queue)
        ? queue
        : throw new HostRefusedException($"Function '{function}' has the queue '{queue}'; a name is 3 to 63 letters, digits and single dashes.");

    /// <returns>Null for a queue that has none: it is one itself, or its name is too long to take the suffix.</returns>
    public static string? PoisonFor(string queue) =>
        queue.EndsWith(Suffix, StringComparison.Ordinal) || queue.Length + Suffix.Length > Longest ? null : queue + Suffix;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Legal();
}
