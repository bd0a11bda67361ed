using Microsoft.Playwright;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>Every kind of letter as a person sees it: in every language, light and dark, on a telephone and on a desk. The pictures stay in <c>artifacts/pictures/letters</c>.</summary>
public sealed class LetterPictureTests(LetterGallery gallery) : IClassFixture<LetterGallery>
{
    private const int Tallest = 1_600;

    public static MatrixTheoryData<string, string> LettersAndLanguages => new(SampleLetters.Names, Texts.Languages);

    [Theory]
    [MemberData(nameof(LettersAndLanguages))]
    public async Task ALetter_CanBeRead(string name, string language)
    {
        var browser = await gallery.Chromium.OpenAsync();
        var letter = await SampleLetters.LetterAsync(name, language);
        foreach (var mode in LetterGallery.Modes)
        {
            var page = await browser.NewPageAsync(new() { ColorScheme = mode == "dark" ? ColorScheme.Dark : ColorScheme.Light });
            foreach (var width in LetterGallery.Widths)
            {
                await page.SetViewportSizeAsync(width, 700);
                await page.SetContentAsync(letter.Html);
                var height = await page.EvaluateAsync<int>("Math.ceil(document.documentElement.getBoundingClientRect().height)");
                await page.ScreenshotAsync(new()
                {
                    Path = gallery.FileOf(name, language, mode, width),
                    FullPage = true,
                    Clip = new() { X = 0, Y = 0, Width = width, Height = Math.Min(height, Tallest) },
                });

                Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
                Assert.Empty(await page.EvaluateAsync<string[]>(Legibility.HardToRead));
            }

            await page.CloseAsync();
        }
    }
}
