using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Wire;

/// <summary>What a shop's word says about an order, as the column <c>means</c> of a table writes it.</summary>
/// <param name="Status">Null: it is no order, or not yet one.</param>
internal sealed record Meaning(string Word, PostingStatus? Status)
{
    /// <value>In the order in which a message names them.</value>
    public static IReadOnlyList<Meaning> All { get; } =
    [
        new("waiting", PostingStatus.AwaitingConfirmation),
        new("to pack", PostingStatus.AwaitingPackaging),
        new("packed", PostingStatus.AwaitingHandOver),
        new("handed over", PostingStatus.HandedOver),
        new("delivered", PostingStatus.Delivered),
        new("cancelled", PostingStatus.Cancelled),
        new("nothing", null),
    ];

    public static Meaning? Find(string word) => All.FirstOrDefault(meaning => meaning.Word.Equals(word, StringComparison.OrdinalIgnoreCase));
}
