namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>One kind of payload, as data.</summary>
/// <param name="Kind">What it is called in a report.</param>
/// <param name="Telling">Who tells what ShipBy makes of it.</param>
/// <param name="Marks">Fields that it has and others have not; see <see cref="Mark"/>.</param>
/// <param name="Fields">All fields it may have; see <see cref="FieldTree"/>.</param>
/// <param name="Note">What to say of a payload that is known and not read further.</param>
internal sealed record Shape(string Kind, Telling Telling, string Marks, string Fields, string Note = "ShipBy knows it and does not need it.")
{
    private FieldTree? _tree;

    public FieldTree Tree => _tree ??= FieldTree.Parse(Fields);

    public IEnumerable<Mark> AllMarks => Marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Mark.Parse);
}

/// <summary>Which part of ShipBy reads a kind of payload, and so can tell what it makes of it.</summary>
internal enum Telling
{
    /// <summary>Nobody: the note of its shape is all there is to say.</summary>
    Note,
    Postings,
    Push,
    Stock,
    Error,
    Key,
    Pieces,
    Wishes,
}
