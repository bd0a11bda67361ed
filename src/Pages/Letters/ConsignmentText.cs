using ShipBy.Application.Alerts;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>A parcel on its way that needs somebody, in words.</summary>
/// <param name="What">What is wrong, since when, against which limit.</param>
/// <param name="Facts">Carrier, tracking number, the carrier's contact, value: those that are known.</param>
/// <param name="Links">The next steps, the likeliest first; none when the deployment's address is not set.</param>
public sealed record ConsignmentText(string Title, string What, IReadOnlyList<string> Facts, IReadOnlyList<LetterLink> Links)
{
    private const int MaxName = 120;

    public static ConsignmentText Of(ConsignmentLine line, Words words, ShopClock clock, string publicUrl) => new(
        $"{words.Transit.Name(line.Clock.Trouble, line.IsOver)}: {Short(line.Order.Number, 60)} ({Short(line.Order.Shop, 40)})",
        WhatOf(line, words, clock),
        FactsOf(line, words),
        DeskLink.To(publicUrl, line.Order) is { } url ? [new LetterLink(url, words.Transit.ClaimLabel)] : []);

    public static string WhatOf(ConsignmentLine line, Words words, ShopClock clock) =>
        words.Transit.What(line.Clock.Trouble, line.IsOver, clock.Tell(line.HandedOverAt), clock.Tell(line.Clock.Limit), clock.Tell(line.SeenAt));

    public static IReadOnlyList<string> FactsOf(ConsignmentLine line, Words words) =>
    [
        .. Fact(words.Transit.CarrierLabel, line.Carrier),
        .. Fact(words.Transit.TrackingLabel, line.TrackingNumber),
        .. Fact(words.Transit.ContactLabel, line.CarrierContact),
        .. Fact(words.Transit.ValueLabel, line.Value is { } value ? MoneyText.Tell(value, words.Numbers) : null),
    ];

    private static string[] Fact(string label, string? text) => string.IsNullOrWhiteSpace(text) ? [] : [$"{label}: {Short(text, MaxName)}"];

    private static string Short(string text, int length) => Plain.Cut(Plain.OneLine(text), length);
}
