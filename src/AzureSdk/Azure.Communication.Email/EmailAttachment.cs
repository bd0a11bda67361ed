namespace Azure.Communication.Email;

public class EmailAttachment(string name, string contentType, BinaryData content)
{
    public string Name { get; } = name;

    public string ContentType { get; } = contentType;

    public BinaryData Content { get; } = content;

    /// <summary>The name by which the HTML of the mail refers to it; null for a file that is merely attached.</summary>
    public string ContentId { get; set; }
}
