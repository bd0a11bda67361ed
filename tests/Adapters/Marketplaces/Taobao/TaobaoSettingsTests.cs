using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Taobao;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

public sealed class TaobaoSettingsTests
{
    [Fact]
    public void Read_BuildsEachShop_OfItsKind()
    {
        var read = TaobaoSettings.Read(Shops(("Pool", "north"), ("PickUps", "Mon-Fri 16:00")));

        var (shop, options) = Assert.Single(read);
        Assert.Equal(("tm", "taobao", "north"), (shop.Name, shop.Kind, shop.Pool.Value));
        Assert.Equal(("https://gw.api.taobao.com/router/rest", "hmac-sha256", 300, false, false), (options.BaseUrl, options.SignMethod, options.CallsPerMinute, options.HoldUnpaid, options.OfferStock));
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 8, 0), shop.Rules.PickUps!.Latest(Instant.FromUtc(2026, 11, 20, 0, 0), Instant.FromUtc(2026, 11, 20, 12, 0)));      // four in the afternoon in Shanghai
    }

    [Theory]
    [InlineData("AppKey", null, "Shops__tm__AppKey is missing; take it from the open platform's console.")]
    [InlineData("AppSecret", " ", "Shops__tm__AppSecret is missing")]
    [InlineData("SessionKey", "", "Shops__tm__SessionKey is missing; authorise the app as the seller")]
    [InlineData("SessionKey", "very secret", "Shops__tm__SessionKey holds characters that no key has")]
    [InlineData("AppSecret", "секрет", "Shops__tm__AppSecret holds characters that no key has")]
    [InlineData("SignMethod", "sha1", "Shops__tm__SignMethod")]
    [InlineData("BaseUrl", "http://gw.api.taobao.com/router/rest", "Shops__tm__BaseUrl is no https address")]
    [InlineData("Pool", "My Pool", "Shops__tm__Pool: 'My Pool' is not a pool name")]
    [InlineData("CallsPerMinute", "59", "Shops__tm__CallsPerMinute")]
    [InlineData("CallsPerMinute", "6001", "Shops__tm__CallsPerMinute")]
    [InlineData("ChangesAtOnce", "00:01:59", "Shops__tm__ChangesAtOnce")]
    [InlineData("ChangesAtOnce", "1.00:00:01", "Shops__tm__ChangesAtOnce")]
    [InlineData("HoldUnpaid", "perhaps", "Shops__tm__HoldUnpaid cannot be read: write true or false.")]
    [InlineData("Timeout", "00:00:00.01", "Shops__tm__Timeout")]
    [InlineData("OrderCutOff", "14:00", "Shops__tm__OrderCutOff does nothing without HandlingTime.")]
    public void Read_NamesTheSetting_ThatIsWrong(string setting, string? value, string message)
    {
        var thrown = Assert.Throws<ValidationException>(() => TaobaoSettings.Read(Shops((setting, value))));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very secret", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WantsAGroup_WhereMessagesAreTaken() => Assert.Contains(
        "Shops__tm__GroupName is missing", Assert.Throws<ValidationException>(() => TaobaoSettings.Read(Shops(("Messages", "true"), ("GroupName", " ")))).Message, StringComparison.Ordinal);

    private static IConfiguration Shops(params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["main:Kind"] = "ozon",
            ["tm:Kind"] = "Taobao",
            ["tm:AppKey"] = "1",
            ["tm:AppSecret"] = "s",
            ["tm:SessionKey"] = "k",
        };
        foreach (var (name, value) in settings)
            all["tm:" + name] = value;

        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }
}
