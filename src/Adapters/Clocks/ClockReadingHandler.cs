using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Clocks;

/// <summary>Reads the clock of whoever answers over HTTP.</summary>
internal sealed class ClockReadingHandler(AnswerClock clock, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = time.Now();
        var answer = await base.SendAsync(request, cancellationToken);
        clock.Note(answer.Headers.Date, asked, time.Now());
        return answer;
    }
}
