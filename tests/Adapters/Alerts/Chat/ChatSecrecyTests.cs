using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using ShipBy.Adapters.Tests.Alerts.Chat.Servers;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts.Chat;

/// <summary>A chat's secret stands in its address or signs its body. Nothing that can be logged, traced or thrown may hold it.</summary>
public class ChatSecrecyTests
{
    [Theory]
    [InlineData("telegram", "/bot%7Btoken%7D/sendMessage")]
    [InlineData("wecom", "/cgi-bin/webhook/send")]
    [InlineData("dingtalk", "/robot/send")]
    [InlineData("feishu", "/open-apis/bot/v2/hook/%7Btoken%7D")]
    [InlineData("webhook", "/%7Baddress%7D")]
    public async Task NothingThatIsWrittenAnywhere_HoldsASecret(string kind, string route)
    {
        using var ears = new Ears();
        using var span = new Activity("a function").Start();
        foreach (var fault in Enum.GetValues<Fault>().Where(fault => fault is not Fault.Silent))
        {
            await using var server = await VendorServer.StartAsync(kind);
            server.Fault = fault;
            ears.Hear(await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
        }

        ears.Hear(await SilenceAsync(kind, stopItself: false));
        ears.Hear(await SilenceAsync(kind, stopItself: true));
        await using var gone = await VendorServer.StartAsync(kind);
        await gone.StopAsync();
        ears.Hear(await ChatSetup.SendOnceAsync(gone.Chat(), gone.Clock));

        Assert.Contains(ears.Heard, text => text.Contains(route, StringComparison.Ordinal));        // we do listen
        Assert.All(gone.Secrets, secret => Assert.DoesNotContain(ears.Heard, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(ears.Heard, text => text.Contains("sign=", StringComparison.Ordinal) && !text.Contains("sign=%7B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AChatAndItsRequest_DoNotPrintTheirSecrets()
    {
        await using var server = await VendorServer.StartAsync("dingtalk");
        var chat = server.Chat();
        var post = ShipBy.Adapters.Alerts.Chat.ChatKind.Find(chat.Kind)!.Open(chat).Write(Sample.Id, Sample.Letter, VendorServer.Start);

        Assert.All(server.Secrets, secret => Assert.DoesNotContain(secret, $"{chat} {post} {post.Address}", StringComparison.Ordinal));
    }

    /// <returns>What came of it: a delivery, or an exception with all that it prints.</returns>
    private static async Task<object> SilenceAsync(string kind, bool stopItself)
    {
        await using var server = await VendorServer.StartAsync(kind);
        server.Fault = Fault.Silent;
        var chat = server.Chat();
        using var stop = new CancellationTokenSource();
        using var chats = ChatSetup.Open(chat, server.Clock);
        var sending = chats.Routes[0].Channel.SendAsync(Sample.Id, Sample.Letter, stop.Token);
        await server.Arrived;
        if (stopItself)
        {
            await stop.CancelAsync();
            return await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        }

        server.Clock.Advance(chat.Timeout);
        return Assert.IsType<Delivery.Undecided>(await sending);
    }

    /// <summary>Hears the events, traces and diagnostics of the network stack; those that logs and monitors are fed from.</summary>
    private sealed class Ears : EventListener, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        // Set before the base class calls us.
        private readonly ConcurrentQueue<string> _heard = new();

        private readonly List<IDisposable> _open = [];

        public Ears()
        {
            var spans = new ActivityListener
            {
                ShouldListenTo = source => source.Name.StartsWith("System.Net", StringComparison.Ordinal) || source.Name.StartsWith("Experimental.System.Net", StringComparison.Ordinal),
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span => Hear(string.Join(' ', span.TagObjects.Append(new("name", span.DisplayName)))),
            };
            ActivitySource.AddActivityListener(spans);
            _open.AddRange([spans, DiagnosticListener.AllListeners.Subscribe(this)]);
        }

        public IEnumerable<string> Heard => _heard;

        public void Hear(object said) => _heard.Enqueue(said.ToString()!);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "HttpHandlerDiagnosticListener")
            {
                _open.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value) => Hear($"{value.Key} {value.Value}");

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public override void Dispose()
        {
            _open.ForEach(open => open.Dispose());
            base.Dispose();
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal))
            {
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _heard?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[])}");
    }
}
