using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Adapters.Storage;
using ShipBy.Adapters.Tests.Marketplaces.Ozon;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.TestKit.Storage;
using Sample = ShipBy.TestKit.Sample;

namespace ShipBy.Adapters.Tests.Clocks;

/// <summary>The clocks of those who answer, read from real answers; ours stands where a test puts it.</summary>
public sealed class AnswerClockTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(-20)]
    [InlineData(20)]
    public async Task TheStorageAccount_TellsItsTime(int minutes)
    {
        var ours = Ours(minutes);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();
        await using var app = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(ours).AddStorage(settings).BuildServiceProvider();
        var clock = Assert.Single(app.GetServices<IForeignClock>());

        await app.GetRequiredService<ILedger>().FindAsync(Sample.Pool, RowKey.Lease, Cancel);

        Assert.InRange(clock.Last!.Ahead.TotalMinutes, -minutes - 1.5, -minutes + 1.5);
    }

    [Fact]
    public async Task AMarketplace_TellsItsTime()
    {
        var ours = Ours(minutes: -20);
        await using var ozon = await FakeOzon.StartAsync((200, """{"expires_at":"2026-12-05T00:00:00Z"}"""));
        await using var app = TestShop.Build(ozon.Address, time: ours);
        var clock = Assert.Single(app.GetServices<IForeignClock>());
        Assert.Null(clock.Last);

        await ((Application.Marketplaces.IExpiringKey)app.GetRequiredService<Application.Marketplaces.IMarketplace>()).KeyExpiresAtAsync(Cancel);

        Assert.Equal("main", clock.Last!.Name);
        Assert.InRange(clock.Last.Ahead.TotalMinutes, 18.5, 21.5);
        Assert.Equal(Duration.FromSeconds(1), clock.Last.Doubt);
    }

    private static FakeTimeProvider Ours(int minutes) => new(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(minutes));
}
