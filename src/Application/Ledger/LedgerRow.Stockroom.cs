using ShipBy.Domain.Stock;

namespace ShipBy.Application.Ledger;

/// <remarks>Rows of a pool's stockroom that the seller writes.</remarks>
public abstract partial record LedgerRow
{
    /// <summary>What is known of a product besides its numbers.</summary>
    public sealed record CardRow(ProductCard Card) : LedgerRow
    {
        public override RowKey Key => RowKey.Card(Card.Sku);

        public override int Weight => 2_000 + Text(Card.Sku.Value, Card.Name, Card.Zone, Card.Packaging, Card.BarCode, Card.Supplier);
    }

    /// <summary>A count of the shelf, until it is brought in and for a while after.</summary>
    public sealed record CountRow(StockTaking Taking) : LedgerRow
    {
        public override RowKey Key => RowKey.Count(Taking.Id);

        public override int Weight => 2_000 + Text(Taking.By, Taking.ClosedBy) + Taking.Lines.Sum(line => 100 + Text(line.Sku.Value));
    }

    /// <summary>An order to a supplier, until all of it has come and for a while after.</summary>
    public sealed record PurchaseRow(PurchaseOrder Purchase) : LedgerRow
    {
        public override RowKey Key => RowKey.Purchase(Purchase.Id);

        public override int Weight => 2_000 + Text(Purchase.Number, Purchase.Supplier, Purchase.By) + Purchase.Lines.Sum(line => 100 + Text(line.Sku.Value));
    }
}
