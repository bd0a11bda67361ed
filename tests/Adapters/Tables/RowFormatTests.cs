using System.Text.Json.Nodes;
using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Alerts;
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

    /// <summary>A notice as versions before the rule wrote it waits in the ledger while the app is updated.</summary>
    [Fact]
    public void ALinesRule_SurvivesItsRow_AndAnOlderLineHasNone()
    {
        var rule = new ShipByRule(DeadlineRule.HandlingTime, Sample.Noon, "16 working h", CarrierPickUp.LastBeforeLimit);
        var line = new WarningLine(Sample.Order.Key, ["6h"], Sample.Noon, OrderState.Held, "Mug", null, 0, Rule: rule);
        var row = RowFormat.Write(
            Sample.Pool, new LedgerRow.NoticeRow(new Notice { Id = Guid.Empty, State = NoticeState.Ready, CreatedAt = Sample.Noon, Warnings = [line] }), Guid.Empty);
        var body = JsonNode.Parse(row.GetString(RowFormat.Body))!;

        Assert.Equal(rule, LineIn(row).Rule);
        Assert.True(body["Notice"]!["Warnings"]![0]!.AsObject().Remove("Rule"));
        Assert.Null(LineIn(new TableEntity(Sample.Pool.Value, row.RowKey) { ["Kind"] = "NoticeRow", ["Body"] = body.ToJsonString() }).Rule);
    }

    private static WarningLine LineIn(TableEntity entity) => Assert.Single(((LedgerRow.NoticeRow)RowFormat.Read(entity).Row).Notice.Warnings);

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
