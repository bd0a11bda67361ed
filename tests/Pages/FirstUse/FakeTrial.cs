using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Importing;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Stock;

namespace ShipBy.Pages.Tests.FirstUse;

/// <summary>What the way in asks of the outside: a marketplace that takes one key, a mail server that takes one password, a place for settings.</summary>
internal sealed class FakeTrial : ISettingsTrial, ISettingsKeeper, ICountText, ITestLetterWriter, IAlertChannel
{
    public const string GoodKey = "the-good-api-key", GoodPassword = "the-good-password";

    public bool MayWrite { get; init; } = true;

    public bool HasKept => Kept is not null;

    /// <value>Settings as they were kept last; null before.</value>
    public IReadOnlyDictionary<string, string>? Kept { get; private set; }

    public bool DiskIsFull { get; set; }

    public List<Letter> Letters { get; } = [];

    /// <value>Language that a letter was asked for in, and its time zone.</value>
    public (string?, string?) Asked { get; private set; }

    public void AddTo(IServiceCollection services) => services.AddSingleton<ISettingsTrial>(this).AddSingleton<ISettingsKeeper>(this).AddSingleton<ICountText>(this).AddSingleton<ITestLetterWriter>(this).AddSingleton<TestAlert>();

    public Task<ShopTrial> AskShopAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        var key = settings.Where(setting => setting.Key.EndsWith("__ApiKey", StringComparison.Ordinal)).Select(setting => setting.Value).FirstOrDefault();
        return Task.FromResult(settings.Any(setting => setting.Value == StartInput.Files) ? new ShopTrial([], null)
            : key == GoodKey ? new ShopTrial([new Finding(Area.Shops, Fact.KeyGoodUntil, "shop") { At = Instant.FromUtc(2026, 12, 1, 0, 0) }], new ShopListing([new ShopWarehouse(1020001, "Main"), new ShopWarehouse(1020002, "Second")], 42))
            : new ShopTrial([new Finding(Area.Shops, Fact.KeyRefused, "shop")], null));
    }

    public async Task<IReadOnlyList<Finding>> OpenRoutesAsync(IReadOnlyDictionary<string, string> settings, Func<AlertRoutes, Task<IReadOnlyList<Finding>>> use, CancellationToken cancel) =>
        settings.GetValueOrDefault("Alerts__Smtp__Password", GoodPassword) == GoodPassword
            ? await use(new AlertRoutes([new AlertRoute(AlertRoute.MainMail, Contact.First, Severity.Info, this, [])]))
            : [new Finding(Area.Settings, Fact.SettingWrong) { Detail = "Alerts__Smtp__Password is not taken." }];

    public Task KeepAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        Kept = DiskIsFull ? throw new IOException("full") : settings;
        return Task.CompletedTask;
    }

    public CountReading Read(string text) => text.StartsWith("sku", StringComparison.Ordinal)
        ? new CountReading([new StockCount(2, Sku.Parse("MUG-1"), 25)], [])
        : new CountReading([], ["line 1: no heading"]);

    public Task<Letter> WriteAsync(string route, CancellationToken cancel, string? language = null, string? timeZone = null)
    {
        Asked = (language, timeZone);
        return Task.FromResult(new Letter("test", "test", "test", new Dictionary<string, string>()));
    }

    public Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        Letters.Add(letter);
        return Task.FromResult<Delivery>(new Delivery.Accepted());
    }

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => Task.FromResult<Delivery>(new Delivery.NotThere());
}
