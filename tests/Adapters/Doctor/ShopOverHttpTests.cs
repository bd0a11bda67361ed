using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Tests.Marketplaces.Ozon;
using ShipBy.Application.Doctor;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Sandbox;

namespace ShipBy.Adapters.Tests.Doctor;

/// <summary>A shop's key against the simulated marketplace, and a marketplace whose clock differs.</summary>
public sealed class ShopOverHttpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doctor-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("the-key", Fact.KeyGoodUntil)]
    [InlineData("another-key", Fact.KeyRefused)]
    public async Task AKey_IsTriedWithOnePage(string key, Fact expected)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = _folder.FullName, ClientId = TestShop.ClientId, ApiKey = "the-key", Length = TimeSpan.FromHours(1) });
        await using var app = TestShop.Build(sandbox.BaseAddress, new() { ["ApiKey"] = key });

        Assert.Equal(expected, (await LookAsync(app))[0].Fact);
    }

    [Fact]
    public async Task ItsClock_IsReadFromItsAnswers()
    {
        await using var ozon = await FakeOzon.StartAsync((_, context) =>
        {
            context.Response.Headers.Date = (TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(11)).ToString("R");
            return context.Response.AnswerAsync(401, """{"code":16,"message":"Api-Key is wrong"}""");
        });
        await using var app = TestShop.Build(ozon.Address);
        await LookAsync(app);

        var finding = Assert.Single(await new ClocksProbe(app.GetServices<IForeignClock>()).LookAsync(default));

        Assert.Equal((Fact.ClockFarOff, "main"), (finding.Fact, finding.Subject));
    }

    private static Task<IReadOnlyList<Finding>> LookAsync(ServiceProvider app) =>
        new ShopKeysProbe(app.GetServices<IMarketplace>(), new Pools(app.GetServices<IMarketplace>(), []), TimeProvider.System).LookAsync(default);
}
