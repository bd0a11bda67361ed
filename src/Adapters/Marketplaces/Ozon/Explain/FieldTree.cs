namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>The fields that an object may have, and those of the objects inside it. A list of objects counts as the object.</summary>
/// <remarks>
/// Written as <c>a b(c d) e*</c>: a field, a field that holds an object or a list of them, a field whose inside is known to be anything.
/// </remarks>
internal sealed class FieldTree
{
    private readonly Dictionary<string, FieldTree> _fields = new(StringComparer.Ordinal);

    /// <value>Whatever is inside is known and not looked at.</value>
    public bool IsOpen { get; private set; }

    public FieldTree? this[string name] => _fields.GetValueOrDefault(name);

    /// <exception cref="FormatException">A bracket is missing or too many.</exception>
    public static FieldTree Parse(string notation)
    {
        var root = new FieldTree();
        var inside = new Stack<FieldTree>([root]);
        var last = root;
        foreach (var word in notation.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "(")
                inside.Push(last);
            else if (word is not ")")
                last = inside.Peek().Add(word);
            else if (inside.Count > 1)
                last = inside.Pop();
            else
                throw new FormatException($"There is a closing bracket too many in: {notation}");
        }

        return inside.Count == 1 ? root : throw new FormatException($"A closing bracket is missing in: {notation}");
    }

    private FieldTree Add(string word)
    {
        var name = word.TrimEnd('*');
        if (!_fields.TryGetValue(name, out var field))
            _fields.Add(name, field = new FieldTree());

        field.IsOpen |= word.Length > name.Length;
        return field;
    }
}
