using Azure.Core;
using Azure.Core.Pipeline;
using NodaTime;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Clocks;

/// <summary>Reads the clock of the storage account. Reads nothing before it knows ours.</summary>
internal sealed class ClockReadingPolicy(AnswerClock clock) : HttpPipelineSynchronousPolicy
{
    private const string Asked = "ShipBy.Asked";

    private volatile TimeProvider? _time;

    public IForeignClock Beside(TimeProvider time)
    {
        _time = time;
        return clock;
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (_time is { } time)
        {
            message.SetProperty(Asked, time.Now());
        }
    }

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (_time is { } time && message.TryGetProperty(Asked, out var asked) && asked is Instant at && message.HasResponse)
        {
            clock.Note(message.Response.Headers.Date, at, time.Now());
        }
    }
}
