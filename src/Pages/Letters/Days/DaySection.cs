namespace ShipBy.Pages.Letters.Days;

/// <summary>The part of a letter that tells of a day, in words.</summary>
/// <param name="Notes">Sentences under the heading.</param>
/// <param name="More">Orders that no row shows.</param>
public sealed record DaySection(string Heading, IReadOnlyList<string> Notes, IReadOnlyList<DayFigure> Figures, IReadOnlyList<DayGroup> Groups, int More);

/// <param name="IsAlarm">Whether it asks for something to be done.</param>
public sealed record DayFigure(string Label, string Number, bool IsAlarm);

public sealed record DayGroup(string Heading, IReadOnlyList<LetterRow> Rows);
