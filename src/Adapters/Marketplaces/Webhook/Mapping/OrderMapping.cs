using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Webhook.Mapping;

/// <summary>Where the parts of an order stand in a shop's messages, and what its words mean. Data, read from a <see cref="MappingFile"/>.</summary>
/// <param name="Paths">By the field's name; of several the first that holds something counts.</param>
/// <param name="Statuses">In order; the first that fits counts.</param>
/// <param name="Topics">In order; the first that fits counts. Messages of no topic named here are none of ours.</param>
internal sealed record OrderMapping(IReadOnlyDictionary<string, IReadOnlyList<FieldPath>> Paths, IReadOnlyList<StatusRule> Statuses, IReadOnlyList<TopicRule> Topics)
{
    /// <returns>Undefined where no path leads to anything.</returns>
    public JsonElement Find(string field, JsonElement top, JsonElement here) =>
        PathsOf(field).Select(path => path.In(top, here)).FirstOrDefault(element => element.IsThere());

    public string? Text(string field, JsonElement top, JsonElement here) =>
        PathsOf(field).Select(path => path.In(top, here).Text()).FirstOrDefault(text => text is not null);

    /// <summary>What to call a field when telling a person what is wrong with it.</summary>
    public string NameOf(string field) => PathsOf(field) is [var first, ..] ? first.Text : field;

    public IReadOnlyList<FieldPath> PathsOf(string field) => Paths.GetValueOrDefault(field, []);
}

/// <summary>A value that a field may have, and what it says about the order.</summary>
/// <param name="Is"><see cref="Anything"/>, <see cref="Nothing"/>, or a word in any case of letters.</param>
internal sealed record StatusRule(FieldPath Path, string Is, Meaning Means)
{
    public const string Anything = "*";
    public const string Nothing = "-";

    public bool Fits(JsonElement top, JsonElement order)
    {
        var element = Path.In(top, order);
        var text = element.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => element.Text(),
        };
        return Is switch
        {
            Anything => text is not null,
            Nothing => text is null && !element.IsThere(),
            _ => Is.Equals(text, StringComparison.OrdinalIgnoreCase),
        };
    }
}

/// <param name="Is">A topic in any case of letters, or the beginning of one and <c>*</c>.</param>
/// <param name="Means">What the order is where its own fields say nothing; null: they have to.</param>
internal sealed record TopicRule(string Is, Meaning? Means)
{
    public bool Fits(string topic) => Is.EndsWith('*')
        ? topic.StartsWith(Is[..^1], StringComparison.OrdinalIgnoreCase)
        : topic.Equals(Is, StringComparison.OrdinalIgnoreCase);
}
