using Microsoft.Playwright;

namespace ShipBy.Pages.Tests.Browsing;

/// <summary>The machine's own Chromium. Where there is none, tests that ask for it are skipped, except in CI.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly SemaphoreSlim _one = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public bool IsOpen => _browser is not null;

    /// <summary>Starts it with the first call.</summary>
    public async Task<IBrowser> OpenAsync()
    {
        var place = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(place is null && Environment.GetEnvironmentVariable("CI") is null, "No Chromium: install one, or name it in CHROMIUM.");
        await _one.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = place, Args = ["--no-sandbox"] });
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? default);
        _playwright?.Dispose();
        _one.Dispose();
    }
}
