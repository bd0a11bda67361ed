using System.Text;

namespace ShipBy.Pages.Letters;

/// <summary>The plain part of a mail: the same words without the layout.</summary>
internal static class TextPart
{
    public static string Write(LetterModel letter)
    {
        var text = new StringBuilder();
        var words = letter.Words.Letter;
        Say(text, letter.MaybeRepeated ? words.MaybeRepeated : null);
        Say(text, letter.Shipments is { } shipments ? words.WarningHeading(shipments) : null);
        Say(text, letter.DeskUrl is { } url ? $"{words.OpenDesk}: {url}" : words.NoAddress);
        foreach (var row in letter.Warnings)
        {
            Say(text, Describe(row, words.Deadline));
        }

        Say(text, letter.MoreWarnings > 0 ? words.More(letter.MoreWarnings) : null);
        Say(text, letter.Shipments is null ? null : words.Cost + " " + words.HowToSilence);
        Say(text, letter.Problems.Count > 0 ? words.ProblemHeading : null);
        foreach (var problem in letter.Problems)
        {
            Say(text, $"- {problem.Subject}\n  {problem.Reason}");
        }

        Say(text, letter.MoreProblems > 0 ? words.More(letter.MoreProblems) : null);
        SayTroubles(text, letter, letter.Words.Playbook);
        Say(text, words.Footer(letter.WrittenAt, letter.Zone));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Describe(LetterModel.Row row, string by) =>
        $"- {row.TimeLeft}, {by} {row.Deadline}\n  {row.Number} ({row.Shop})\n  {row.Goods}{(row.Value is null ? "" : ", " + row.Value)}\n  {row.State}";

    private static void SayTroubles(StringBuilder text, LetterModel letter, Wording.PlaybookWords words)
    {
        Say(text, letter.Troubles.Any(trouble => !trouble.IsOver) ? words.Heading : null);
        foreach (var trouble in letter.Troubles.Where(trouble => !trouble.IsOver))
        {
            Say(text, $"- {trouble.Title}\n  {trouble.What}\n  {words.CauseLabel}: {trouble.Cause}\n  {words.RemedyLabel}: {trouble.Remedy}");
        }

        Say(text, letter.Troubles.Any(trouble => trouble.IsOver) ? words.OverHeading : null);
        foreach (var trouble in letter.Troubles.Where(trouble => trouble.IsOver))
        {
            Say(text, $"- {trouble.What}");
        }
    }

    private static void Say(StringBuilder text, string? paragraph) => text.Append(paragraph is null ? "" : paragraph + "\n\n");
}
