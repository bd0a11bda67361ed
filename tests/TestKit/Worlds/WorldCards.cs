using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;

namespace ShipBy.TestKit.Worlds;

/// <summary>Product cards as the owner writes them.</summary>
public static class WorldCards
{
    /// <returns>Whether it is saved.</returns>
    public static async Task<bool> WriteCardAsync(this World world, ProductCard card) =>
        await world.Of<ChangeCard>().RunAsync(Sample.Pool, card.Sku, field => CardText.Write(card, field), default) is CardAnswer.Saved;
}
