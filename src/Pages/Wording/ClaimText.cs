using ShipBy.Application.Alerts;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Wording;

/// <summary>Drafts what a seller writes to the carrier about a parcel: ready to be copied, to be read before it is sent.</summary>
public static class ClaimText
{
    private const int MaxName = 120;

    public static string Write(ConsignmentLine line, Words words, ShopClock clock) => string.Join('\n', [
        words.Transit.ClaimStart(Short(line.Order.Number), Short(line.TrackingNumber ?? ""), clock.Tell(line.HandedOverAt)),
        words.Transit.Claim(line.Clock.Trouble, clock.Tell(line.Clock.Limit), clock.Tell(line.SeenAt)),
        .. line.Value is { } value ? [words.Transit.ClaimValue(MoneyText.Tell(value, words.Numbers))] : Array.Empty<string>(),
        words.Transit.ClaimEnd,
    ]);

    private static string Short(string text) => Plain.Cut(Plain.OneLine(text), MaxName);
}
