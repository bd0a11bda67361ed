using System.Text.Json.Nodes;
using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Tables;

public sealed class RowFormatTests
{
    /// <summary>An order as versions before the rule wrote it.</summary>
    [Fact]
    public void AnOrderOfAnOlderVersion_IsRead_WithoutARule()
    {
        var body = JsonNode.Parse(RowFormat.Write(Sample.Pool, Sample.OrderRow("1"), Guid.Empty).GetString(RowFormat.Body))!;
        var old = new TableEntity(Sample.Pool.Value, "order|1") { ["Kind"] = "OrderRow", ["Body"] = body.ToJsonString() };

        Assert.Null(body["Order"]!["ShipByRule"]);
        Assert.Equal((Sample.Order.ShipBy, null, Sample.Order.ShipBy), (OrderIn(old).ShipBy, OrderIn(old).ShipByRule, OrderIn(old).LateAfter));
    }

    [Fact]
    public void AnOrdersRule_SurvivesItsRow()
    {
        var rule = new ShipByRule(DeadlineRule.Promotion, Sample.Noon, "Sale, 72 h, projection", CarrierPickUp.NoneLeft);
        var row = RowFormat.Write(Sample.Pool, new LedgerRow.OrderRow(Sample.Order with { ShipByRule = rule }), Guid.Empty);

        Assert.Equal(rule, OrderIn(row).ShipByRule);
    }

    private static Order OrderIn(TableEntity entity) => ((LedgerRow.OrderRow)RowFormat.Read(entity).Row).Order;

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
