using NodaTime;

namespace ShipBy.Pages.Access;

/// <summary>What a ticket is worth before anybody looked up whether it was used.</summary>
public abstract record TicketCheck
{
    private TicketCheck() { }

    /// <summary>Sealed with our key and in time. May still have been used.</summary>
    public sealed record Good(string Nonce, Instant Expires) : TicketCheck;

    /// <summary>Once good.</summary>
    public sealed record Expired : TicketCheck;

    /// <summary>Cut off, changed, or sealed with another key.</summary>
    public sealed record Wrong : TicketCheck;
}
