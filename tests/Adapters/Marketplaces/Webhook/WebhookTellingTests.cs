using ShipBy.Adapters.Marketplaces.Ozon.Explain;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook;

/// <summary>Saved messages of shops, as <c>shipby explain</c> tells of them.</summary>
public class WebhookTellingTests
{
    [Theory]
    [InlineData("standard", "message of Standard Webhooks", "N-2044: to be packed (paid); ship by 2026-03-04T15:00:00Z.")]
    [InlineData("shopify", "Shopify order (webhook)", "#1044: to be packed (paid); no ship-by moment yet.")]
    [InlineData("woocommerce", "WooCommerce order (webhook)", "727: to be packed (processing); no ship-by moment yet.")]
    [InlineData("hmac", "order of a shop that signs by itself (webhook)", "K-31: to be packed (to_pack); ship by 2026-03-04T15:00:00Z.")]
    public void AnOrder_IsKnownByItsShape_AndToldAsItWouldBeTaken(string dialect, string kind, string line)
    {
        var reading = PayloadReader.Read(Hook.Order(dialect).Body);

        Assert.Equal(kind, reading.Kind);
        Assert.Equal([line, "  2 x MUG-1 Mug", "  1 x TEA-7 Tea, green"], reading.Lines.Select(told => told.Split(" - white")[0].Split(", 12.50")[0].Split(", 8.90")[0]));
        Assert.Empty(reading.Problems);
        Assert.DoesNotContain(reading.Lines, told => told.Contains("Vera", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("standard", "\"order_number\": \"N-2044\",", "", "number: There is no order number")]
    [InlineData("woocommerce", "\"quantity\": 2", "\"quantity\": 0", "727: line_items[0].quantity is 0")]
    public void WhatIsWrong_IsToldWithItsRemedy(string dialect, string part, string instead, string problem) =>
        Assert.StartsWith(problem, Assert.Single(PayloadReader.Read(Hook.Order(dialect).With(part, instead).Body).Problems), StringComparison.Ordinal);

    [Fact]
    public void AMessageOfAnotherTopic_IsToldSo() =>
        Assert.Equal(["It is no order to be packed. Answered as done."], PayloadReader.Read("""{"type":"customer.created","data":{"id":1}}""").Lines);
}
