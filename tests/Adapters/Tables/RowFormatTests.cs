using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Tables;

public sealed class RowFormatTests
{
    [Theory]
    [InlineData("StockRow", "{ half a row")]
    [InlineData("StockRow", """{"Item":{"Sku":" ","OnHand":1,"Held":0}}""")]
    [InlineData("RowOfTomorrow", "{}")]
    public void ARowThatCannotBeRead_IsNamed_AndItsContentIsNot(string kind, string body)
    {
        var row = new TableEntity(Sample.Pool.Value, "stock|MUG-1") { ["Kind"] = kind, ["Body"] = body };

        var refusal = Assert.Throws<InvalidOperationException>(() => RowFormat.Read(row));

        Assert.Contains("stock|MUG-1", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(body, refusal.ToString(), StringComparison.Ordinal);
    }
}
