using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public class OzonSettingsTests
{
    [Fact]
    public void Read_BuildsEachShop_OfItsKind()
    {
        var read = OzonSettings.Read(Shops(("main:Kind", "ozon"), ("main:ClientId", "1"), ("main:ApiKey", "k"), ("main:Pool", "north"), ("tb:Kind", "taobao")), DateTimeZone.Utc);

        var (shop, options) = Assert.Single(read);
        Assert.Equal(("main", "ozon", "north"), (shop.Name, shop.Kind, shop.Pool.Value));
        Assert.Equal(("https://api-seller.ozon.ru", 10, TimeSpan.FromSeconds(20)), (options.BaseUrl, options.CallsPerSecond, options.Timeout));
    }

    [Fact]
    public void Read_IsEmpty_WithoutShops() => Assert.Empty(OzonSettings.Read(Shops(), DateTimeZone.Utc));

    [Theory]
    [InlineData("Kind", null, "Shops__main__Kind is missing")]
    [InlineData("ClientId", " ", "Shops__main__ClientId is missing")]
    [InlineData("ClientId", "12 34", "Shops__main__ClientId is no account number")]
    [InlineData("ApiKey", null, "Shops__main__ApiKey is missing; make one in the seller's cabinet under Settings > API keys.")]
    [InlineData("ApiKey", "secret key", "Shops__main__ApiKey holds characters that no key has")]
    [InlineData("BaseUrl", "http://example.com", "Shops__main__BaseUrl is no https address")]
    [InlineData("BaseUrl", "api-seller.ozon.ru", "Shops__main__BaseUrl is no https address")]
    [InlineData("Pool", "My Pool", "Shops__main__Pool: 'My Pool' is not a pool name")]
    [InlineData("CallsPerSecond", "0", "Shops__main__CallsPerSecond")]
    [InlineData("CallsPerSecond", "25", "Shops__main__CallsPerSecond")]
    [InlineData("CallsPerSecond", "many", "Shops__main__CallsPerSecond")]
    [InlineData("Timeout", "00:00:00.01", "Shops__main__Timeout")]
    [InlineData("Timeout", "long", "Shops__main__Timeout")]
    [InlineData("Retries", "11", "Shops__main__Retries")]
    public void Read_NamesTheSetting_ThatIsWrong(string setting, string? value, string message)
    {
        var settings = new Dictionary<string, string?> { ["main:Kind"] = "ozon", ["main:ClientId"] = "1", ["main:ApiKey"] = "k" };
        settings["main:" + setting] = value;
        var shops = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

        var thrown = Assert.Throws<ValidationException>(() => OzonSettings.Read(shops, DateTimeZone.Utc));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret key", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NamesAllThatIsWrong_AtOnce()
    {
        var thrown = Assert.Throws<ValidationException>(() => OzonSettings.Read(Shops(("a:Kind", "ozon"), ("b:Kind", "ozon"), ("b:ClientId", "1")), DateTimeZone.Utc));

        Assert.Equal(3, thrown.Message.Split(Environment.NewLine).Length);
    }

    [Theory]
    [InlineData("https://proxy.example/ozon")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080/")]
    public void Read_TakesAnAddress_ThatKeepsTheKeySafe(string address) => Assert.Single(OzonSettings.Read(
        Shops(("main:Kind", "Ozon"), ("main:ClientId", "1"), ("main:ApiKey", "k"), ("main:BaseUrl", address)), DateTimeZone.Utc));

    private static IConfiguration Shops(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
}
