using System.Threading.Channels;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ShipBy.AzureSdk.Tests.Worker.Fakes;

/// <summary>A policy that an app registers; the driver's own storage requests run through it as well.</summary>
internal sealed class RequestLog : HttpPipelineSynchronousPolicy
{
    private readonly Channel<string> _answered = Channel.CreateUnbounded<string>();

    public override void OnReceivedResponse(HttpMessage message) =>
        _answered.Writer.TryWrite($"{message.Request.Method} {message.Request.Uri.ToUri().AbsolutePath} {message.Response.Status}");

    /// <summary>Waits until such a request was granted.</summary>
    public async Task SeenAsync(string verb, string pathEnd)
    {
        var seen = "";
        while (!(seen.StartsWith(verb, StringComparison.Ordinal) && seen.EndsWith($"{pathEnd} 201", StringComparison.Ordinal)))
        {
            seen = await _answered.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        }
    }
}
