using Microsoft.Playwright;

namespace ShipBy.Pages.Tests.Browsing;

/// <summary>What axe (Deque's accessibility checker) finds wrong with a page that a browser shows.</summary>
internal static class Accessibility
{
    private static readonly Lazy<string> Axe = new(() =>
    {
        using var reader = new StreamReader(typeof(Accessibility).Assembly.GetManifestResourceStream("axe.min.js")!);
        return reader.ReadToEnd();
    });

    /// <returns>Serious and critical faults, each with its rule and the first place; none is as it should be.</returns>
    public static async Task<string[]> FaultsOfAsync(IPage page)
    {
        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Axe.Value} }} }}");
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(fault => ['serious', 'critical'].includes(fault.impact))
              .map(fault => `${fault.impact} ${fault.id}: ${fault.nodes[0].target} (${fault.help})`)
            """);
    }
}
