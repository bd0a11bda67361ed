using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Files;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Files;

public sealed class FileShopSettingsTests
{
    [Fact]
    public void AShopWhoseOrdersComeByFiles_IsAShopLikeOthers_WithItsPoolAndItsRules()
    {
        var shops = Add(("tea:Kind", "File"), ("tea:Pool", "north"), ("tea:HandlingTime", "16h"), ("tea:Calendar", "china"), ("cups:Kind", "ozon"));

        var pools = new Pools([], shops);

        Assert.Equal(("tea", "file", "north"), (pools.Shops[0].Name, pools.Shops[0].Kind, Assert.Single(pools.All).Value));
        Assert.Contains("tea", pools.Tellers);
        Assert.Equal(Duration.FromHours(16), pools.Shops[0].Rules.HandlingTime!.Length);
    }

    [Theory]
    [InlineData("Pool", "My Pool", "Shops__tea__Pool is no pool name")]
    [InlineData("TimeZone", "Moscow", "Shops__tea__TimeZone is not a time zone")]
    [InlineData("HandlingTime", "16h", "Shops__tea__HandlingTime needs Shops__tea__Calendar")]
    [InlineData("PickUps", "never", "Shops__tea__PickUps")]
    [InlineData("AutoShip", "true", "Shops__tea__AutoShip does nothing: only at ozon")]
    public void ASettingThatIsWrong_IsNamed(string setting, string value, string says) =>
        Assert.StartsWith(says, Assert.Throws<ValidationException>(() => Add(("tea:Kind", "file"), ($"tea:{setting}", value))).Message, StringComparison.Ordinal);

    [Fact]
    public void ANameThatNoRowKeyTakes_IsRefused() =>
        Assert.StartsWith("Shops__my tea is no name for a shop", Assert.Throws<ValidationException>(() => Add(("my tea:Kind", "file"))).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Shop> Add(params (string Name, string Value)[] shops)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(shops.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        return [.. new ServiceCollection().AddFileShops(settings, DateTimeZone.Utc).BuildServiceProvider().GetServices<Shop>()];
    }
}
