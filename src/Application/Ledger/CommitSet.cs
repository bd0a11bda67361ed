namespace ShipBy.Application.Ledger;

/// <summary>Changes of one pool that take effect together or not at all.</summary>
/// <remarks>Bounds as Table Storage sets them for one transaction: 100 rows, each once, and 4 MiB, of which a part is left free for the envelope.</remarks>
public sealed class CommitSet
{
    public const int MaxRows = 100;

    public const int MaxWeight = 3_500_000;

    /// <value>Table Storage takes 1 MiB a row and stores a character in two bytes; of a weight of seven at most six characters are stored.</value>
    public const int MaxRowWeight = 600_000;

    /// <value>What the lines of one mail may weigh together, so that its row fits.</value>
    public const int MaxNoticeWeight = MaxRowWeight - 10_000;

    private readonly Dictionary<string, RowChange> _changes = new(StringComparer.Ordinal);

    public IReadOnlyCollection<RowChange> Changes => _changes.Values;

    public bool IsEmpty => _changes.Count == 0;

    public int Weight { get; private set; }

    /// <summary>Adds changes that belong together, all of them or, where they would not fit, none.</summary>
    /// <returns>Whether they fit.</returns>
    /// <exception cref="InvalidOperationException">A row would be changed twice in one set, or is heavier than <see cref="MaxRowWeight"/> and fits into none.</exception>
    public bool TryAdd(params IReadOnlyCollection<RowChange> together)
    {
        if (together.FirstOrDefault(change => change.Weight > MaxRowWeight) is { } heavy)
        {
            throw new InvalidOperationException($"The row {heavy.Key} takes {heavy.Weight} bytes, and no store holds more than {MaxRowWeight} in one row.");
        }

        var weight = together.Sum(change => change.Weight);
        if (_changes.Count + together.Count > MaxRows || Weight + weight > MaxWeight)
        {
            return false;
        }

        foreach (var change in together)
        {
            if (!_changes.TryAdd(change.Key.Value, change))
            {
                throw new InvalidOperationException($"The row {change.Key} would be changed twice in one commit.");
            }
        }

        Weight += weight;
        return true;
    }

    /// <summary>Adds changes that are known to fit.</summary>
    /// <exception cref="InvalidOperationException">They do not.</exception>
    public CommitSet With(params IReadOnlyCollection<RowChange> together) =>
        TryAdd(together) ? this : throw new InvalidOperationException($"{together.Count} more changes do not fit into one commit.");
}

/// <summary>One change of a commit set.</summary>
public abstract record RowChange
{
    private RowChange() { }

    public abstract RowKey Key { get; }

    public abstract int Weight { get; }

    /// <summary>A row that must not be there yet.</summary>
    public sealed record Insert(LedgerRow Row) : RowChange
    {
        public override RowKey Key => Row.Key;

        public override int Weight => Row.Weight;
    }

    /// <summary>A row that must be as it was read. <paramref name="Version"/> null: it must be there, whatever it says now.</summary>
    public sealed record Replace(LedgerRow Row, string? Version) : RowChange
    {
        public override RowKey Key => Row.Key;

        public override int Weight => Row.Weight;
    }

    /// <summary>A row that must be there. <paramref name="Version"/> null: whatever it says now.</summary>
    public sealed record Delete(RowKey Row, string? Version = null) : RowChange
    {
        public override RowKey Key => Row;

        public override int Weight => 1_000;
    }
}
