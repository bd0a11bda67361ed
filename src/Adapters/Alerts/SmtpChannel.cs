using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MailKit.Security;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts;

/// <summary>Notice by any SMTP server. One connection a letter: functions live too briefly to keep one.</summary>
/// <param name="pause">How long to wait after a temporary refusal; SMTP names no time.</param>
internal sealed class SmtpChannel(AlertOptions options, string recipient, TimeSpan pause, TimeProvider time) : IAlertChannel
{
    private readonly Envelope _envelope = new(options.Sender, recipient, time);

    // SMTP cannot be asked. What this process saw being turned away, it knows all the same.
    private readonly ConcurrentDictionary<Guid, bool> _turnedAway = new();

    public async Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        _turnedAway.TryRemove(id, out _);
        var delivery = await TrySendAsync(id, letter, cancel);
        if (delivery is Delivery.Busy or Delivery.Refused)
        {
            _turnedAway[id] = true;
        }

        return delivery;
    }

    public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => Task.FromResult<Delivery>(_turnedAway.ContainsKey(id)
        ? new Delivery.NotThere()
        : new Delivery.Undecided("A mail server cannot be asked what it took."));

    private async Task<Delivery> TrySendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        var upload = new UploadWatch();
        try
        {
            using var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds };
            await client.ConnectAsync(options.Smtp.Host, options.Smtp.Port, Security, cancel);
            if (options.Smtp.User.Length > 0)
            {
                await client.AuthenticateAsync(options.Smtp.User, options.Smtp.Password, cancel);
            }

            using var message = _envelope.Seal(id, letter);
            await client.SendAsync(message, cancel, upload);
            await LeaveAsync(client, cancel);
            return new Delivery.Accepted();
        }
        catch (Exception error) when (SmtpAnswer.IsOne(error, cancel))
        {
            return SmtpAnswer.Of(error, upload.Started, pause);
        }
    }

    private SecureSocketOptions Security => options.Smtp.Tls switch
    {
        "implicit" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception error) when (SmtpAnswer.IsOne(error, cancel))
        {
            // The letter is theirs already; how they part changes nothing.
        }
    }
}
