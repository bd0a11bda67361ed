using NodaTime;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Pages.Wording;

/// <summary>Says who takes care of an order and until when it is quiet.</summary>
internal static class AttentionText
{
    /// <returns>Null when nobody has said anything, or it stands no more.</returns>
    public static string? Tell(Acknowledgement? said, Instant? deadline, ShopClock clock, Words words, Instant now) => said switch
    {
        null => null,
        _ when !said.Stands(deadline, now) => null,
        { RemindsAtEnd: true } => words.Today.Snoozed(said.By, clock.TellShort(said.Until)),
        _ when said.Until <= now => words.Link.WasOnIt(said.By, clock.TellShort(said.At)),
        _ => words.Today.Acknowledged(said.By, clock.TellShort(said.Until)),
    };
}
