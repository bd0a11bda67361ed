using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Importing;

/// <summary>What a file says of one product's card.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Texts">By field; of fields that are not there the file says nothing.</param>
public sealed record GivenCard(int Line, Sku Sku, IReadOnlyDictionary<CardField, string> Texts);

/// <summary>What an import of product cards did, or would do.</summary>
/// <param name="Rows">What is in, and what cannot go in, in the order of the file.</param>
/// <param name="Left">What is not known to be in: running it again goes on there.</param>
public sealed record ProductImport(PoolName Pool, IReadOnlyList<ImportedCard> Rows, IReadOnlyList<GivenCard> Left, ImportEnd End);

/// <summary>A row of the file held against the ledger.</summary>
public sealed record ImportedCard(GivenCard Given, ProductCard Before, ProductCard After, CardFate Fate)
{
    public bool IsIn => Fate <= CardFate.Unchanged;

    /// <value>Fields that differ.</value>
    public IReadOnlyList<CardField> Changes => [.. Enum.GetValues<CardField>().Where(one => CardText.Write(Before, one) != CardText.Write(After, one))];
}

/// <summary>What became of a product's row.</summary>
public enum CardFate
{
    New,
    Changed,
    Unchanged,

    /// <summary>Not in: another product has the bar code, or is called so.</summary>
    CodeTaken,

    /// <summary>Not in: what the card says already does not go with what the file says.</summary>
    Contradicts,
}
