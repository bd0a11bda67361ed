using System.Text.Json;
using NodaTime.Text;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.Marketplaces;

public class WireTests
{
    [Theory]
    [InlineData("2026-11-20T06:00:00Z", "2026-11-20T06:00:00Z")]
    [InlineData("2026-11-20T06:00:00.1Z", "2026-11-20T06:00:00.1Z")]
    [InlineData("2026-11-20T06:00:00.123456789Z", "2026-11-20T06:00:00.123456789Z")]
    [InlineData("2026-11-20T06:00:00.1234567899Z", "2026-11-20T06:00:00.123456789Z")]
    [InlineData("2026-11-20T09:00:00+03:00", "2026-11-20T06:00:00Z")]
    [InlineData("2026-11-20T06:00:00", "2026-11-20T06:00:00Z")]
    [InlineData("2026-11-20", "2026-11-20T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999999900Z", "9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59-05:00", "9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("2026-02-30T00:00:00Z", null)]
    [InlineData("2026-11-20T25:00:00Z", null)]
    [InlineData("2026-11-20T06:00:00+99:00", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Instant_ReadsEveryLengthOfFraction(string? text, string? expected) =>
        Assert.Equal(expected, WireInstant.Read(text) is { } read ? InstantPattern.ExtendedIso.Format(read) : null);

    [Theory]
    [InlineData("""{"price":{"amount":"1530","currency":"RUB"}}""", 153000L, "RUB")]
    [InlineData("""{"price":{"amount":1530.5,"currency":"RUB"}}""", 153050L, "RUB")]
    [InlineData("""{"price":"1530.0000","currency_code":"RUB"}""", 153000L, "RUB")]
    [InlineData("""{"price":"1259","currency_code":"rub"}""", 125900L, "RUB")]
    [InlineData("""{"price":81,"currency_code":"CNY"}""", 8100L, "CNY")]
    [InlineData("""{"price":"0.125","currency_code":"CNY"}""", 12L, "CNY")]
    [InlineData("""{"price":"500","currency_code":"JPY"}""", 500L, "JPY")]
    [InlineData("""{"price":"1.5","currency_code":"KWD"}""", 1500L, "KWD")]
    [InlineData("""{"price":"-66","currency_code":"RUB"}""", -6600L, "RUB")]
    public void Money_ComesInThreeStyles(string product, long minor, string currency) => Assert.Equal(new Money(minor, currency), PriceOf(product));

    [Theory]
    [InlineData("""{"price":"1530,00","currency_code":"RUB"}""")]       // never a thousandfold
    [InlineData("""{"price":"1530"}""")]
    [InlineData("""{"price":"1530","currency_code":"₽"}""")]
    [InlineData("""{"price":"","currency_code":"RUB"}""")]
    [InlineData("""{"price":null,"currency_code":"RUB"}""")]
    [InlineData("""{"price":"1e20","currency_code":"RUB"}""")]
    [InlineData("""{"price":1e400,"currency_code":"RUB"}""")]
    [InlineData("""{"price":{},"currency_code":"RUB"}""")]
    public void Money_IsLeftOut_WhereItCannotBeMadeOut(string product) => Assert.Null(PriceOf(product));

    [Theory]
    [InlineData("""{"postings":[{}],"cursor":"c","has_next":true}""", 1, "c", true)]
    [InlineData("""{"result":{"postings":[{}],"cursor":"c","has_next":true}}""", 1, "c", true)]
    [InlineData("""{"result":{"postings":[{}]},"cursor":"c","has_next":true}""", 1, "c", true)]
    [InlineData("""{"postings":[{}],"cursor":"c","has_next":"true"}""", 1, "c", true)]
    [InlineData("""{"postings":[{}],"cursor":"c","has_next":1}""", 1, "c", true)]
    [InlineData("""{"postings":[{}],"cursor":"c","has_next":"false"}""", 1, "c", false)]
    [InlineData("""{"postings":[{}],"cursor":"c"}""", 1, "c", true)]
    [InlineData("""{"postings":[],"cursor":"c"}""", 0, "c", false)]
    [InlineData("""{"postings":[{}],"cursor":""}""", 1, null, false)]
    [InlineData("""{"postings":null,"cursor":null,"has_next":null}""", 0, null, false)]
    [InlineData("""{"result":[{},{}]}""", 2, null, false)]
    [InlineData("{}", 0, null, false)]
    public void Page_IsRead_WrappedOrNot(string body, int elements, string? cursor, bool hasNext)
    {
        var page = ListPage.Read(Parse(body), "postings");

        Assert.NotNull(page);
        Assert.Equal((elements, cursor, hasNext), (page.Elements.Count, page.Cursor, page.HasNext));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"ok\"")]
    [InlineData("""{"postings":"none"}""")]
    [InlineData("""{"postings":{"a":1}}""")]
    [InlineData("""{"hello":"world"}""")]
    [InlineData("""{"code":13,"message":null}""")]
    public void Page_IsRefused_WhenItHoldsSomethingElse(string body) => Assert.Null(ListPage.Read(Parse(body), "postings"));

    private static Money? PriceOf(string product) => WireMoney.PriceOf(Parse(product));

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
