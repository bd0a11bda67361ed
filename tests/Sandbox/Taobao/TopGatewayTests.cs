using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Taobao;

/// <summary>Whom the platform lets in, and how it says no.</summary>
public sealed class TopGatewayTests : IAsyncLifetime
{
    private const string Trade = "taobao.trade.fullinfo.get";

    private static readonly (string, string)[] Asked = [("fields", "tid,status"), ("tid", "17")];

    private readonly TestFolder _folder = new();
    private TestRun _run = null!;
    private TopCaller _top = null!;

    public async ValueTask InitializeAsync()
    {
        _run = await TestRun.StartAsync(TestRun.ThreeShops(_folder));
        _top = new TopCaller(_run);
    }

    [Theory]
    [InlineData("tid", "17", "15 isv.trade-not-exist")]       // let in
    [InlineData("app_key", "", "28")]
    [InlineData("app_key", "7", "29")]
    [InlineData("sign", "00", "25")]
    [InlineData("sign_method", "sha1", "25")]
    [InlineData("v", "", "32")]
    [InlineData("v", "1.0", "33")]
    [InlineData("format", "xml", "23")]
    [InlineData("timestamp", "", "30")]
    [InlineData("timestamp", "2026-11-23T00:00:00Z", "31")]
    [InlineData("session", "", "26")]
    [InlineData("session", "old", "27 invalid-sessionkey")]
    [InlineData("fields", "", "40 isv.missing-parameter:fields")]
    [InlineData("tid", "", "40 isv.missing-parameter:tid")]
    public async Task ACall_IsJudged_ByItsCommonParts_AndThenByItsOwn(string name, string value, string expected)
    {
        await _run.GoToAsync(5);
        var known = _run.Server.Run.Appeared(Channel.Taobao).First().Plan.Number;

        Assert.Equal(expected, await _top.RefusalOfAsync(Trade, [("fields", "tid"), ("tid", known), (name, value)]));
    }

    [Theory]
    [InlineData(-601, "31")]
    [InlineData(-600, "15 isv.trade-not-exist")]
    [InlineData(600, "15 isv.trade-not-exist")]
    [InlineData(601, "31")]
    public async Task AClock_MayBeTenMinutesOff(int seconds, string expected)
    {
        _top.ClockIsOff = TimeSpan.FromSeconds(seconds);

        Assert.Equal(expected, await _top.RefusalOfAsync(Trade, Asked));
    }

    [Fact]
    public async Task AnUnknownMethod_IsNone() => Assert.Equal("22", await _top.RefusalOfAsync("taobao.user.seller.get", Asked));

    [Fact]
    public async Task TooManyCalls_AreSentAway_UntilTheSecondIsOver()
    {
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal("15 isv.trade-not-exist", await _top.RefusalOfAsync(Trade, Asked));
        }

        Assert.Equal("7 accesscontrol.limited-by-app-access-count", await _top.RefusalOfAsync(Trade, Asked));

        _run.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("15 isv.trade-not-exist", await _top.RefusalOfAsync(Trade, Asked));
    }

    [Fact]
    public async Task TheSignature_IsThatOfThePlatformsOwnExample()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(
            TestRun.ThreeShops(folder) with { TaobaoAppKey = "12345678", TaobaoAppSecret = "helloworld", TaobaoSession = "test" },
            new(new DateTimeOffset(2016, 1, 1, 4, 0, 0, TimeSpan.Zero)));
        using var top = new TopCaller(run);
        (string, string)[] example = [("fields", "num_iid,title,nick,price,num"), ("num_iid", "11223344")];

        // Let in by its signature, and turned away by its method.
        foreach (var (method, sign) in new[] { ("md5", "66987CB115214E59E6EC978214934FB8"), ("hmac", "D56D7858309C31B6251083A874D48273"), ("hmac-sha256", "04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8") })
        {
            Assert.Equal("22", await top.RefusalOfAsync("taobao.item.seller.get", [.. example, ("sign_method", method), ("sign", sign)]));
        }
    }

    [Fact]
    public async Task EachRefusal_IsInTheReport()
    {
        await _top.RefusalOfAsync(Trade, Asked);

        Assert.Contains((await _run.GetAsync("sandbox/events")).Json.AsArray(), one => one!["kind"]!.ToString() == "refused" && one.ToJsonString().Contains("trade-not-exist", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _top.Dispose();
        await _run.DisposeAsync();
        _folder.Dispose();
    }
}
