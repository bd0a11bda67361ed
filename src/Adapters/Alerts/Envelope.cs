using MimeKit;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts;

/// <summary>Puts letters into internet messages.</summary>
internal sealed class Envelope(string sender, string recipient, TimeProvider time)
{
    private readonly MailboxAddress _from = MailboxAddress.Parse(sender);

    private readonly MailboxAddress _to = MailboxAddress.Parse(recipient);

    /// <param name="id">Makes the message's own id, so that a receiver that sees it twice can know it.</param>
    public MimeMessage Seal(Guid id, Letter letter)
    {
        var message = new MimeMessage
        {
            MessageId = $"{id:D}@{_from.Domain}",
            Date = time.GetUtcNow(),
            Subject = letter.Subject,
            Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody(),
        };
        message.From.Add(_from);
        message.To.Add(_to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        foreach (var (name, value) in letter.Headers)
        {
            message.Headers.Add(name, value);
        }

        return message;
    }
}
