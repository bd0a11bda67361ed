using System.Text;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Wording;
using ShipBy.TestKit;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>Where the pictures of letters lie: <c>artifacts/pictures/letters</c>, with a page of them all and contact sheets, so that somebody can look at what was made.</summary>
public sealed class LetterGallery : IAsyncDisposable
{
    private const int Thumbnail = 300;

    private readonly string _folder = Path.Combine(RepositoryRoot.Folder, "artifacts", "pictures", "letters");

    public LetterGallery() => Directory.CreateDirectory(_folder);

    public static IReadOnlyList<string> Modes { get; } = ["light", "dark"];

    /// <value>Of a telephone and of a mail program's pane, in CSS pixels.</value>
    public static IReadOnlyList<int> Widths { get; } = [360, 700];

    public Chromium Chromium { get; } = new();

    public string FileOf(string letter, string language, string mode, int width) => Path.Combine(_folder, NameOf(letter, language, mode, width));

    public async ValueTask DisposeAsync()
    {
        if (Chromium.IsOpen)
        {
            await ShowAsync();
        }

        await Chromium.DisposeAsync();
    }

    private async Task ShowAsync()
    {
        var index = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><title>Letters</title>");
        var page = await (await Chromium.OpenAsync()).NewPageAsync(new() { ViewportSize = new() { Width = 6 * (Thumbnail + 12), Height = 800 } });
        foreach (var (language, mode) in Texts.Languages.SelectMany(_ => Modes, (language, mode) => (language, mode)))
        {
            var sheet = Sheet(language, mode);
            index.Append(sheet);
            await File.WriteAllTextAsync(Path.Combine(_folder, "index.html"), sheet);
            await page.GotoAsync(new Uri(Path.Combine(_folder, "index.html")).AbsoluteUri);
            await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(_folder, $"contact-sheet.{language}.{mode}.png") });
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "index.html"), index.ToString());
    }

    private static string Sheet(string language, string mode) => string.Join('\n',
    [
        "<div style='display:flex;flex-wrap:wrap;align-items:flex-start;background:#ccc;font:11px sans-serif'>",
        .. from letter in SampleLetters.Names
           from width in Widths
           let file = NameOf(letter, language, mode, width)
           select $"<figure style='margin:6px;width:{Thumbnail}px'><figcaption>{file}</figcaption><a href='{file}'><img src='{file}' style='width:100%;max-height:900px;object-fit:cover;object-position:top'></a></figure>",
        "</div>",
    ]);

    private static string NameOf(string letter, string language, string mode, int width) => $"{letter}.{language}.{mode}.{width}.png";
}
