using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Doctor;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Doctor;

/// <summary>What is found by the ports alone, at both sides of each edge.</summary>
public sealed class ProbesTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("", Fact.DeskClosed)]
    [InlineData("fifteen-letters", Fact.DeskKeyShort)]
    [InlineData("sixteen-letters!", Fact.DeskOpen)]
    public async Task ThePage_IsOpen_WithAKeyThatIsLongEnough(string key, Fact expected) =>
        Assert.Equal(expected, (await PageAsync(new GuardOptions { DeskKey = key }))[0]);

    [Theory]
    [InlineData("", Fact.AddressMissing)]
    [InlineData("guard.example", Fact.AddressWrong)]
    [InlineData("ftp://guard.example", Fact.AddressWrong)]
    [InlineData("http://guard.example", Fact.AddressPlain)]
    [InlineData("http://127.0.0.1:7071", Fact.AddressLocal)]
    [InlineData("https://localhost", Fact.AddressLocal)]
    [InlineData("https://guard.example", null)]
    public async Task TheAddress_IsJudgedByItsForm(string address, Fact? expected) =>
        Assert.Equal(expected is { } fact ? [Fact.DeskClosed, fact] : [Fact.DeskClosed], await PageAsync(new GuardOptions { PublicUrl = address, PushSecret = "sixteen-letters!" }));

    [Theory]
    [InlineData(0, Fact.QuotaSound, 5)]
    [InlineData(3, Fact.QuotaSound, 2)]
    [InlineData(4, Fact.QuotaTight, 1)]
    [InlineData(5, Fact.QuotaUsedUp, 0)]
    public async Task AQuota_IsTight_WhenOnlyTheReserveIsLeft(int taken, Fact expected, int left)
    {
        BudgetWindow[] windows = [new("mail-short", Duration.FromMinutes(10), 5, Reserve: 1)];
        var budget = new WindowBudget(_world.Ledger);
        for (var i = 0; i < taken; i++)
        {
            await budget.TryTakeAsync(windows, isPressing: true, _world.Now, default);
        }

        var finding = Assert.Single(await new QuotaProbe(Routes(Route("mail", Contact.First, windows), Route("mail-2", Contact.Second, windows)), budget, _world.Clock).LookAsync(default));

        Assert.Equal((expected, left, 5, "mail, mail-2"), (finding.Fact, finding.Count, finding.Limit, finding.Subject));
        Assert.Equal(_world.Now + Duration.FromMinutes(10), finding.At);
    }

    [Theory]
    [InlineData("mail", Fact.RoutesSound, Fact.SecondContactMissing)]
    [InlineData("mail boss!", Fact.RoutesSound)]
    [InlineData("(mail)", Fact.NobodyIsTold, Fact.SecondContactMissing)]
    [InlineData("(mail) boss!", Fact.NobodyIsTold)]
    [InlineData("(mail) group", Fact.RoutesSound, Fact.ContactMissing, Fact.SecondContactMissing)]
    public async Task SomebodyMustBeTold(string routes, params Fact[] expected)
    {
        AlertRoute[] all = [.. routes.Split(' ').Select(name => Route(name.Trim('(', ')', '!'), name.EndsWith('!') ? Contact.Second : Contact.First, [], reachesNobody: name.StartsWith('(')))];

        Assert.Equal(expected, (await new ContactsProbe(Routes(all)).LookAsync(default)).Select(finding => finding.Fact));
    }

    public static TheoryData<MarketplaceException, Fact> Failures => new()
    {
        { new MarketplaceUnauthorisedException("HTTP 401"), Fact.KeyRefused },
        { new MarketplaceBusyException(TimeSpan.FromSeconds(9)), Fact.ShopBusy },
        { new MarketplaceRefusedException("HTTP 404", "no such path"), Fact.ShopRefuses },
        { new MarketplaceUnreachableException("HTTP 503"), Fact.ShopSilent },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task AShop_IsJudgedByItsAnswer(MarketplaceException failure, Fact expected) =>
        Assert.Equal([expected, Fact.ShopNeverRead], await ShopsAsync(new Failing(_world.Marketplace, failure)));

    [Theory]
    [InlineData(null, Fact.KeySound)]
    [InlineData(1, Fact.KeyEndsSoon)]
    [InlineData(14, Fact.KeyEndsSoon)]
    [InlineData(15, Fact.KeyGoodUntil)]
    public async Task AKey_EndsSoon_TwoWeeksBefore(int? days, Fact expected) =>
        Assert.Equal(expected, (await ShopsAsync(new Failing(_world.Marketplace, null) { Expires = days is { } left ? _world.Now + Duration.FromDays(left) : null }))[0]);

    [Fact]
    public async Task AKeyThatLacksRights_IsNamedByWhatItCannotDo()
    {
        _world.Marketplace.MissingRights = new MissingRights(["/v3/posting/fbs/get"], ["/v4/posting/fbs/ship", "/v2/posting/fbs/cancel"]);
        var findings = await new ShopKeysProbe([_world.Marketplace], new Pools([_world.Marketplace], []), _world.Clock).LookAsync(default);

        Assert.Equal(
            [(Fact.KeySound, ""), (Fact.KeyLacksReading, "/v3/posting/fbs/get"), (Fact.KeyLacksMore, "/v4/posting/fbs/ship, /v2/posting/fbs/cancel")],
            findings.Select(finding => (finding.Fact, finding.Detail)));
        Assert.Equal([Health.Sound, Health.Fault, Health.Note], findings.Select(finding => finding.Health));
    }

    [Theory]
    [InlineData(15, Fact.ShopReadLately)]
    [InlineData(16, Fact.ShopReadLate)]
    public async Task AShop_IsReadLate_OnceItIsWorthAMail(int minutesAgo, Fact expected)
    {
        var read = _world.Now - Duration.FromMinutes(minutesAgo);
        await _world.Poll.RunAsync(default);
        var watch = await _world.Ledger.FindAsync(Sample.Pool, RowKey.Watch("shop"), default);
        await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Replace((WatchRow)watch!.Row with { ReadUpTo = read }, watch.Version)), default);

        Assert.Equal([Fact.KeySound, expected], await ShopsAsync(_world.Marketplace));
    }

    [Fact]
    public async Task WithoutAShop_ThatIsTheFault() => Assert.Equal([Fact.NoShop], await ShopsAsync());

    private static async Task<Fact[]> PageAsync(GuardOptions options) => [.. (await new PageProbe(options).LookAsync(default)).Select(finding => finding.Fact).Where(fact => fact != Fact.PushClosed)];

    private async Task<Fact[]> ShopsAsync(params IMarketplace[] shops) =>
        [.. (await new ShopKeysProbe(shops, new Pools(shops, []), _world.Clock).LookAsync(default)).Concat(await new ShopReadsProbe(shops, _world.Ledger, _world.Options, _world.Clock).LookAsync(default)).Select(finding => finding.Fact)];

    private static AlertRoutes Routes(params AlertRoute[] routes) => new(
        [.. routes, .. routes.All(route => route.Contact != Contact.First) ? (AlertRoute[])[Route("nobody", Contact.First, [], reachesNobody: true)] : []]);

    private static AlertRoute Route(string name, Contact contact, BudgetWindow[] limits, bool reachesNobody = false) => new(name, contact, Severity.Info, new Silent { ReachesNobody = reachesNobody }, limits);

    private sealed class Silent : IAlertChannel
    {
        public bool ReachesNobody { get; init; }

        public Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel) => throw new InvalidOperationException("A check-up sends nothing.");

        public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => throw new InvalidOperationException("A check-up asks no channel.");
    }
}
