namespace Azure.Communication.Email;

public class EmailMessage
{
    public EmailMessage(string senderAddress, EmailRecipients recipients, EmailContent content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(senderAddress);
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(content);

        SenderAddress = senderAddress;
        Recipients = recipients;
        Content = content;
    }

    public EmailMessage(string senderAddress, string recipientAddress, EmailContent content)
        : this(senderAddress, new EmailRecipients([new EmailAddress(recipientAddress)]), content)
    {
    }

    public string SenderAddress { get; }

    public EmailContent Content { get; }

    public EmailRecipients Recipients { get; }

    public IList<EmailAddress> ReplyTo { get; } = [];

    public IList<EmailAttachment> Attachments { get; } = [];

    /// <summary>Headers of the mail itself, beside those that the service sets.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

    public bool? UserEngagementTrackingDisabled { get; set; }
}
