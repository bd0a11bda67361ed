using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Marketplaces;
using ShipBy.Sandbox;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>Pushes that the marketplace switches off, over HTTP.</summary>
public sealed class OzonPushesTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ozon-pushes-");

    [Fact]
    public async Task PushesThatWereSwitchedOff_AreSeen_AndSwitchedOnAgain()
    {
        await using var sandbox = await StartAsync();
        await using var app = TestShop.Build(sandbox.BaseAddress);
        var pushes = (IPushSwitch)app.GetRequiredService<IMarketplace>();
        var ours = Assert.Single(await pushes.PushAddressesAsync(Cancel));
        Assert.Equal((true, "http://127.0.0.1:9/api/push/ozon/main/secret"), (ours.IsOn, ours.Url));

        await SwitchAsync(sandbox, locked: false);
        ours = Assert.Single(await pushes.PushAddressesAsync(Cancel));
        Assert.False(ours.IsOn);

        await pushes.SwitchPushesOnAsync(ours, Cancel);
        Assert.True(Assert.Single(await pushes.PushAddressesAsync(Cancel)).IsOn);
    }

    [Fact]
    public async Task PushesThatSupportSwitchedOff_StayOff()
    {
        await using var sandbox = await StartAsync();
        await using var app = TestShop.Build(sandbox.BaseAddress);
        var pushes = (IPushSwitch)app.GetRequiredService<IMarketplace>();
        await SwitchAsync(sandbox, locked: true);

        var refused = await Assert.ThrowsAsync<MarketplaceRefusedException>(async () => await pushes.SwitchPushesOnAsync(Assert.Single(await pushes.PushAddressesAsync(Cancel)), Cancel));

        Assert.Equal("URL_DISABLED_BY_SUPPORT", refused.Code);
    }

    [Theory]
    [InlineData("""{"urls":[]}""", "")]
    [InlineData("""{"urls":[{"id":7,"url":"https://a/","enable":false},{"id":"8","url":"https://b/"},{"url":"https://c/"}]}""", "7 False, 8 True")]
    public async Task AList_IsRead_AsFarAsItCan(string body, string expected)
    {
        await using var ozon = await FakeOzon.StartAsync((200, body));

        var addresses = await ((IPushSwitch)ozon.Shop()).PushAddressesAsync(Cancel);

        Assert.Equal(expected, string.Join(", ", addresses.Select(address => $"{address.Id} {address.IsOn}")));
    }

    [Fact]
    public async Task SomethingElseThanAList_IsNoAnswer()
    {
        await using var ozon = await FakeOzon.StartAsync((200, """{"something":"else"}"""));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => ((IPushSwitch)ozon.Shop()).PushAddressesAsync(Cancel));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<SandboxServer> StartAsync() => await SandboxServer.StartAsync(new SandboxOptions
    {
        DataFolder = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N")),
        Length = TimeSpan.FromSeconds(300),
        RunsByItself = false,
        ClientId = TestShop.ClientId,
        ApiKey = TestShop.Key,
        PushUrl = new Uri("http://127.0.0.1:9/api/push/ozon/main/secret"),
    });

    private static async Task SwitchAsync(SandboxServer sandbox, bool locked)
    {
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        using var answer = await http.PostAsJsonAsync("sandbox/pushes", new { on = false, locked }, Cancel);
        answer.EnsureSuccessStatusCode();
    }
}
