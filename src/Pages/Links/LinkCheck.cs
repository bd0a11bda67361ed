using ShipBy.Domain.Links;

namespace ShipBy.Pages.Links;

/// <summary>What a token is worth, before anybody looked at its order.</summary>
public abstract record LinkCheck
{
    private LinkCheck() { }

    /// <summary>Ours and in time. May have been used.</summary>
    public sealed record Good(AlertLink Link) : LinkCheck;

    /// <summary>Ours, once good.</summary>
    public sealed record Expired(AlertLink Link) : LinkCheck;

    /// <summary>Cut off, changed, too long, or sealed with another secret.</summary>
    public sealed record Wrong : LinkCheck;
}
