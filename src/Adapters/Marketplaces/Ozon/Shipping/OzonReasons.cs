using System.Globalization;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>Why a posting may be cancelled: the list depends on how far it has come, and it grows.</summary>
internal sealed class OzonReasons(OzonClient client)
{
    /// <value>"Other": the only one known to want words.</value>
    private const long Other = 402;

    private const int MaxTitleLength = 120;

    public async Task<IReadOnlyList<CancelReason>> OfAsync(string number, CancellationToken cancel)
    {
        var body = await client.ReadAsync(OzonMethods.CancelReasons, new { related_posting_numbers = new[] { number } }, cancel);
        return
        [
            .. from posting in body.Items("result")
               where posting.Text("posting_number") is null || posting.Text("posting_number") == number
               from reason in posting.Items("reasons")
               let id = reason.Whole("id")
               where id is > 0
               select new CancelReason(
                   id.Value,
                   Cut.ToLine(reason.Text("title") ?? id.Value.ToString(CultureInfo.InvariantCulture), MaxTitleLength),
                   reason.Text("type_id") switch { "seller" => true, null => null, _ => false },
                   id == Other),
        ];
    }

    /// <summary>Why the posting cannot be cancelled for this reason; null where it can, or where the marketplace does not show its list.</summary>
    public async Task<string?> FlawOfAsync(string number, long reason, string? message, CancellationToken cancel)
    {
        if (reason == Other && string.IsNullOrWhiteSpace(message))
            return "This reason needs words of your own: say why it is cancelled.";

        try
        {
            var allowed = await OfAsync(number, cancel);
            return allowed.Count == 0 || allowed.Any(one => one.Id == reason) ? null
                : $"The marketplace does not take reason {reason} for this posting; it takes {string.Join(", ", allowed.Select(one => $"{one.Id} ({one.Title})"))}.";
        }
        catch (MarketplaceRefusedException)
        {
            return null;    // a method that is gone must not keep a cancellation; the call itself is judged too
        }
    }
}
