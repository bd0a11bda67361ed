using System.Globalization;

namespace ShipBy.Sandbox.Taobao;

/// <summary>A call as it came: its form.</summary>
internal sealed class TopRequest(IReadOnlyDictionary<string, string> form)
{
    public IReadOnlyDictionary<string, string> Form => form;

    public string Method => Text("method");

    /// <returns>Empty where it is missing.</returns>
    public string Text(string name) => form.GetValueOrDefault(name, "");

    /// <exception cref="TopRefusal">It is missing.</exception>
    public string Needed(string name) => Text(name) is { Length: > 0 } text ? text : throw TopRefusal.Missing(name);

    /// <exception cref="TopRefusal">It is no number, or out of bounds.</exception>
    public int Number(string name, int otherwise, int least, int most) => Text(name) is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw TopRefusal.Invalid(name);

    /// <exception cref="TopRefusal">It is missing or no moment.</exception>
    public DateTimeOffset Moment(string name) => ChinaTime.Read(Needed(name)) ?? throw TopRefusal.Invalid(name);

    public bool Flag(string name) => Text(name) == "true";

    /// <summary>The fields asked for. A part of a line stands for all of it.</summary>
    /// <exception cref="TopRefusal">None are.</exception>
    public IReadOnlySet<string> Fields() =>
        Needed("fields").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
}
