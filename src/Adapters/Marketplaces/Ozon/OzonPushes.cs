using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>The addresses that Ozon sends pushes to. Switching on is safe to repeat, so it goes by the way of reads.</summary>
internal sealed class OzonPushes(OzonClient client)
{
    public async Task<IReadOnlyList<PushAddress>> AddressesAsync(CancellationToken cancel)
    {
        var body = await client.ReadAsync(OzonMethods.PushAddresses, new { }, cancel);
        var urls = body.Field("urls").IsThere() ? body.Field("urls") : body.Field("result").Field("urls");
        return urls.ValueKind is System.Text.Json.JsonValueKind.Array
            ? [.. from one in urls.EnumerateArray()
                  let id = one.Whole("id")
                  let url = one.Text("url")
                  where id is not null && url is not null
                  select new PushAddress(id.Value, url, one.Field("enable").ValueKind is not System.Text.Json.JsonValueKind.False)]
            : throw new MarketplaceUnreachableException($"{OzonMethods.PushAddresses} brought something else than a list of addresses");
    }

    public Task SwitchOnAsync(PushAddress address, CancellationToken cancel) =>
        client.ReadAsync(OzonMethods.SwitchPushes, new { id = address.Id, enabled = true }, cancel);
}
