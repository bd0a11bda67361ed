using Microsoft.Playwright;
using ShipBy.TestKit;

namespace ShipBy.Pages.Tests.Browsing;

/// <summary>Pages as a person sees them, light and dark, on a telephone and on a desk. The pictures stay in <c>artifacts/pictures</c>.</summary>
public sealed class Pictures : IAsyncDisposable
{
    private static readonly (ColorScheme Scheme, int Width)[] All = [(ColorScheme.Light, 360), (ColorScheme.Light, 1280), (ColorScheme.Dark, 360), (ColorScheme.Dark, 1280)];

    /// <value>Each scheme and each width once: half the time, and what breaks shows in it as well. CI takes them all and keeps them.</value>
    private static readonly (ColorScheme Scheme, int Width)[] Taken = Environment.GetEnvironmentVariable("CI") is null ? [All[0], All[3]] : All;

    private readonly Chromium _chromium = new();

    public Task<IBrowser> BrowserAsync() => _chromium.OpenAsync();

    /// <summary>Takes the pictures of what a page shows now, and looks whether it can be read: nothing runs out of the window, no text is too faint.</summary>
    /// <param name="name">Folder and file, such as <c>links/snooze.ru</c>.</param>
    public static async Task TakeAsync(IPage page, string name)
    {
        var file = Path.Combine(RepositoryRoot.Folder, "artifacts", "pictures", name);
        foreach (var (scheme, width) in Taken)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 700);
            await page.ScreenshotAsync(new() { Path = $"{file}.{(scheme == ColorScheme.Dark ? "dark" : "light")}.{width}.png", FullPage = true });

            Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
            Assert.Empty(await page.EvaluateAsync<string[]>(Legibility.HardToRead));
        }

        Assert.Empty(await Accessibility.FaultsOfAsync(page));
    }

    public ValueTask DisposeAsync() => _chromium.DisposeAsync();
}
