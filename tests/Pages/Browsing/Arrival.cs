using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ShipBy.Pages.Tests.Browsing;

/// <summary>Waits until a browser stands on a page.</summary>
/// <remarks>Playwright's own wait for an address waits for the event of loading as well, and misses one that fires just before: it is asked for instead.</remarks>
internal static class Arrival
{
    private const float Patience = 30_000;

    /// <param name="address">With <c>**</c> for anything.</param>
    public static async Task AtAsync(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", ".*", StringComparison.Ordinal)}$"), new() { Timeout = Patience });
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }
}
