using ShipBy.Pages.Tests.Browsing;

namespace ShipBy.Pages.Tests.FirstUse;

/// <summary>The way in in a real browser: the first screen, one that refuses, the last one, and a page of sample data; a language each.</summary>
public sealed class StartPictureTests(Pictures pictures) : IClassFixture<Pictures>
{
    [Theory]
    [InlineData("language", "ru")]
    [InlineData("contact", "zh-CN")]
    [InlineData("end", "en")]
    [InlineData("sample", "ru")]
    public async Task TheScreens_CanBeRead(string screen, string language)
    {
        await using var walk = await StartWalk.StartAsync(new FakeTrial { MayWrite = false }, language);
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(walk.Desk.Address, "/api/today").AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/desk/start/language");
        complaints.Clear();     // the browser complains of the 401 that showed the door

        if (screen is "sample")
        {
            await page.Locator("button[value=fill]").ClickAsync();
            await Arrival.AtAsync(page, "**/today");
        }
        else
        {
            await walk.UpToAsync(screen);
            await page.GotoAsync(new Uri(walk.Desk.Address, $"/api/desk/start/{screen}").AbsoluteUri);
            await WrongAsync();
        }

        await Pictures.TakeAsync(page, $"start/{screen}.{language}");
        Assert.Empty(complaints);
        await page.CloseAsync();

        async Task WrongAsync()
        {
            if (screen is "contact")
            {
                await page.Locator("#contact").FillAsync("me@example.org");
                await page.Locator("#host").FillAsync("smtp.example.org");
                await page.Locator("#password").FillAsync("wrong");
                await page.Locator("details summary").ClickAsync();
            }

            if (screen is "contact" or "end")
            {
                await page.Locator($"form[action$='start/{screen}'] button").ClickAsync();
                await page.Locator(screen is "contact" ? "[role=alert]" : "pre").WaitForAsync();
                complaints.RemoveAll(text => text.Contains("422", StringComparison.Ordinal));      // it complains of the refusal, too
            }
        }
    }
}
