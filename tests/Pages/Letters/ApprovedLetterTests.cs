using System.Text;
using AngleSharp.Html.Parser;
using ShipBy.Pages.Wording;
using ShipBy.TestKit;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>Every kind of letter in every language, beside the words that somebody has read and approved.</summary>
/// <remarks>A difference writes the new words into <c>artifacts/letters</c>; who approves them copies them into <c>Approved</c>.</remarks>
public class ApprovedLetterTests
{
    private static readonly string Approved = Path.Combine(RepositoryRoot.Folder, "tests", "Pages", "Letters", "Approved");

    private static readonly string Received = Path.Combine(RepositoryRoot.Folder, "artifacts", "letters");

    public static MatrixTheoryData<string, string> LettersAndLanguages => new(SampleLetters.Names, Texts.Languages);

    [Theory]
    [MemberData(nameof(LettersAndLanguages))]
    public async Task ALetter_SaysWhatWasApproved(string name, string language)
    {
        var said = LetterText.Of(await SampleLetters.LetterAsync(name, language));
        var file = $"{name}.{language}.txt";
        var approved = Path.Combine(Approved, file);
        if (!File.Exists(approved) || await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) != said)
        {
            Directory.CreateDirectory(Received);
            await File.WriteAllTextAsync(Path.Combine(Received, file), said, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(approved), $"{file} was never approved: read artifacts/letters/{file} and copy it to tests/Pages/Letters/Approved.");
        Assert.Equal(await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken), said);
    }

    [Theory]
    [MemberData(nameof(LettersAndLanguages))]
    public async Task EverythingThatTheHtmlShows_StandsInTheText(string name, string language)
    {
        var letter = await SampleLetters.LetterAsync(name, language);

        var body = new HtmlParser().ParseDocument(letter.Html).Body!;
        foreach (var unseen in body.QuerySelectorAll("[style^='display:none'], .head"))
        {
            unseen.Remove();
        }

        var text = Flat(letter.Text);
        Assert.All(
            body.QuerySelectorAll("td, h1, h2, b, span, a").Where(element => element.ChildElementCount == 0).Select(element => Flat(element.TextContent)).Where(words => words.Length > 0),
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.All(body.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!), link => Assert.Contains(link, letter.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LettersAndLanguages))]
    public async Task ALetter_IsSmallerThanMailReadersCut(string name, string language)
    {
        var letter = await SampleLetters.LetterAsync(name, language);

        Assert.InRange(Encoding.UTF8.GetByteCount(letter.Html), 1, 100_000);
    }

    [Fact]
    public void NothingIsApproved_ThatNoLetterSays() => Assert.Equal(
        [.. from name in SampleLetters.Names from language in Texts.Languages let file = $"{name}.{language}.txt" orderby file select file],
        Directory.GetFiles(Approved).Select(Path.GetFileName).Order());

    private static string Flat(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
