namespace ShipBy.Pages.Letters;

/// <summary>One order of a letter, in words that are cut to lengths that a mail bears.</summary>
/// <param name="TimeLeft">Or, where nothing is left to do, that.</param>
/// <param name="Trouble">Whether the state asks for a decision.</param>
public sealed record LetterRow(string TimeLeft, RowTone Tone, string Deadline, string Number, string Shop, string Goods, string? Value, string State, bool Trouble)
{
    /// <value>Who takes care of it, that no carrier comes any more, that somebody asked to be reminded; null for nothing of these.</value>
    public string? Attention { get; init; }

    /// <value>Why the deadline is what it is; null where nobody knows, and where nothing is left to do.</value>
    public string? Rule { get; init; }

    /// <value>What missing the deadline costs; null where nobody knows.</value>
    public string? Cost { get; init; }

    /// <value>The next steps, the likeliest first; none when the deployment's address is not set.</value>
    public IReadOnlyList<LetterLink> Links { get; init; } = [];
}

/// <param name="Says">What follows from pressing it.</param>
public sealed record LetterLink(string Url, string Says);

/// <summary>How a row's time is shown.</summary>
public enum RowTone
{
    Due,
    Late,

    /// <summary>Nothing is left to do.</summary>
    Over,
}
