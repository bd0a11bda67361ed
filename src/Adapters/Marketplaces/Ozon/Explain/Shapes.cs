namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>All kinds of payload that we can name. Where two fit alike, the earlier one counts.</summary>
internal static class Shapes
{
    public static IReadOnlyList<Shape> All { get; } =
        [.. PushShapes.All, .. PostingShapes.All, .. StockShapes.All, .. MoveShapes.All, .. AccountShapes.All];
}
