namespace ShipBy.Sandbox.Source;

/// <summary>What is special about a trade on Taobao. Instants are wall time; each lies before the seller hands the rest over.</summary>
internal sealed record TradeTale
{
    /// <value>Paid in two parts: a deposit with the order, and the rest when the order counts as paid.</value>
    public bool IsPresale { get; init; }

    public RefundTale? Refund { get; init; }

    /// <value>When the seller ships the first line alone, by hand in the seller centre; null: all lines go together.</value>
    public DateTimeOffset? FirstLineLeaves { get; init; }
}

/// <summary>The buyer wants money back.</summary>
/// <param name="Line">The line that it is about; null: all of them.</param>
internal sealed record RefundTale(DateTimeOffset Asked, DateTimeOffset Decided, bool Succeeds, int? Line = null)
{
    public bool IsAbout(int line) => Line is null || Line == line;

    public bool IsOpenAt(DateTimeOffset instant) => Asked <= instant && instant < Decided;

    public bool IsGrantedAt(DateTimeOffset instant) => Succeeds && Decided <= instant;
}
