using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Webhook.Mapping;

/// <summary>What a proven message holds.</summary>
internal abstract record ToldOrder
{
    private ToldOrder() { }

    /// <param name="Posting">Flawed where something in it cannot be worked on, as any posting.</param>
    public sealed record Order(Posting Posting) : ToldOrder;

    /// <summary>Understood, and no business of ours.</summary>
    public sealed record Nothing : ToldOrder;

    /// <param name="Field">What it is about: a path in the message, or <c>body</c>.</param>
    /// <param name="Reason">What is wrong and what to do. Never the payload.</param>
    public sealed record Unreadable(string Field, string Reason) : ToldOrder;
}
