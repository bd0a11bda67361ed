using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipBy.Pages.Tests.Browsing;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The way in, as a person walks it in a browser: from the printed link to a guarded shop.</summary>
internal static partial class FirstUse
{
    public const string Key = "the-key-of-the-shop", Password = "the-password-of-the-mail";

    /// <value>Tests that each start a whole app and a browser would only wait for each other.</value>
    public const string OneAtATime = "whole apps with browsers";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task<IReadOnlyList<string>> WalkAsync(IPage page, Uri marketplace, int mailPort)
    {
        var screens = new List<string>();
        await AtAsync("language");
        await page.Locator("#timezone").SelectOptionAsync("Asia/Omsk");
        await NextAsync();
        await AtAsync("key");
        await FillAsync(("clientid", "1001"), ("apikey", "a-wrong-key"));
        await page.Locator("summary").ClickAsync();
        await FillAsync(("baseurl", marketplace.AbsoluteUri));
        await NextAsync();
        await Assertions.Expect(page.Locator(".fault")).ToContainTextAsync("key");
        await FillAsync(("apikey", Key));
        await NextAsync();
        await AtAsync("shop");
        await FillAsync(("shop", "tea"));
        await page.Locator("#warehouse").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await NextAsync();
        await AtAsync("stock");
        await Assertions.Expect(page.Locator("main strong")).ToContainTextAsync("products");
        await NextAsync();
        await AtAsync("contact");
        await FillAsync(("contact", "me@example.org"), ("host", "127.0.0.1"), ("user", "me@example.org"), ("password", Password));
        await page.Locator("summary").ClickAsync();
        await FillAsync(("port", $"{mailPort}"));
        await page.Locator("#tls").SelectOptionAsync("none");
        await NextAsync();
        await AtAsync("test");
        await page.Locator("button[value=send]").ClickAsync();
        await page.Locator("button[value=got]").ClickAsync();
        await AtAsync("end");
        await NextAsync();
        return screens;

        async Task AtAsync(string screen)
        {
            await Arrival.AtAsync(page, $"**/desk/start/{screen}");
            screens.Add(screen);
        }

        async Task FillAsync(params (string Id, string Value)[] typed)
        {
            foreach (var (id, value) in typed)
            {
                await page.Locator($"#{id}").FillAsync(value);
            }
        }

        Task NextAsync() => page.Locator("main form .presses button").First.ClickAsync();
    }

    public static async Task<string> LinkAsync(Process setup)
    {
        while (await setup.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Link().Match(line) is { Success: true } match)
            {
                return match.Value;
            }
        }

        throw new InvalidOperationException(await setup.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    public static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+/api/enter\\?ticket=.*$")]
    private static partial Regex Link();

    /// <summary>The page goes on by itself once the app has started anew with its shop, however busy the machine is.</summary>
    public static Task StartedAnewAsync(IPage page) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex("/api/today$"), new() { Timeout = (float)Patience.TotalMilliseconds });

    /// <summary>Looks until there is something to see.</summary>
    /// <exception cref="TimeoutException">There was nothing in a time in which there should be.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        for (var started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < Patience; await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            if (await look() is { } seen)
            {
                return seen;
            }
        }

        throw new TimeoutException("There is nothing to see yet.");
    }
}
