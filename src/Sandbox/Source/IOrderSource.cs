namespace ShipBy.Sandbox.Source;

/// <summary>Where the orders of a run come from. The same source, seed and start give the same orders.</summary>
internal interface IOrderSource
{
    IReadOnlyList<Product> Products { get; }

    /// <value>Rows that could not be read; they are in no other count.</value>
    IReadOnlyList<UnreadableRow> Unreadable { get; }

    /// <summary>All orders that appear up to that instant, oldest first; later ones may be among them.</summary>
    IReadOnlyList<PlannedOrder> UpTo(DateTimeOffset instant);

    /// <summary>How many orders the source holds for a run that is looked at then.</summary>
    int CountAt(DateTimeOffset instant);
}

/// <param name="Line">Line in the file, the header being line 1.</param>
internal sealed record UnreadableRow(long Line, string Name, string Reason);
