using NodaTime;
using ShipBy.Application.SelfWatch;

namespace ShipBy.Adapters.Clocks;

/// <summary>A foreign clock, read from the <c>Date</c> headers of answers. Keeps the last reading.</summary>
public sealed class AnswerClock(string name) : IForeignClock
{
    private volatile ForeignTime? _last;

    public ForeignTime? Last => _last;

    public void Note(DateTimeOffset? written, Instant asked, Instant answered)
    {
        if (written is { } date)
        {
            _last = ForeignTime.Of(name, Instant.FromDateTimeOffset(date), asked, answered);
        }
    }
}
