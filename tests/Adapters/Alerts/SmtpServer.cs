using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShipBy.Adapters.Tests.Alerts;

/// <summary>A mail server that speaks as much SMTP as a client needs, and misbehaves when told to.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private readonly CancellationTokenSource _stop = new();

    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <value>Replies that differ from the usual, by the command (<c>GREETING</c> and <c>TEXT</c> for what is not one). <c>CUT</c> hangs up instead.</value>
    public Dictionary<string, string> Replies { get; } = new(StringComparer.Ordinal);

    /// <value>The letters taken, as they came.</value>
    public List<string> Letters { get; } = [];

    public List<string> Commands { get; } = [];

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client.GetStream());
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        if (!await SayAsync(stream, "GREETING", "220 ready"))
        {
            return;
        }

        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            Commands.Add(line);
            if (!await SayAsync(stream, command, command switch { "EHLO" => "250-me\r\n250-AUTH PLAIN\r\n250 8BITMIME", "AUTH" => "235 in", "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" })
                || command is "QUIT"
                || (command is "DATA" && !Replies.ContainsKey("DATA") && !await TakeAsync(reader, stream)))
            {
                return;
            }
        }
    }

    private async Task<bool> TakeAsync(StreamReader reader, NetworkStream stream)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        var goesOn = await SayAsync(stream, "TEXT", "250 taken");
        if (!Replies.TryGetValue("TEXT", out var reply) || reply is "CUT")
        {
            Letters.Add(text.ToString());
        }

        return goesOn;
    }

    /// <returns>False when it hung up.</returns>
    private async Task<bool> SayAsync(NetworkStream stream, string to, string usually)
    {
        var reply = Replies.GetValueOrDefault(to, usually);
        if (reply is "CUT")
        {
            return false;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), _stop.Token);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }
}
