using System.Globalization;
using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Ozon;

/// <summary>The harmless ways in which one answer differs from the next. A posting keeps its own; pages draw anew.</summary>
internal sealed class Variations
{
    private readonly bool _idsAsText;
    private readonly double _absence;
    private readonly double _fraction;
    private readonly double _extras;

    private Variations(SeededRandom? chance)
    {
        _idsAsText = chance?.Chance(0.1) ?? false;
        (_absence, _fraction, _extras) = chance is null ? (0, 0, 0.5) : (chance.NextShare(), chance.NextShare(), chance.NextShare());
        Wrapped = chance?.Chance(0.1) ?? false;
    }

    public static Variations None { get; } = new(null);

    /// <value>A list comes inside <c>result</c>.</value>
    public bool Wrapped { get; }

    public bool NoLateMoment => _extras < 0.1;

    public bool EightRequirements => _extras is > 0.7 and < 0.85;

    public bool TariffSteps => _extras > 0.9;

    public static Variations Of(SandboxOptions options, string what, long number = 0) =>
        options.Variations ? new Variations(new SeededRandom(options.Seed, what, number)) : None;

    public JsonNode Id(long id) => _idsAsText ? id.ToString(CultureInfo.InvariantCulture) : id;

    /// <summary>A block that is not there: null as a rule, missing at times.</summary>
    public void Absent(JsonObject json, string name)
    {
        if (_absence < 0.85)
        {
            json[name] = null;
        }
    }

    /// <summary>A text that says nothing.</summary>
    public void Nothing(JsonObject json, string name)
    {
        if (_absence < 0.8)
        {
            json[name] = "";
        }
        else if (_absence < 0.9)
        {
            json[name] = null;
        }
    }

    /// <summary>RFC 3339 in UTC, with none to nine digits of a fraction.</summary>
    public string Instant(DateTimeOffset instant)
    {
        var text = instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        var fraction = instant.Millisecond.ToString("000", CultureInfo.InvariantCulture);
        return (instant.Millisecond, _fraction) switch
        {
            (0, < 0.7) => text + "Z",
            (_, < 0.8) => $"{text}.{fraction}Z",
            (_, < 0.9) => $"{text}.{fraction}000Z",
            _ => $"{text}.{fraction}000000Z",
        };
    }
}
