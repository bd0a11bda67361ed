using NodaTime;

namespace ShipBy.Domain.Orders;

/// <summary>A message of the shop's that told a posting unasked. Messages get lost, come twice, and overtake each other.</summary>
/// <param name="ChangedAt">When the posting had last changed, by the shop's own clock; null where the shop does not say.</param>
/// <param name="Print">The same for a message that comes again, and for no other one.</param>
public sealed record Telling(Instant? ChangedAt, string Print);

/// <summary>What an order remembers of such messages, so that an old one never undoes what a newer one said. Kept with the order itself: no instance and no restart forgets it.</summary>
/// <param name="ChangedAt">Of the newest one.</param>
/// <param name="Prints">Those that said so, the latest last: at one instant, or without any, only these tell a repetition from news.</param>
/// <param name="PaidAt">When a payment that had been waited for was first told as made; null where nobody had to wait.</param>
public sealed record LastTold(Instant? ChangedAt, IReadOnlyList<string> Prints, Instant? PaidAt)
{
    /// <value>A shop whose clock stands still may say so much that an old message is taken for a new one; the order's row must not grow without end.</value>
    private const int MostPrints = 8;

    /// <summary>Whether the message is older than what was said last, or was heard before.</summary>
    public bool Overrules(Telling telling) => telling.ChangedAt < ChangedAt || Prints.Contains(telling.Print);

    /// <summary>What is remembered after a message that was not overruled.</summary>
    /// <param name="known">The order before it; null when it was not known.</param>
    public static LastTold? After(Posting posting, Order? known, Instant now)
    {
        if (posting.Telling is not { } telling)
        {
            return known?.Told;
        }

        var before = known?.Told;
        var paid = before?.PaidAt ?? (WasWaitedFor(posting, known) ? telling.ChangedAt ?? now : null);
        return telling.ChangedAt > before?.ChangedAt
            ? new LastTold(telling.ChangedAt, [telling.Print], paid)
            : new LastTold(telling.ChangedAt ?? before?.ChangedAt, [.. (before?.Prints ?? []).TakeLast(MostPrints - 1), telling.Print], paid);
    }

    /// <remarks>Shops of this kind write the time of the order where one would look for that of the payment.</remarks>
    private static bool WasWaitedFor(Posting posting, Order? known) =>
        known?.Status == PostingStatus.AwaitingConfirmation && posting.Status is PostingStatus.AwaitingPackaging or PostingStatus.AwaitingHandOver;
}
