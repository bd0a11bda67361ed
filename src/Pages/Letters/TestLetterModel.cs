using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>What both parts of a test letter are written from.</summary>
/// <param name="DeskUrl">Address of the page; null when the deployment's address is not set.</param>
public sealed record TestLetterModel(Words Words, string Route, string? DeskUrl, string WrittenAt, string Zone)
{
    public string Text => string.Join("\n\n", [Words.TestLetter.Heading, Words.TestLetter.Body(Route), .. Link, Words.TestLetter.Unwanted, Words.TestLetter.Footer(WrittenAt, Zone)]) + "\n";

    private string[] Link => DeskUrl is null ? [] : [$"{Words.TestLetter.Open}: {DeskUrl}"];
}
