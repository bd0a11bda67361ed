using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using ShipBy.Adapters.Tests.Alerts;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Sandbox;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>A seller's day from an empty home on, in a browser: the real program, a marketplace and a mail server over the wire.</summary>
[Collection(FirstUse.OneAtATime)]
public sealed class SellersDayTests : IDisposable
{
    private const int Orders = 50, Parcels = 48;

    /// <value>As often as a second, so that a day does not take one.</value>
    private static readonly Dictionary<string, string> Hurry = new()
    {
        ["PollSchedule"] = "* * * * * *",
        ["SweepSchedule"] = "* * * * * *",
        ["OutboxSchedule"] = "* * * * * *",
    };

    private readonly ShipByProcess _shipby = new();

    private readonly List<string> _complaints = [];

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task FirstUse_AnAlertsLink_FiftyOrdersShippedThroughAKill_ACount_AndAPurchase()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        await using var chromium = new Chromium();
        var browser = await chromium.OpenAsync();
        await using var mails = new SmtpServer();
        var folder = Path.Combine(_shipby.Home, "marketplace");
        var marketplace = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder,
            OrdersFile = OrdersToShip(),
            Length = TimeSpan.FromMinutes(15),
            ClientId = "1001",
            ApiKey = FirstUse.Key,
        });
        var page = await browser.NewPageAsync();
        page.Console += (_, message) => _complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => _complaints.Add(error);

        using (var setup = _shipby.Start(["setup", "--language", "en"], Hurry))
        {
            await page.GotoAsync(await FirstUse.LinkAsync(setup));
            _ = setup.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await page.Locator("form button").ClickAsync();
            await FirstUse.WalkAsync(page, marketplace.BaseAddress, mails.Port);
            await FirstUse.StartedAnewAsync(page);
            _complaints.RemoveAll(text => text.Contains("ERR_CONNECTION_REFUSED", StringComparison.Ordinal));       // asked while the app started anew
            Assert.Contains("422", Assert.Single(_complaints), StringComparison.Ordinal);                           // the key that was typed wrong on purpose
            _complaints.Clear();
            await FollowTheAlertAsync(page, mails);
            await VerifyAsync(page);
            await ShipAllAsync(page);
            await page.GotoAsync("about:blank");        // or it would go on asking
            using (var app = Process.GetProcessById(_shipby.Part("functions")))
            {
                app.Kill();          // in the middle: some orders are told, most are not
            }

            await setup.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // What was being told when the app died is told again only once it could have shown.
        using var again = _shipby.Start(["run"], new Dictionary<string, string>(Hurry) { ["Shops__tea__ShowsAfter"] = "00:00:05", ["Shops__tea__CallsPerSecond"] = "24" });
        await page.GotoAsync(await FirstUse.LinkAsync(again));
        _ = again.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/api/today");
        await ResumeAsync(page);
        await CountAsync(page);
        await ReceiveAsync(page);
        await FirstUse.InterruptAsync(again);
        await again.WaitForExitAsync(TestContext.Current.CancellationToken);

        await marketplace.DisposeAsync();           // which goes on writing its journal until then
        Assert.Equal(0, again.ExitCode);
        Assert.Empty(_complaints);
        Assert.Equal(Enumerable.Repeat(1, Orders), Journal(folder, "ship_asked").GroupBy(order => order).Select(order => order.Count()));
    }

    /// <summary>Fifty orders that the seller brings to their buyers; two pairs of them go to the same person.</summary>
    private string OrdersToShip()
    {
        var rows = Enumerable.Range(1, Orders).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"o{number:0000},s1,approved,2018-01-01 00:00:00,2018-01-01 00:00:00,2018-01-06 12:{number % 60:00}:00,,p{number % 5} x 1,{number switch { 7 => "Buyer 3", 12 => "Buyer 11", _ => $"Buyer {number}" }}"));
        return _shipby.Write("orders.csv", string.Join('\n', rows.Prepend("order_id,seller_id,status,purchase_timestamp,approved_at,shipping_limit_date,delivered_carrier_date,items,recipient")));
    }

    private static async Task FollowTheAlertAsync(IPage page, SmtpServer mails)
    {
        var link = await FirstUse.UntilAsync(() => Task.FromResult(mails.Letters.ToArray().SelectMany(MailText.LinksIn).FirstOrDefault(link => link.Contains("/api/a/", StringComparison.Ordinal))));
        await page.GotoAsync(link);
        await page.Locator("main form button").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("o00");
    }

    private static async Task VerifyAsync(IPage page)
    {
        await page.GotoAsync(At(page, "today"));
        await FirstUse.UntilAsync(async () =>
        {
            await page.ReloadAsync();
            return await page.Locator("article .state", new() { HasText = "stock is held" }).CountAsync() == Orders ? "all" : null;
        });
        await page.Locator("article h3 a").First.ClickAsync();
        await Arrival.AtAsync(page, "**/desk/order?*");
        Assert.Equal(0, await page.Locator(".checks .failed").CountAsync());
        await page.Locator(".steps button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".steps")).ToContainTextAsync("✓");
    }

    private static async Task ShipAllAsync(IPage page)
    {
        await page.GotoAsync(At(page, "desk/ship"));
        await page.Locator("thead a").ClickAsync();
        await page.Locator("input[name=first]").FillAsync("10100001000010");
        await page.Locator("select[name=rule]").SelectOptionAsync("RussianPost");
        await page.Locator("input[name=handed]").CheckAsync();
        await page.Locator("form[action$='desk/ship/plan'] button").First.ClickAsync();
        await Arrival.AtAsync(page, "**/desk/ship/plan");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(Parcels);
        await page.Locator("form[action$='desk/ship/start'] button").First.ClickAsync();
        await Arrival.AtAsync(page, "**/desk/ship/batch?*");
        await Assertions.Expect(page.Locator("[role=status]")).Not.ToContainTextAsync($"{Orders} of {Orders}");
    }

    /// <summary>The page of the batch says when all is done, by itself.</summary>
    private static async Task ResumeAsync(IPage page)
    {
        await page.GotoAsync(At(page, "desk/ship"));
        await page.Locator("section.card li a").First.ClickAsync();
        await Arrival.AtAsync(page, "**/desk/ship/batch?*");
        if (await page.Locator("form[action$='carry-on'] button").CountAsync() > 0)
        {
            await page.Locator("form[action$='carry-on'] button").ClickAsync();
        }

        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync($"{Orders} of {Orders}", new() { Timeout = 90_000 });
        var numbers = await page.Locator("tbody tr td:nth-child(2)").AllTextContentsAsync();
        Assert.Equal((Orders, Parcels), (numbers.Count, numbers.Distinct().Count()));
    }

    private static async Task CountAsync(IPage page)
    {
        await page.GotoAsync(At(page, "desk/stock/count"));
        await page.Locator("textarea[name=lines]").FillAsync("p1 7");
        await page.Locator("form[action$='stock/count'] button").Last.ClickAsync();
        await page.Locator("form[action$='/confirm'] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
        Assert.Equal(7, await OnHandAsync(page, "p1"));
    }

    private static async Task ReceiveAsync(IPage page)
    {
        await page.GotoAsync(At(page, "desk/stock/purchases"));
        await page.Locator("input[name=number]").FillAsync("PO-1");
        await page.Locator("input[name=supplier]").FillAsync("Mug works");
        await page.Locator("textarea[name=lines]").FillAsync("p1 5");
        await page.Locator("form[action$='stock/purchases'] button").ClickAsync();
        await page.Locator("form[action$='/receive'] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("[role=status]").First).ToBeVisibleAsync();
        Assert.Equal(12, await OnHandAsync(page, "p1"));
    }

    private static async Task<int> OnHandAsync(IPage page, string sku)
    {
        await page.GotoAsync(At(page, "desk/stock"));
        var cells = await page.Locator("tbody tr", new() { HasText = sku }).First.Locator("td.number").AllTextContentsAsync();
        return cells.Select(cell => int.TryParse(cell.Trim(), CultureInfo.InvariantCulture, out var number) ? number : -1).Max();
    }

    private static string At(IPage page, string place) => new Uri(new Uri(page.Url), $"/api/{place}").AbsoluteUri;

    /// <returns>The orders of all entries of a kind in the marketplace's own journal, but for packings that it let fail.</returns>
    private static List<string> Journal(string folder, string kind) =>
    [
        .. File.ReadLines(Path.Combine(folder, "journal.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(entry => entry.GetProperty("kind").GetString() == kind && !(entry.TryGetProperty("fails", out var fails) && fails.GetBoolean()))
            .Select(entry => entry.GetProperty("order").GetString()!),
    ];
}
