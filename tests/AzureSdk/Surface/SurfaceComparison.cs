using System.Reflection;

namespace ShipBy.AzureSdk.Tests.Surface;

/// <summary>Finds what a stand-in shows and the official package does not: code that uses it would compile here alone.</summary>
internal static class SurfaceComparison
{
    public static IEnumerable<string> Strangers(Assembly standIn, OfficialList official) =>
        standIn.GetExportedTypes().SelectMany(type => Strangers(type, official));

    private static IEnumerable<string> Strangers(Type type, OfficialList official)
    {
        var name = TypeText.Full(type);
        if (official.KindOf(name) is not { } kind)
        {
            return [$"{name}: the official package has no such type."];
        }

        var strangers = MemberText.Of(type, official.IsVirtualUnlessMarked(type))
            .Where(member => !official.Has(name, member) && !official.Has(name, AsSeen(type, member)) && !IsImplied(type, member))
            .Select(member => $"{name}: {member}");

        return Wrongs(type, kind).Select(wrong => $"{name}: {wrong}").Concat(strangers);
    }

    /// <summary>Only a derived class can call an abstract one's constructor, be it public or protected.</summary>
    private static string AsSeen(Type type, string member) =>
        type.IsAbstract && member.StartsWith("protected ctor", StringComparison.Ordinal) ? member["protected ".Length..] : member;

    /// <summary>What the files leave unsaid, by the rules at their top: a client's constructor for tests, and equality.</summary>
    private static bool IsImplied(Type type, string member) =>
        (member is "protected ctor ()" && type.Name.EndsWith("Client", StringComparison.Ordinal))
        || (type.IsValueType && member == $"bool Equals({type.Name} other)");

    private static IEnumerable<string> Wrongs(Type type, string kind)
    {
        var words = kind.Split(':')[0].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var isStatic = type is { IsAbstract: true, IsSealed: true };

        return new (bool Wrong, string Text)[]
        {
            (words.Contains("sealed") && !type.IsSealed, "is sealed officially."),
            (words.Contains("abstract") != (type.IsAbstract && !isStatic && !type.IsInterface), "is abstract in one of the two alone."),
            (words.Contains("static") != isStatic, "is a static class in one of the two alone."),
            (words.Contains("interface") != type.IsInterface, "is an interface in one of the two alone."),
            (words.Contains("enum") != type.IsEnum, "is an enum in one of the two alone."),
            (words.Contains("struct") != (type.IsValueType && !type.IsEnum), "is a struct in one of the two alone."),
            (!BasesOf(type).Contains(BaseIn(kind)), $"is a {BaseIn(kind)} officially."),
        }
        .Where(check => check.Wrong).Select(check => check.Text);
    }

    private static string? BaseIn(string kind) =>
        kind.Split(" : ") is [_, var bases] || (kind.StartsWith(": ", StringComparison.Ordinal) && (bases = kind[2..]) is not null)
            ? bases.Split(", ")[0].Split('.')[^1]
            : null;

    private static IEnumerable<string?> BasesOf(Type type) =>
        type.GetInterfaces().Append(type.BaseType).OfType<Type>().Select(TypeText.Of).Append(null);
}
