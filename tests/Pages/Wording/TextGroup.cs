using System.Reflection;
using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

/// <summary>A group of texts: its resource files and the class that says them, <c>Letter.resx</c> and <see cref="LetterWords"/>.</summary>
internal static class TextGroup
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <value>The group of every class that is made of <see cref="Texts"/>.</value>
    public static IReadOnlyList<Type> Classes { get; } =
        [.. typeof(Texts).Assembly.GetTypes().Where(type => type.GetConstructor([typeof(Texts)]) is not null)];

    public static IReadOnlyList<string> OfClasses { get; } = [.. Classes.Select(NameOf).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> OfFiles { get; } =
        [.. from file in typeof(Texts).Assembly.GetManifestResourceNames()
            where file.StartsWith($"{typeof(Texts).FullName}.", StringComparison.Ordinal)
            select file[(typeof(Texts).FullName!.Length + 1)..^".resources".Length] into name
            orderby name
            select name];

    public static Type ClassOf(string group) => Classes.Single(type => NameOf(type) == group);

    public static IEnumerable<string> MembersOf(string group) => ClassOf(group).GetMembers(Members).Select(member => member.Name);

    /// <summary>All that a group can say: each text member, with every combination of sample values.</summary>
    public static IEnumerable<(string Member, string Said)> SayAll(string group, string language)
    {
        var type = ClassOf(group);
        var words = Activator.CreateInstance(type, Texts.Of(group, language))!;
        foreach (var method in type.GetMethods(Members).Where(method => method.ReturnType == typeof(string)))
        {
            foreach (var arguments in Combine([.. method.GetParameters()]))
            {
                yield return (method.Name, (string)method.Invoke(words, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null)!);
            }
        }
    }

    private static string NameOf(Type type) => type.Name[..^"Words".Length];

    private static IEnumerable<IEnumerable<object?>> Combine(ReadOnlySpan<ParameterInfo> parameters)
    {
        IEnumerable<IEnumerable<object?>> all = [[]];
        foreach (var parameter in parameters)
        {
            all = [.. all.SelectMany(_ => SamplesOf(parameter), (before, sample) => before.Append(sample))];
        }

        return all;
    }

    private static IEnumerable<object?> SamplesOf(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => ["2"],
        var type when type == typeof(int) => [0, 1, 2, 5, 21],
        var type when type == typeof(bool) => [false, true],
        var type when type == typeof(LocalDateTime) => Enumerable.Range(0, 12).Select(n => (object)new LocalDateTime(2026, 1 + n, 1 + n, 9, 5)),
        var type when type == typeof(LocalDate) => Enumerable.Range(0, 12).Select(n => (object)new LocalDate(2026, 1 + n, 1 + n)),
        var type when type == typeof(ShipByRule) =>
            from kind in Enum.GetValues<DeadlineRule>()
            from pickUp in Enum.GetValues<CarrierPickUp>()
            from detail in new[] { null, "2, 2 h", "2, 2 working h", "2, 2 h, projection" }
            select (object)new ShipByRule(kind, default, detail, pickUp),
        { IsEnum: true } type => Enum.GetValues(type).Cast<object>(),
        var type => throw new InvalidOperationException($"No sample is written for a value of {type}, which {parameter.Member.DeclaringType!.Name}.{parameter.Member.Name} takes."),
    };
}
