using System.Text.RegularExpressions;

namespace ShipBy.AzureSdk.Tests.Surface;

/// <summary>The members of an official package, one a line: <c>Namespace.Type (kind): member</c>.</summary>
/// <remarks>Each file says at its top by which rules it is written; those that differ between the files are parameters here.</remarks>
internal sealed partial class OfficialList
{
    private static readonly string[] ValueTypes =
        ["bool", "int", "long", "double", "DateTime", "DateTimeOffset", "TimeSpan", "Guid", "ETag", "TableAudience"];

    private readonly Dictionary<string, HashSet<string>> _members = [];

    private readonly Dictionary<string, string> _kinds = [];

    private OfficialList(Func<Type, bool> isVirtualUnlessMarked) => IsVirtualUnlessMarked = isVirtualUnlessMarked;

    /// <summary>Whether the file leaves the word "virtual" out and marks its absence instead.</summary>
    public Func<Type, bool> IsVirtualUnlessMarked { get; }

    public static OfficialList Read(string file, Func<Type, bool> isVirtualUnlessMarked)
    {
        var list = new OfficialList(isVirtualUnlessMarked);
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "OfficialApi", file)))
        {
            if (Line().Match(line) is { Success: true } match)
            {
                var type = match.Groups["type"].Value;
                list._kinds[type] = match.Groups["kind"].Value;
                list._members.TryAdd(type, []);
                list._members[type].Add(Normalize(match.Groups["member"].Value));
            }
        }

        return list;
    }

    /// <returns>Null for a type that the official package does not have.</returns>
    public string? KindOf(string type) => _kinds.GetValueOrDefault(type);

    public bool Has(string type, string member) => _members.TryGetValue(type, out var members) && members.Contains(member);

    /// <summary>
    /// Takes off what reflection does not show: remarks in brackets, except that a member is not virtual, and the question
    /// mark of a reference that may be null.
    /// </summary>
    private static string Normalize(string member)
    {
        var text = Remark().Replace(member, "").Replace(", AllowMultiple = false", "", StringComparison.Ordinal);

        return Nullable().Replace(text, match => ValueTypes.Contains(match.Groups["name"].Value) ? match.Value : match.Groups["name"].Value);
    }

    [GeneratedRegex(@"^(?<type>[\w.]+(<\w+>)?)( \((?<kind>[^)]*)\))?: (?<member>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@" \((mocking|cast needed)\)$|(?<=^implicit operator from \w+); .*$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"(?<name>[\w\]>]+)\?")]
    private static partial Regex Nullable();
}
