namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>What a payload is and what ShipBy makes of it, in plain sentences.</summary>
/// <param name="Kind">What it is, such as <c>page of postings</c>.</param>
/// <param name="Lines">What ShipBy makes of it. Without a buyer's data.</param>
/// <param name="UnknownFields">Paths such as <c>postings[].foo</c>, each once, in order of appearance. Unknown fields do no harm: they are not read.</param>
/// <param name="Problems">What could not be understood, each with what to do about it. Empty: all was understood.</param>
public sealed record PayloadReading(
    string Kind, IReadOnlyList<string> Lines, IReadOnlyList<string> UnknownFields, IReadOnlyList<string> Problems)
{
    public bool IsUnderstood => Problems.Count == 0;
}
