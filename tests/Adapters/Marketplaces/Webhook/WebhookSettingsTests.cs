using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Webhook;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook;

public class WebhookSettingsTests
{
    private const string Secret = "the secret of this very shop";

    [Fact]
    public void Read_BuildsEachShop_OfItsKind()
    {
        var read = Assert.Single(WebhookSettings.Read(Shops(("tea:Kind", "Webhook"), ("tea:Dialect", "Shopify"), ("tea:Secret", Secret), ("tea:PreviousSecret", Secret + "."), ("tea:Pool", "north"), ("main:Kind", "ozon")), DateTimeZone.Utc));

        Assert.Equal(("tea", "webhook", "north"), (read.Shop.Name, read.Shop.Kind, read.Shop.Pool.Value));
        Assert.Equal(("shopify", 2, Duration.FromMinutes(5)), (read.Dialect.Name, read.Keys.All.Count, read.Keys.Window));
    }

    [Fact]
    public void AShopThatTellsByItself_IsAShopLikeOthers_WithItsPool()
    {
        var services = new ServiceCollection().AddWebhookShops(Shops(("tea:Kind", "webhook"), ("tea:Dialect", "shopify"), ("tea:Secret", Secret), ("tea:Pool", "north"))).BuildServiceProvider();

        var pools = new Pools([], services.GetServices<Shop>());

        Assert.Equal("north", Assert.Single(pools.All).Value);
        Assert.Equal(pools.All[0], pools.OfShop("tea"));
        Assert.Null(pools.OfShop("another"));
    }

    [Theory]
    [InlineData("Dialect", null, "Shops__tea__Dialect is missing; set it to one of standard, shopify, woocommerce, hmac.")]
    [InlineData("Dialect", "magento", "Shops__tea__Dialect is none that is known; set it to one of standard, shopify, woocommerce, hmac.")]
    [InlineData("Secret", null, "Shops__tea__Secret is missing; set the app's client secret")]
    [InlineData("Secret", "a short secret.", "Shops__tea__Secret cannot be one; set the app's client secret")]
    [InlineData("PreviousSecret", "a short secret.", "Shops__tea__PreviousSecret cannot be one")]
    [InlineData("SignatureHeader", "X-Signature", "Shops__tea__SignatureHeader does nothing")]
    [InlineData("ReplayWindow", "00:00:09", "Shops__tea__ReplayWindow")]
    [InlineData("ReplayWindow", "01:00:01", "Shops__tea__ReplayWindow")]
    [InlineData("ReplayWindow", "long", "Shops__tea__ReplayWindow cannot be read")]
    [InlineData("Pool", "My Pool", "Shops__tea__Pool is no pool name")]
    [InlineData("Mapping", "nowhere", "Shops__tea__Mapping: nowhere cannot be used as a field mapping")]
    [InlineData("HandlingTime", "16h", "Shops__tea__HandlingTime needs Shops__tea__Calendar")]
    [InlineData("TellSecret", "a short secret.", "Shops__tea__TellSecret does nothing without TellUrl")]
    [InlineData("SafetyStock", "1", "Shops__tea__SafetyStock does nothing without TellUrl")]
    [InlineData("TellUrl", "http://shop.example/a short secret.", "Shops__tea__TellUrl is no https address")]
    [InlineData("TellUrl", "https://shop.example/a short secret.", "Shops__tea__TellSecret is no key of Standard Webhooks")]
    [InlineData("TellTimeout", "long", "Shops__tea__TellTimeout cannot be read")]
    [InlineData("AutoShip", "true", "Shops__tea__AutoShip does nothing: only at ozon")]
    [InlineData("AutoShip", "yes", "Shops__tea__AutoShip cannot be read: write true or false")]
    [InlineData("AutoShipBelow", "5000", "Shops__tea__AutoShipBelow does nothing without AutoShip")]
    [InlineData("ReviewFromUnits", "0", "Shops__tea__ReviewFromUnits")]
    [InlineData("ReviewFromValue", "much", "Shops__tea__ReviewFromValue cannot be read")]
    public void Read_NamesTheSetting_ThatIsWrong_AndNeverASecret(string setting, string? value, string message)
    {
        var settings = new Dictionary<string, string?> { ["tea:Kind"] = "webhook", ["tea:Dialect"] = "shopify", ["tea:Secret"] = Secret };
        settings["tea:" + setting] = value;

        var thrown = Assert.Throws<ValidationException>(() => WebhookSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), DateTimeZone.Utc));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a short secret", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standard", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("standard", "not base64, and long enough", false)]
    [InlineData("shopify", "0123456789abcde", false)]
    [InlineData("shopify", "0123456789abcdef", true)]
    [InlineData("woocommerce", "0123456789abcde&amp;", true)]
    [InlineData("woocommerce", "0123456789abc&amp;", false)]
    [InlineData("hmac", "0123456789abcdef", true)]
    public void ASecret_HasTheFormOfItsDialect(string dialect, string secret, bool isOne)
    {
        var shops = Shops(("tea:Kind", "webhook"), ("tea:Dialect", dialect), ("tea:Secret", secret));

        Assert.Equal(isOne, Record.Exception(() => WebhookSettings.Read(shops, DateTimeZone.Utc)) is null);
    }

    [Theory]
    [InlineData("X Signature", false)]
    [InlineData("X-Signature:", false)]
    [InlineData("X-Shop_Sign", true)]
    public void TheHeaderOfThePlainDialect_HasAName(string header, bool isOne)
    {
        var shops = Shops(("tea:Kind", "webhook"), ("tea:Dialect", "hmac"), ("tea:Secret", Secret), ("tea:SignatureHeader", header));

        Assert.Equal(isOne, Record.Exception(() => WebhookSettings.Read(shops, DateTimeZone.Utc)) is null);
    }

    private static IConfiguration Shops(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
