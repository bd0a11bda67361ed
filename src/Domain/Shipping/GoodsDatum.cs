using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Shipping;

/// <summary>One thing that the seller says of the goods of an order, because the marketplace wants to know it before they are packed.</summary>
/// <param name="Piece">Which unit of the product, from 1; null: each of them.</param>
/// <param name="Value">As it is told: the code, the number, the weight in the marketplace's unit with a point for decimals.</param>
public sealed record GoodsDatum(Sku Sku, int? Piece, GoodsDatumKind Kind, string Value)
{
    /// <value>Instead of a declaration or a batch: there is none.</value>
    public const string Absent = "absent";

    /// <value>Values of one order: they stand in its row.</value>
    public const int Most = 200;

    public bool IsAbsent => Value == Absent;
}

/// <summary>What a marketplace may want to know of goods.</summary>
public enum GoodsDatumKind
{
    /// <summary>The mandatory mark of one unit (Chestny Znak): each unit has its own.</summary>
    Mark,

    /// <summary>The number of the customs declaration (GTD).</summary>
    Declaration,

    /// <summary>The registered number of the batch (RNPT).</summary>
    Batch,

    /// <summary>The IMEI of one unit; it may have several.</summary>
    Imei,

    /// <summary>The number of a piece of jewellery (UIN).</summary>
    Uin,

    /// <summary>What one unit weighs.</summary>
    Weight,

    /// <summary>The country of origin, in two capital letters.</summary>
    Country,
}

public static class GoodsDatumKinds
{
    /// <summary>Whether it is one unit's alone.</summary>
    public static bool IsOfOneUnit(this GoodsDatumKind kind) => kind is GoodsDatumKind.Mark or GoodsDatumKind.Imei or GoodsDatumKind.Uin;

    /// <summary>Whether there may be none, and that can be said.</summary>
    public static bool MayBeAbsent(this GoodsDatumKind kind) => kind is GoodsDatumKind.Declaration or GoodsDatumKind.Batch;
}
