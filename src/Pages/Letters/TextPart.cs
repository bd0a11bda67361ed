using System.Text;
using ShipBy.Pages.Letters.Days;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>The plain part of a mail: the same words without the layout.</summary>
internal static class TextPart
{
    public static string Write(LetterModel letter)
    {
        var text = new StringBuilder();
        var words = letter.Words.Letter;
        Say(text, letter.MaybeRepeated ? words.MaybeRepeated : null);
        Say(text, letter.StatusRead);
        Say(text, letter.Head is { } head ? Lines(head.Heading, head.Note, head.Cost) : null);
        Say(text, letter is { Head: null, Day: { } opening } ? Lines([opening.Heading, .. opening.Notes]) : null);
        Say(text, letter is { Head: null, Day: null, Problems.Count: > 0 } ? words.ProblemHeading : null);
        Say(text, letter.IsAboutParcels ? letter.Words.Transit.Heading : null);
        Say(text, letter.TroubleLead);
        Say(text, letter.DeskUrl is { } url ? $"{letter.OpenDesk}: {url}" : words.NoAddress);
        foreach (var row in letter.Warnings)
        {
            Say(text, Describe(row, words.Deadline));
        }

        Say(text, letter.MoreWarnings > 0 ? words.More(letter.MoreWarnings) : null);
        Say(text, letter.Problems.Count > 0 && (letter.Head is not null || letter.Day is not null) ? words.ProblemHeading : null);
        foreach (var problem in letter.Problems)
        {
            Say(text, $"- {problem.Subject}\n  {problem.Reason}");
        }

        Say(text, letter.MoreProblems > 0 ? words.More(letter.MoreProblems) : null);
        Say(text, letter is { Head: not null, Day: { } after } ? Lines([after.Heading, .. after.Notes]) : null);
        SayDay(text, letter.Day, words);
        SayParcels(text, letter, words);
        SayTroubles(text, letter, letter.Words.Playbook);
        Say(text, Lines(letter.HowToSilence, letter.CostSources, words.Footer(letter.WrittenAt, letter.Zone)));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void SayDay(StringBuilder text, DaySection? day, LetterWords words)
    {
        Say(text, day is { Figures.Count: > 0 } ? Lines(day.Figures.Select(figure => $"{figure.Label}: {figure.Number}")) : null);
        foreach (var group in day?.Groups ?? [])
        {
            Say(text, group.Heading);
            foreach (var row in group.Rows)
            {
                Say(text, Describe(row, words.Deadline));
            }
        }

        Say(text, day?.More > 0 ? words.More(day.More) : null);
    }

    private static void SayParcels(StringBuilder text, LetterModel letter, LetterWords words)
    {
        Say(text, letter.Parcels.Count > 0 && !letter.IsAboutParcels ? letter.Words.Transit.Heading : null);
        foreach (var parcel in letter.Parcels)
        {
            Say(text, $"- {string.Join("\n  ", [parcel.Title, parcel.What, .. parcel.Facts, .. parcel.Links.Select(link => $"{link.Says}: {link.Url}")])}");
        }

        Say(text, letter.MoreParcels > 0 ? words.More(letter.MoreParcels) : null);
    }

    private static string Describe(LetterRow row, string by) => "- " + string.Join("\n  ", new[]
    {
        row.Rule is null ? $"{row.TimeLeft}, {by} {row.Deadline}" : $"{row.TimeLeft}, {by} {row.Deadline}, {row.Rule}",
        $"{row.Number} ({row.Shop})",
        row.Value is null ? row.Goods : $"{row.Goods}, {row.Value}",
        row.State,
        row.Attention,
        row.Cost,
    }.OfType<string>().Concat(row.Links.Select(link => $"{link.Says}: {link.Url}")));

    private static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>());

    private static void SayTroubles(StringBuilder text, LetterModel letter, Wording.PlaybookWords words)
    {
        var (isLed, hasOpen) = (letter.TroubleLead is not null, letter.Troubles.Any(trouble => !trouble.IsOver));
        Say(text, hasOpen && !isLed ? words.Heading : null);
        foreach (var trouble in letter.Troubles.Where(trouble => !trouble.IsOver))
        {
            Say(text, $"- {trouble.Title}\n  {trouble.What}\n  {words.CauseLabel}: {trouble.Cause}\n  {words.RemedyLabel}: {trouble.Remedy}");
        }

        Say(text, letter.Troubles.Any(trouble => trouble.IsOver) && (hasOpen || !isLed) ? words.OverHeading : null);
        foreach (var trouble in letter.Troubles.Where(trouble => trouble.IsOver))
        {
            Say(text, $"- {trouble.What}");
        }
    }

    private static void Say(StringBuilder text, string? paragraph) => text.Append(paragraph is null ? "" : paragraph + "\n\n");
}
