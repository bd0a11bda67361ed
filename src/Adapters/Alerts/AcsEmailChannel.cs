using Azure;
using Azure.Communication.Email;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts;

/// <summary>Notice by Azure Communication Services. A letter's id is its operation id there, so the service can be asked whether it has it.</summary>
/// <param name="client">With retries off: a 429 must come back to us.</param>
/// <param name="pause">How long to wait where the service names no time.</param>
internal sealed class AcsEmailChannel(EmailClient client, string sender, string recipient, TimeSpan pause) : IAlertChannel
{
    public async Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        try
        {
            await client.SendAsync(WaitUntil.Started, Message(letter), id, cancel);
            return new Delivery.Accepted();
        }
        catch (Exception error) when (AcsAnswer.IsOne(error, cancel))
        {
            return AcsAnswer.ToSend(error, pause);
        }
    }

    public async Task<Delivery> AskAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            await new EmailSendOperation(id.ToString("D"), client).UpdateStatusAsync(cancel);
            return new Delivery.Accepted();
        }
        catch (Exception error) when (AcsAnswer.IsOne(error, cancel))
        {
            return AcsAnswer.ToQuestion(error, pause);
        }
    }

    private EmailMessage Message(Letter letter)
    {
        var message = new EmailMessage(sender, recipient, new EmailContent(letter.Subject) { PlainText = letter.Text, Html = letter.Html })
        {
            UserEngagementTrackingDisabled = true,
        };
        foreach (var (name, value) in letter.Headers)
        {
            message.Headers.Add(name, value);
        }

        return message;
    }
}
