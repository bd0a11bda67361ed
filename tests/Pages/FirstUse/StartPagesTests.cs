using System.Net;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Pages.Tests.FirstUse;

public sealed class StartPagesTests
{
    [Fact]
    public async Task AnEmptyDesk_LeadsIn_AndADeskWithAShopDoesNot()
    {
        await using var walk = await StartWalk.StartAsync();
        var first = await walk.Browser.GetAsync("/api/today");
        var next = await walk.Browser.GetAsync("/api/desk/start");
        using var packer = await walk.Desk.EnterAsync("Boris", "a-packers-key-for-tests");
        await using var other = await Orders.WorldDesk.StartAsync();
        using var withShop = await other.EnterAsync();

        Assert.Equal((HttpStatusCode.SeeOther, "desk/start"), (first.StatusCode, first.Headers.Location!.ToString()));
        Assert.EndsWith("desk/start/language", next.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("The owner does that", (await packer.ReadAsync("/api/today")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await packer.GetAsync("/api/desk/start/key")).StatusCode);
        Assert.EndsWith("today", (await withShop.GetAsync("/api/desk/start/key")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Null((await withShop.ReadAsync("/api/today")).QuerySelector(".sample"));
    }

    [Fact]
    public async Task SevenScreens_AndTwelveInputs_LeadToASwitchedOnShop()
    {
        await using var walk = await StartWalk.StartAsync();
        var (screens, inputs) = (new List<string>(), 0);
        for (var next = (await walk.Browser.GetAsync("/api/desk/start")).Headers.Location!.ToString().Split('/')[^1]; next.Length > 0;)
        {
            var page = await walk.ReadAsync(next);
            screens.Add(next);
            inputs += StartWalk.InputsOf(page).Count + (page.QuerySelector("nav.tabs") is null ? 0 : 1);       // which of the tabs is a choice too
            var answer = next is "end" ? await walk.PressAsync("end") : await walk.PressAsync(next, StartWalk.OzonByMail.First(one => one.Screen == next).Typed);
            if (next is "test")
            {
                Assert.Contains("Did it arrive?", (await Access.Browser.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
                answer = await walk.PressAsync("test", ("act", "got"));
            }

            next = answer.Headers.Location?.ToString().Split('/')[^1] ?? "";
        }

        Assert.Equal(["language", "key", "shop", "stock", "contact", "test", "end"], screens);
        Assert.Equal(12, inputs);
        Assert.Equal(
            ["Alerts__Kind=smtp", "Alerts__Sender=me@example.org", "Alerts__Smtp__Host=smtp.example.org", $"Alerts__Smtp__Password={FakeTrial.GoodPassword}", "Alerts__Smtp__User=me@example.org", "ShipBy__Contact=me@example.org", $"ShipBy__DeskKey={Sample.DeskKey}", "ShipBy__Language=en", "ShipBy__TimeZone=Asia/Omsk", $"Shops__tea__ApiKey={FakeTrial.GoodKey}", "Shops__tea__ClientId=1001", "Shops__tea__Kind=ozon", "Shops__tea__Warehouse=1020002"],
            walk.Trial.Kept!.Select(setting => $"{setting.Key}={setting.Value}"));
        Assert.Equal(("en", "Asia/Omsk"), walk.Trial.Asked);
        Assert.Single(walk.Trial.Letters);
        Assert.Contains("ShipBy is starting", (await walk.ReadAsync("end")).Body!.TextContent, StringComparison.Ordinal);       // a second press finds nothing to do
        Assert.Null(await walk.Desk.World.Ledger.FindAsync(PoolName.Parse("-desk"), RowKey.Start, default));
    }

    [Fact]
    public async Task NothingTypedIsLost_ByARefusal_AReload_TheWayBack_OrAnotherBrowser_AndNoSecretIsShown()
    {
        await using var walk = await StartWalk.StartAsync();
        await walk.UpToAsync("key");
        var refused = await walk.PressAsync("key", ("clientid", "1001"), ("apikey", "a-wrong-secret"));
        var said = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var reloaded = await walk.ReadAsync("key");
        var tooFar = await walk.Browser.GetAsync("/api/desk/start/contact");
        await walk.PressAsync("key", ("apikey", FakeTrial.GoodKey));
        using var second = await walk.Desk.EnterAsync("Boris");
        var seen = await second.ReadAsync("/api/desk/start/key");
        var again = await walk.PressAsync("key");       // nothing typed anew

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("does not accept the key", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("a-wrong-secret", said, StringComparison.Ordinal);
        Assert.Equal(("1001", "", "kept; leave empty to keep it"), (reloaded.QuerySelector("#clientid")!.GetAttribute("value"), reloaded.QuerySelector("#apikey")!.GetAttribute("value"), reloaded.QuerySelector("#apikey")!.GetAttribute("placeholder")));
        Assert.EndsWith("desk/start/key", tooFar.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("1001", seen.QuerySelector("#clientid")!.GetAttribute("value"));
        Assert.EndsWith("desk/start/shop", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        await walk.PressAsync("shop", StartWalk.OzonByMail[2].Typed);
        foreach (var screen in new[] { "language", "key", "shop", "stock", "contact" })
        {
            Assert.DoesNotContain(FakeTrial.GoodKey, (await walk.ReadAsync(screen)).Source.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("language", "language", "xx", "en", false)]       // forged: no such language
    [InlineData("language", "timezone", "Mars/Olympus", "Europe/Moscow", false)]
    [InlineData("shop", "shop", "чай", "чай", false)]
    [InlineData("shop", "shop", "tea-2", "tea-2", true)]
    [InlineData("shop", "warehouse", "nonsense", "", true)]       // forged: as if none were chosen
    [InlineData("shop", "warehouse", "1020002", "1020002", true)]
    public async Task WhatCannotBe_LeadsNowhere(string screen, string name, string typed, string value, bool leadsOn)
    {
        await using var walk = await StartWalk.StartAsync();
        await walk.UpToAsync(screen);
        await walk.PressAsync(screen, (name, typed));

        var page = await walk.ReadAsync(screen);
        var input = page.QuerySelector($"#{name}")!;
        Assert.Equal(value, input is AngleSharp.Html.Dom.IHtmlSelectElement select ? select.Value : input.GetAttribute("value"));
        Assert.Equal(leadsOn, (await walk.Desk.World.Of<StartDrafts>().ReadAsync(default)).Done.Contains(Enum.Parse<StartStep>(screen, ignoreCase: true)));
    }

    [Fact]
    public async Task WhatIsMissingOrRefused_IsSaid_AndNothingCameHasARemedy()
    {
        await using var walk = await StartWalk.StartAsync();
        await walk.UpToAsync("contact");
        var lacking = await (await walk.PressAsync("contact", ("contact", "me@example.org"), ("host", ""))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var refused = await (await walk.PressAsync("contact", ("host", "smtp.example.org"), ("password", "wrong"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await walk.PressAsync("contact", ("password", FakeTrial.GoodPassword));
        await walk.PressAsync("test", ("act", "send"));
        var nothing = await (await walk.PressAsync("test", ("act", "nothing"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Still missing: Mail server (SMTP).", lacking, StringComparison.Ordinal);
        Assert.Contains("Alerts__Smtp__Password is not taken.", refused, StringComparison.Ordinal);
        Assert.Contains("spam folder", nothing, StringComparison.Ordinal);
        Assert.Contains("Send once more", nothing, StringComparison.Ordinal);
        Assert.Contains("No test alert has arrived yet", (await walk.ReadAsync("end")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheAppMayNotWriteItsSettings_TheyAreShownOnceAsked_AndNeverKept()
    {
        await using var walk = await StartWalk.StartAsync(new FakeTrial { MayWrite = false });
        await walk.UpToAsync("end");
        var before = (await walk.ReadAsync("end")).Source.Text;
        var answer = await walk.PressAsync("end");
        var lines = (await Access.Browser.ParseAsync(answer)).QuerySelector("pre")!.TextContent;
        var after = (await walk.ReadAsync("end")).Source.Text;

        Assert.DoesNotContain(FakeTrial.GoodKey, before + after, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("\"name\": \"Shops__tea__ApiKey\"", lines, StringComparison.Ordinal);
        Assert.Contains($"\"value\": \"{FakeTrial.GoodKey}\"", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("ShipBy__DeskKey", lines, StringComparison.Ordinal);       // it is set there already
        Assert.Null(walk.Trial.Kept);
        await walk.Browser.PostAsync("/api/desk/start/forget", ("token", (await walk.ReadAsync("end")).QuerySelector("[name=token]")!.GetAttribute("value")!));
        Assert.Empty((await walk.Desk.World.Of<StartDrafts>().ReadAsync(default)).Values);
    }

    [Fact]
    public async Task AFullDisk_LosesNothing_AndTheNextPressGoesOn()
    {
        await using var walk = await StartWalk.StartAsync(new FakeTrial { DiskIsFull = true });
        await walk.UpToAsync("end");
        var full = await walk.PressAsync("end");
        walk.Trial.DiskIsFull = false;
        var then = await walk.PressAsync("end");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (full.StatusCode, then.StatusCode));
        Assert.Contains("room on the disk", await full.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(FakeTrial.GoodKey, walk.Trial.Kept!["Shops__tea__ApiKey"]);
    }

    [Fact]
    public async Task AShopWithoutAKey_BringsItsCount_ByPasting()
    {
        await using var walk = await StartWalk.StartAsync();
        await walk.UpToAsync("key");
        await walk.PressAsync("key", ("kind", "file"));
        await walk.PressAsync("shop", ("shop", "fair"));
        var flawed = await (await walk.PressAsync("stock", ("count", "MUG-1 25"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await walk.PressAsync("stock", ("count", "sku;on_hand\nMUG-1;25"));

        Assert.Contains("line 1: no heading", flawed, StringComparison.Ordinal);
        Assert.Contains("MUG-1 25", flawed, StringComparison.Ordinal);
        Assert.Equal(25, ((LedgerRow.StockRow)(await walk.Desk.World.Ledger.FindAsync(PoolName.Parse("main"), RowKey.Stock(Sku.Parse("MUG-1")), default))!.Row).Item.OnHand);
        Assert.Contains("1 product is counted in", (await walk.ReadAsync("stock")).Body!.TextContent, StringComparison.Ordinal);
    }
}
