namespace ShipBy.Domain.Stock;

/// <summary>One physical place of stock, shared by the shops mapped to it; one partition of the ledger.</summary>
public sealed record PoolName
{
    private PoolName(string value) => Value = value;

    public string Value { get; }

    /// <exception cref="FormatException">Not 1 to 40 lower-case letters, digits or dashes.</exception>
    public static PoolName Parse(string text) => text is { Length: >= 1 and <= 40 } && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')
        ? new PoolName(text)
        : throw new FormatException($"'{text}' is not a pool name: use 1 to 40 lower-case letters, digits or dashes.");

    public override string ToString() => Value;
}
