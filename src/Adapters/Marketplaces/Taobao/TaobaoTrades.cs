using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>Reads one trade, the source of truth about it.</summary>
internal sealed class TaobaoTrades(TaobaoClient client, TaobaoOptions options)
{
    /// <returns>Null where the platform does not know it, or not any more.</returns>
    public async Task<JsonElement?> FindAsync(string number, CancellationToken cancel)
    {
        if (number is "" || !number.All(char.IsAsciiDigit))
            return null;

        try
        {
            var root = await client.ReadAsync(TopMethods.Trade, [("fields", TaobaoLists.FieldsOf(options)), ("tid", number)], cancel);
            return root.Field("trade") is { ValueKind: JsonValueKind.Object } trade
                ? trade
                : throw new MarketplaceUnreachableException($"{TopMethods.Trade} brought something else than a trade");
        }
        catch (MarketplaceRefusedException refused) when (refused.Code.StartsWith(TopVerdict.NoSuchTrade, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
    }
}
