using NodaTime;

namespace ShipBy.Application.SelfWatch;

/// <summary>Somebody else's clock, read from the answers that came anyway.</summary>
public interface IForeignClock
{
    /// <value>The last reading; null before the first one.</value>
    ForeignTime? Last { get; }
}

/// <param name="Name">Whose clock it is: a shop, the storage account.</param>
/// <param name="Ahead">How far it is ahead of ours; negative when it is behind.</param>
/// <param name="Doubt">By how much <paramref name="Ahead"/> may be wrong, either way: the way of the answer, and the coarseness of the clock.</param>
public sealed record ForeignTime(string Name, Duration Ahead, Duration Doubt, Instant ReadAt)
{
    private static readonly Duration Coarse = Duration.FromSeconds(1);

    /// <summary>Reads a <c>Date</c> header, which has whole seconds and was written at some instant between the question and the answer.</summary>
    public static ForeignTime Of(string name, Instant written, Instant asked, Instant answered)
    {
        var way = Duration.Max(answered - asked, Duration.Zero);
        return new ForeignTime(name, written + Coarse / 2 - (asked + way / 2), way / 2 + Coarse, answered);
    }
}
