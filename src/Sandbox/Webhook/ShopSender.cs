using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Reporting;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Webhook;

/// <summary>Sends the shop's messages: late, twice, out of order, and each again until it was taken.</summary>
internal sealed class ShopSender(SandboxRun run, AppLink app, HttpClient http)
{
    /// <value>From what happened to the first time that it is told.</value>
    private static readonly TimeSpan MostDelay = TimeSpan.FromSeconds(3);

    private const double LateShare = 0.1;
    private const double TwiceShare = 0.12;

    private static readonly TimeSpan UsualDelay = TimeSpan.FromSeconds(0.6);
    private static readonly TimeSpan SecondAfterAtMost = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(15);
    private static readonly string Path = $"api/webhook/{Channel.Webhook.Name()}";

    private readonly StandardSignature _signature = new(run.Options.WebhookSecret);
    private readonly Forger _forger = new(run);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly HashSet<OrderTrack> _told = [];

    /// <summary>Begins to send what has not been begun. What is under way when the sandbox stops is sent in its next life.</summary>
    public Task TellAsync(CancellationToken cancel)
    {
        if (app.At(Path) is null)
        {
            return Task.CompletedTask;
        }

        List<ShopMessage> messages;
        lock (run.Gate)
        {
            messages = [.. run.Appeared(Channel.Webhook).Where(order => !_told.Contains(order)).SelectMany(New)];
        }

        return Task.WhenAll(messages.SelectMany(message => Copies(message, cancel)).ToArray());
    }

    private List<ShopMessage> New(OrderTrack order)
    {
        var state = run.StateOf(order);
        var story = ShopStory.Of(order, state, run.Clock.Now).ToList();
        if (PostingLife.IsFinal(order.Plan, state) && story.TrueForAll(message => order.MessagesTaken.ContainsKey(message.Id)))
        {
            _told.Add(order);
        }

        return story.FindAll(message => !order.MessagesTaken.ContainsKey(message.Id) && _begun.Add(message.Id));
    }

    private IEnumerable<Task> Copies(ShopMessage message, CancellationToken cancel)
    {
        var chance = new SeededRandom(run.Options.Seed, "webhook " + message.Id);
        if (_forger.Beside(message) is { } forged)
        {
            yield return ForgeAsync(message, forged, cancel);
        }

        yield return SendAsync(message, chance.Chance(LateShare) ? MostDelay * chance.Between(0.3, 1) : UsualDelay * chance.NextShare(), cancel);
        if (chance.Chance(TwiceShare))
        {
            yield return SendAsync(message, SecondAfterAtMost * chance.NextShare(), cancel);
        }
    }

    private async Task SendAsync(ShopMessage message, TimeSpan delay, CancellationToken cancel)
    {
        try
        {
            var body = Encoding.UTF8.GetBytes(message.Body());
            for (var gap = TimeSpan.FromSeconds(1); ; gap = gap * 2 < LongestGap ? gap * 2 : LongestGap)
            {
                await Task.Delay(delay, run.Clock.Time, cancel);
                if (await TryAsync(message, body, cancel))
                {
                    return;
                }

                delay = gap;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The sandbox stops.
        }
    }

    /// <summary>Forgers try once.</summary>
    private async Task ForgeAsync(ShopMessage message, ForgedMessage forged, CancellationToken cancel)
    {
        try
        {
            var status = await PostAsync(Signed(forged.Id, forged.Body, forged.SignedAt, forged.Signature), cancel);
            lock (run.Gate)
            {
                run.Record(Happened.Forged, (string)message.Data["number"]!, new JsonObject { ["what"] = forged.Kind, ["status"] = status });
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The sandbox stops.
        }
    }

    /// <summary>Each attempt has its own time, and so its own signature.</summary>
    private async Task<bool> TryAsync(ShopMessage message, byte[] body, CancellationToken cancel)
    {
        var sentAt = run.Clock.WallNow;
        var status = await PostAsync(Signed(message.Id, body, sentAt, _signature), cancel);
        lock (run.Gate)
        {
            run.Record(Happened.Webhook, (string)message.Data["number"]!, new JsonObject { ["type"] = message.Type, ["message"] = message.Id, ["status"] = status, [PushToHeld.SentAt] = sentAt });
        }

        return status is >= 200 and < 300;
    }

    /// <returns>0 where nobody was there, or too slow: it is tried again like any refusal.</returns>
    private async Task<int> PostAsync(HttpRequestMessage message, CancellationToken cancel)
    {
        try
        {
            using var request = message;
            using var response = await http.SendAsync(request, cancel);
            return (int)response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return 0;
        }
    }

    private HttpRequestMessage Signed(string id, byte[] body, DateTimeOffset at, StandardSignature signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, app.At(Path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(StandardSignature.IdHeader, id);
        request.Headers.Add(StandardSignature.TimestampHeader, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardSignature.SignatureHeader, signature.Of(id, at, body));
        return request;
    }
}
