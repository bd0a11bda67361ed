namespace ShipBy.Adapters.Calendars;

/// <summary>A calendar file cannot be used as it is; whoever edits it must correct it. The message names the file and up to ten faults, each with its remedy.</summary>
public sealed class InvalidCalendarFileException : Exception
{
    private const int FaultsNamed = 10;

    public InvalidCalendarFileException(string file, IReadOnlyList<CalendarFault> faults, Exception? inner = null, string purpose = "a calendar")
        : base(Words(file, purpose, faults), inner) => (File, Faults) = (file, faults);

    public string File { get; }

    /// <value>All faults, in the order of the file; more than the message names.</value>
    public IReadOnlyList<CalendarFault> Faults { get; }

    private static string Words(string file, string purpose, IReadOnlyList<CalendarFault> faults) => string.Join(
        Environment.NewLine,
        [$"{file} cannot be used as {purpose}:", .. faults.Take(FaultsNamed).Select(fault => $"  {fault}"), .. More(faults.Count - FaultsNamed)]);

    private static string[] More(int faults) => faults > 0 ? [$"  and {faults} more."] : [];
}

/// <summary>One thing that is wrong with a calendar file.</summary>
/// <param name="Line">As an editor counts, from 1; null where the file as a whole is at fault.</param>
/// <param name="Field">The column; null where the line as a whole is at fault.</param>
/// <param name="Problem">What was found, without a full stop.</param>
/// <param name="Remedy">What to do about it, as a sentence.</param>
public sealed record CalendarFault(int? Line, string? Field, string Problem, string Remedy)
{
    public override string ToString() => string.Concat(Line is null ? "" : Field is null ? $"line {Line}: " : $"line {Line}, {Field}: ", $"{Problem}. {Remedy}");
}
