using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Letters;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Links;

/// <summary>What a link is about, in words.</summary>
/// <param name="Goods">Null of a parcel, whose products are kept no more.</param>
/// <param name="Head">The time that is left, or the parcel's trouble in a few words.</param>
/// <param name="Facts">The deadline, or what is wrong with the parcel and what the carrier is asked by.</param>
/// <param name="IsLate">Whether the deadline, or the parcel's limit, has passed.</param>
public sealed record LinkCard(string Shop, string? Goods, string Head, IReadOnlyList<string> Facts, bool IsLate)
{
    private const int MaxName = 120;

    /// <returns>Null where nothing of it is open.</returns>
    internal static LinkCard? Of(LinkSubject? subject, ShopClock clock, Words words, Instant now) => subject switch
    {
        LinkSubject.AnOrder(var order) when order.State.IsOpen() => Of(order, clock, words, now),
        LinkSubject.AParcel(var parcel, { } limit, var rules) => Of(ConsignmentLine.Of(parcel, limit, limit.Limit < now, rules), clock, words),
        _ => null,
    };

    private static LinkCard Of(Order order, ShopClock clock, Words words, Instant now) => new(
        ShopOf(order.Key),
        Plain.OneLine(WarningLines.Goods(order)),
        TimeLeft.Tell(order.ShipBy - now, words.Time),
        [order.ShipBy is { } deadline ? $"{words.Today.HandOverBy} {clock.Tell(deadline)}" : ""],
        order.ShipBy < now);

    private static LinkCard Of(ConsignmentLine line, ShopClock clock, Words words) => new(
        ShopOf(line.Order), null, words.Transit.Name(line.Clock.Trouble, line.IsOver), [ConsignmentText.WhatOf(line, words, clock), .. ConsignmentText.FactsOf(line, words)], line.IsOver);

    private static string ShopOf(OrderKey order) => Plain.Cut(Plain.OneLine(order.Shop), MaxName);
}
