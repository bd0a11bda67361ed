using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Tests.Access;

namespace ShipBy.Pages.Tests.Frame;

/// <summary>Who is let in to what, and what the desk's files are.</summary>
public sealed class DeskDoorTests
{
    private const string PackerKey = "a-packers-key-for-tests";

    [Theory]
    [InlineData(PackerKey, "desk/packers", HttpStatusCode.OK)]
    [InlineData(PackerKey, "desk/owners", HttpStatusCode.Forbidden)]
    [InlineData(Sample.DeskKey, "desk/packers", HttpStatusCode.OK)]
    [InlineData(Sample.DeskKey, "desk/owners", HttpStatusCode.OK)]
    [InlineData(Sample.DeskKey, "desk/nothing", HttpStatusCode.NotFound)]
    [InlineData(Sample.DeskKey, "desk/packers/", HttpStatusCode.OK)]
    [InlineData("another-key-of-somebody", "desk/packers", HttpStatusCode.Unauthorized)]
    public async Task AKey_OpensWhatItsRoleMay(string key, string path, HttpStatusCode expected)
    {
        await using var server = await ServerAsync(guard => guard.PackerKey = PackerKey);
        using var browser = server.Open();
        await browser.PostAsync("/api/enter", ("key", key));

        Assert.Equal(expected, (await browser.GetAsync("/api/" + path)).StatusCode);
    }

    [Theory]
    [InlineData(PackerKey, HttpStatusCode.Forbidden, 0)]
    [InlineData(Sample.DeskKey, HttpStatusCode.OK, 1)]
    public async Task APost_AsksForItsRole_EvenWithItsToken(string key, HttpStatusCode expected, int acted)
    {
        var area = new Area();
        await using var server = await ServerAsync(guard => guard.PackerKey = PackerKey, area);
        using var browser = server.Open();
        await browser.PostAsync("/api/enter", ("key", key));
        var token = (await browser.ReadAsync("/api/desk/packers")).QuerySelector("p.notice")!.TextContent;

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/api/desk/owners", ("token", "forged"))).StatusCode);
        Assert.Equal(expected, (await browser.PostAsync("/api/desk/owners", ("token", token))).StatusCode);
        Assert.Equal(acted, area.Acted);
    }

