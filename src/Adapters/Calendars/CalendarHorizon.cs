using NodaTime;
using NodaTime.Text;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.SelfWatch;
using ShipBy.Domain.Calendars;

namespace ShipBy.Adapters.Calendars;

/// <summary>How far a calendar file reaches, and from when on it guesses: rows under a comment that says <c>Confidence: projection</c>, until one says otherwise.</summary>
internal sealed class CalendarHorizon(IReadOnlyList<WatchedCalendar> inUse) : IWatchedCalendars
{
    private const string Confidence = "Confidence:";

    public IReadOnlyList<WatchedCalendar> InUse => inUse;

    /// <remarks>A calendar of weekdays alone never ends.</remarks>
    /// <exception cref="InvalidSellerFileException">The file is not there or cannot be read.</exception>
    public static CalendarHorizon Of(string nameOrPath, WorkCalendar calendar) => new(
        calendar.LastNamedDay is { } last ? [new WatchedCalendar(nameOrPath, last, GuessedFrom(FileText.Of(CalendarFolder.Calendars.Find(nameOrPath), CalendarFolder.Calendars.Purpose)))] : []);

    internal static LocalDate? GuessedFrom(string text)
    {
        var (isGuess, from) = (false, (LocalDate?)null);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith('#'))
            {
                var says = line.IndexOf(Confidence, StringComparison.OrdinalIgnoreCase);
                isGuess = says < 0 ? isGuess : line[(says + Confidence.Length)..].TrimStart().StartsWith("projection", StringComparison.OrdinalIgnoreCase);
            }
            else if (isGuess && line.Length >= 10 && LocalDatePattern.Iso.Parse(line[..10]) is { Success: true, Value: var day } && !(day >= from))
            {
                from = day;
            }
        }

        return from;
    }
}
