namespace Azure.Communication.Email;

public class EmailContent(string subject)
{
    public string Subject { get; } = subject;

    public string Html { get; set; }

    public string PlainText { get; set; }
}
