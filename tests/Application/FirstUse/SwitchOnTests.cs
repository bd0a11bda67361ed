using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Application.FirstUse;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.FirstUse;

/// <summary>Switching on, broken off anywhere: the settings are there whole or not at all, and pressing again ends it.</summary>
public sealed class SwitchOnTests : ISettingsTrial, ISettingsKeeper, ITestLetterWriter
{
    private readonly World _world;

    private readonly List<IReadOnlyDictionary<string, string>> _kept = [];

    public SwitchOnTests() => _world = new World(options => options.DeskKey = "a-desk-key-for-tests") { HasNoShop = true, AddPorts = AddTo };

    public bool MayWrite => true;

    public bool HasKept => _kept.Count > 0;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhereverTheProcessDies_PressingAgainEndsIt(bool takesEffect)
    {
        await _world.Of<SampleDesk>().FillAsync("en", default);
        var typed = (await _world.Of<StartDrafts>().ChangeAsync(draft => draft.With(StartField.Shop, "tea").With(StartField.ClientId, "1").With(StartField.ApiKey, "k"), default))!;
        var (deaths, isOver) = (0, false);
        for (var calls = 1; !isOver; calls++)
        {
            Assert.True(calls < 100);
            var setUp = _world.InstanceOn(new DyingLedger(_world.Ledger, calls, takesEffect)).GetRequiredService<SetUpDesk>();

            // Until it is switched on, the draft is what somebody would press on again with.
            Assert.True(HasKept || (await _world.Of<StartDrafts>().ReadAsync(default)).Of(StartField.ApiKey) == "k");
            isOver = await Record.ExceptionAsync(() => setUp.SwitchOnAsync(typed, default)) is null;
            deaths += isOver ? 0 : 1;
        }

        Assert.True(deaths > 2);
        Assert.All(_kept, settings => Assert.Equal("ShipBy__DeskKey=a-desk-key-for-tests Shops__tea__ApiKey=k", string.Join(' ', settings.Where(one => one.Key.EndsWith("Key", StringComparison.Ordinal)).Select(one => $"{one.Key}={one.Value}"))));
        Assert.NotEmpty(_kept);
        Assert.False(await _world.Of<SampleDesk>().IsThereAsync(default));
        Assert.Empty((await _world.Of<StartDrafts>().ReadAsync(default)).Values);
        Assert.True(_world.Of<SetUpDesk>() is { IsOpen: true, IsStarting: true });
    }

    public Task<ShopTrial> AskShopAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel) => Task.FromResult(new ShopTrial([], null));

    public Task<IReadOnlyList<Finding>> OpenRoutesAsync(IReadOnlyDictionary<string, string> settings, Func<AlertRoutes, Task<IReadOnlyList<Finding>>> use, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Finding>>([]);

    Task ISettingsKeeper.KeepAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        _kept.Add(settings);
        return Task.CompletedTask;
    }

    public Task<Letter> WriteAsync(string route, CancellationToken cancel, string? language = null, string? timeZone = null) => throw new InvalidOperationException("Nothing is sent here.");

    private void AddTo(IServiceCollection services) => services.AddSingleton<ISettingsTrial>(this).AddSingleton<ISettingsKeeper>(this).AddSingleton<ITestLetterWriter>(this).AddSingleton<TestAlert>();
}
