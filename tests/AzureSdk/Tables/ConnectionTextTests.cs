using Azure.Data.Tables;

namespace ShipBy.AzureSdk.Tests.Tables;

public class ConnectionTextTests
{
    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://shop.table.core.windows.net/orders")]
    [InlineData("AccountName=shop;AccountKey=a2V5", "https://shop.table.core.windows.net/orders")]
    [InlineData("AccountName=shop;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1234/shop/;", "http://127.0.0.1:1234/shop/orders")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/orders")]
    public void ConnectionString_SaysWhereTheTablesAre(string text, string expected) =>
        Assert.Equal(new Uri(expected), new TableClient(text, "orders").Uri);

    [Theory]
    [InlineData("AccountName=shop", "AccountKey")]
    [InlineData("AccountKey=c2VjcmV0", "AccountName")]
    public void ConnectionString_WithoutAPart_IsRefusedByThatPartsName(string text, string missing)
    {
        var refused = Assert.Throws<FormatException>(() => new TableClient(text, "orders"));

        Assert.Contains(missing, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refused.Message, StringComparison.Ordinal);
    }
}
