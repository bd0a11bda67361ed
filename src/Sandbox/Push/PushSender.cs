using System.Text;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Reporting;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Push;

/// <summary>Sends push messages to one address: late, twice, out of order, and again when nobody took them.</summary>
internal sealed class PushSender(SandboxRun run, HttpClient http)
{
    private const int Tries = 4;

    private static readonly TimeSpan MostDelay = TimeSpan.FromSeconds(1.5);

    private readonly PushMessages _messages = new(run.Options);
    private long _sent;

    public Task PointAtAsync(Uri url, CancellationToken cancel)
    {
        lock (run.Gate)
        {
            run.Pushes.PointAt(url);
        }

        return SendAsync(PushMessages.Ping(run.Clock.WallNow), TimeSpan.Zero, cancel);
    }

    /// <summary>Starts what is to be sent for the news. A push is a courtesy: what is under way when the sandbox stops is dropped.</summary>
    public Task TellAsync(IEnumerable<StepNews> news, CancellationToken cancel) =>
        run.Pushes is not { Url: not null, IsOn: true } ? Task.CompletedTask : Task.WhenAll(news.SelectMany(one => Copies(one, cancel)).ToArray());

    private IEnumerable<Task> Copies(StepNews news, CancellationToken cancel)
    {
        if (news.Order.Plan.Channel is not Channel.Ozon || _messages.Of(news) is not { } message)
        {
            yield break;
        }

        var chance = new SeededRandom(run.Options.Seed, "push", Interlocked.Increment(ref _sent));
        var copies = chance.NextShare() switch { < 0.04 => 0, < 0.14 => 2, _ => 1 };
        for (var i = 0; i < copies; i++)
        {
            yield return SendAsync(message, MostDelay * chance.NextShare() * chance.NextShare(), cancel);
        }

        if (run.Options.Variations && _messages.Stray(news) is { } stray)
        {
            yield return SendAsync(stray, MostDelay, cancel);
        }
    }

    private async Task SendAsync(JsonObject message, TimeSpan delay, CancellationToken cancel)
    {
        var text = message.ToJsonString();
        try
        {
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                await Task.Delay(delay, run.Clock.Time, cancel);
                if (await TryAsync(text, message, cancel))
                {
                    return;
                }

                delay = TimeSpan.FromSeconds(1 << attempt);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The sandbox stops; nobody waits for a push.
        }
    }

    private async Task<bool> TryAsync(string text, JsonObject message, CancellationToken cancel)
    {
        var (status, sentAt) = (0, run.Clock.WallNow);
        try
        {
            using var content = new StringContent(text, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(run.Pushes.Url, content, cancel);
            status = (int)response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // Nobody there, or too slow: it is tried again like any refusal.
        }

        lock (run.Gate)
        {
            run.Record(Happened.Push, message["posting_number"]?.GetValue<string>(), new JsonObject
            {
                ["type"] = message["message_type"]!.GetValue<string>(),
                ["status"] = status,
                [PushToHeld.SentAt] = sentAt,
            });
        }

        return status == 200;
    }
}
