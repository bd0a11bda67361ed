using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Quality;
using ShipBy.Pages.Charts;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Quality;

/// <summary>A figure as text and as a picture; the same on the page and in a mail.</summary>
public static class FigureText
{
    /// <summary>The value with its unit, or that there is none.</summary>
    public static string Of(Words words, FigureUnit unit, decimal? value) => value is not { } known ? words.Quality.NotAvailable
        : unit == FigureUnit.Share ? Percent(words, known)
        : words.Quality.Hours(known.ToString("0.#", words.Numbers));

    /// <summary>How many orders, units or parcels stand behind it.</summary>
    public static string Behind(Words words, KeyFigure figure) => words.Quality.Behind(figure.Definition.Unit, Whole(figure.Now.Hits), Whole(figure.Now.Population));

    /// <summary>What changed since last week, in one sentence.</summary>
    public static string Change(Words words, WeekChange change) => (change.Turn, change.Cause) switch
    {
        (null, _) => words.Quality.ChangeUnknown,
        (_, null) => words.Quality.ChangeNothingWrong,
        ({ } turn, { } cause) => words.Quality.Change(
            turn, Of(words, FigureUnit.Share, change.Now.Value), Of(words, FigureUnit.Share, change.Before.Value), words.Quality.Defect(cause), Whole(change.CauseNow), Whole(change.CauseBefore)),
    };

    public static ChartData Chart(Words words, KeyFigure figure)
    {
        var name = words.Quality.Name(figure.Definition.Name);
        return new ChartData(
            [.. figure.Weeks.Select(week => new ChartPoint(week.Value.Value, Day(week.Monday)))],
            figure.Threshold?.Bad,
            words.Quality.TrendText(name, string.Join(words.ListGap, figure.Weeks.Select(week => Of(words, figure.Definition.Unit, week.Value.Value)))));
    }

    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static int Whole(long number) => (int)Math.Min(number, int.MaxValue);

    private static string Percent(Words words, decimal share) => (share * 100).ToString("0.##", words.Numbers) + (words.Language == "ru" ? "\u00A0%" : "%");
}
