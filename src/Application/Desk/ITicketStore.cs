using NodaTime;

namespace ShipBy.Application.Desk;

/// <summary>Remembers which one-time links to the seller's page were used.</summary>
public interface ITicketStore
{
    /// <summary>Marks a link as used; of several callers at once exactly one gets true.</summary>
    /// <param name="nonce">Names the link: letters, digits, <c>-</c> and <c>_</c>, at most 40.</param>
    /// <param name="expires">From here on the link is refused anyway and need not be remembered.</param>
    /// <returns>False when it was used before.</returns>
    Task<bool> TryUseAsync(string nonce, Instant expires, CancellationToken cancel);
}
