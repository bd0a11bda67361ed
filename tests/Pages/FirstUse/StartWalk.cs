using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Orders;

namespace ShipBy.Pages.Tests.FirstUse;

/// <summary>An empty desk, and somebody who walks in.</summary>
internal sealed class StartWalk(WorldDesk desk, FakeTrial trial, Browser browser) : IAsyncDisposable
{
    /// <value>The longest usual way, screen by screen: what is typed by the name of its input.</value>
    public static IReadOnlyList<(string Screen, (string Name, string Value)[] Typed)> OzonByMail { get; } =
    [
        ("language", [("timezone", "Asia/Omsk")]),
        ("key", [("clientid", "1001"), ("apikey", FakeTrial.GoodKey)]),
        ("shop", [("shop", "tea"), ("warehouse", "1020002")]),
        ("stock", []),
        ("contact", [("contact", "me@example.org"), ("host", "smtp.example.org"), ("user", "me@example.org"), ("password", FakeTrial.GoodPassword)]),
        ("test", [("act", "send")]),
        ("test", [("act", "got")]),
    ];

    public WorldDesk Desk => desk;

    public FakeTrial Trial => trial;

    public Browser Browser => browser;

    public static async Task<StartWalk> StartAsync(FakeTrial? outside = null, string language = "en")
    {
        var trial = outside ?? new FakeTrial();
        var desk = await WorldDesk.StartAsync(language, world => world.HasNoShop = true, trial);
        return new StartWalk(desk, trial, await desk.EnterAsync());
    }

    public Task<IHtmlDocument> ReadAsync(string screen) => Browser.ReadAsync($"/api/desk/start/{screen}");

    /// <summary>Types into the form of a screen, sends it with all that it holds besides, and gives the answer.</summary>
    public async Task<HttpResponseMessage> PressAsync(string screen, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)(await ReadAsync(screen)).QuerySelector($"form[action$='desk/start/{screen}']")!;
        var held = form.Elements.Where(element => element is IHtmlInputElement or IHtmlSelectElement or IHtmlTextAreaElement)
            .Select(element => (Name: element.GetAttribute("name")!, Value: ValueOf(element)));
        return await Browser.PostAsync($"/api/desk/start/{screen}", [.. held.Where(field => typed.All(one => one.Name != field.Name)), .. typed]);
    }

    /// <summary>Walks up to a screen.</summary>
    public async Task UpToAsync(string screen)
    {
        foreach (var (at, typed) in OzonByMail.TakeWhile(one => one.Screen != screen))
        {
            await PressAsync(at, typed);
        }
    }

    /// <value>What a person has to look at or fill in: everything that is neither hidden nor folded away.</value>
    public static IReadOnlyList<IElement> InputsOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main form[action*='desk/start'] :is(input:not([type=hidden]), select, textarea)").Where(input => input.Closest("details") is null)];

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Desk.DisposeAsync();
    }

    private static string ValueOf(IHtmlElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };
}