    [Fact]
    public async Task ANewPackersKey_ShutsPackersOut_AndNobodyElse()
    {
        var guard = Sample.Guard();
        guard.PackerKey = PackerKey;
        await using var server = await DeskServer.StartAsync(guard, areas: [new Area()]);
        using var packer = server.Open();
        using var owner = server.Open();
        await packer.PostAsync("/api/enter", ("key", PackerKey));
        await owner.PostAsync("/api/enter", ("key", Sample.DeskKey));

        guard.PackerKey = "a-new-key-for-packers";

        Assert.Equal(HttpStatusCode.Unauthorized, (await packer.GetAsync("/api/desk/packers")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/api/desk/packers")).StatusCode);
    }

    [Theory]
    [InlineData("True", "anna@example.com", "desk/owners", HttpStatusCode.OK)]
    [InlineData("True", "ANNA@example.com", "desk/owners", HttpStatusCode.OK)]
    [InlineData("True", "boris@example.com", "desk/packers", HttpStatusCode.OK)]
    [InlineData("True", "boris@example.com", "desk/owners", HttpStatusCode.Forbidden)]
    [InlineData("True", "eve@example.com", "desk/packers", HttpStatusCode.Unauthorized)]
    [InlineData("True", "", "desk/packers", HttpStatusCode.Unauthorized)]
    [InlineData("False", "anna@example.com", "desk/packers", HttpStatusCode.Unauthorized)]
    [InlineData(null, "anna@example.com", "desk/packers", HttpStatusCode.Unauthorized)]     // no platform: anybody can write the header
    public async Task ThePlatformsWord_CountsWhereThePlatformGivesIt_ForThoseOnTheList(string? enabled, string name, string path, HttpStatusCode expected)
    {
        await using var server = await ServerAsync(guard => guard.DeskUsers = "anna@example.com, boris@example.com=packer", settings: new() { ["WEBSITE_AUTH_ENABLED"] = enabled });
        using var browser = server.Open();

        foreach (var (header, value) in new[] { ("X-MS-CLIENT-PRINCIPAL-NAME", name), ("X-MS-CLIENT-PRINCIPAL", Principal(name)) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/" + path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation(header, value);
            Assert.Equal(expected, (await browser.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task WherePeopleAreListed_NoKeyAndNoLinkOpens()
    {
        await using var server = await ServerAsync(guard => guard.DeskUsers = "anna@example.com", settings: new() { ["WEBSITE_AUTH_ENABLED"] = "True" });
        using var browser = server.Open();

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/api/enter", ("key", Sample.DeskKey))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/api/enter", ("ticket", Pages.Access.TicketIssuer.Issue(Sample.DeskKey, server.Clock.GetUtcNow())))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/desk/packers")).StatusCode);
    }

    [Fact]
    public async Task APage_IsThreeRequests_AndItsFilesAreKeptForGood()
    {
        await using var server = await ServerAsync();
        using var browser = server.Open();
        await browser.EnterAsync();
        var page = await browser.ReadAsync("/api/desk/packers");

        var files = page.QuerySelectorAll("link[rel=stylesheet], script, img").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
        Assert.Equal(2, files.Count);
        foreach (var file in files)
        {
            using var outside = server.Open();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/desk/" + file, UriKind.Relative)) { Headers = { { "Accept-Encoding", "gzip, br" } } };
            var answer = await outside.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
            Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 500, 40_000);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/api/desk/assets/desk.0000000000000000.css")).StatusCode);
    }

    [Theory]
    [InlineData("desk/packers?x=1", "desk/packers?x=1")]
    [InlineData("//elsewhere.example", "today")]
    [InlineData("https://elsewhere.example", "today")]
    [InlineData("desk/../../elsewhere", "today")]
    [InlineData("desk/a\r\nSet-Cookie: b", "today")]
    [InlineData("", "today")]
    public async Task Entering_LeadsToWhatWasAskedFor_AndNowhereElse(string to, string expected)
    {
        await using var server = await ServerAsync();
        using var browser = server.Open();

        Assert.Equal(expected, (await browser.PostAsync("/api/enter", ("key", Sample.DeskKey), ("to", to))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task TheDoor_RemembersWhatWasAskedFor()
    {
        await using var server = await ServerAsync();
        using var browser = server.Open();

        var form = (await browser.ReadAsync("/api/desk/packers?x=1")).Forms.Single();

        Assert.Equal("../enter", form.GetAttribute("action"));
        Assert.Contains(("to", "desk/packers?x=1"), Browser.FieldsOf(form));
    }

    private static Task<DeskServer> ServerAsync(Action<GuardOptions>? set = null, Area? area = null, Dictionary<string, string?>? settings = null)
    {
        var guard = Sample.Guard();
        set?.Invoke(guard);
        return DeskServer.StartAsync(guard, areas: [area ?? new Area()], settings: settings);
    }

    private static string Principal(string address) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { auth_typ = "aad", claims = new[] { new { typ = "preferred_username", val = address } } })));

    /// <summary>A page for each role, which says the form token.</summary>
    private sealed class Area : IDeskArea
    {
        public int Acted { get; private set; }

        public IReadOnlyList<DeskRoute> Routes =>
        [
            DeskRoute.Get("desk/packers", SayTokenAsync),
            DeskRoute.Get("desk/owners", SayTokenAsync, DeskRole.Owner),
            DeskRoute.Post("desk/owners", call =>
            {
                Acted++;
                return SayTokenAsync(call);
            }, DeskRole.Owner),
        ];

        private static Task<IResult> SayTokenAsync(DeskCall call) => new FramePages(Sample.Press).NoticeAsync(call.Frame, StatusCodes.Status200OK, call.Frame.Token);
    }
}
