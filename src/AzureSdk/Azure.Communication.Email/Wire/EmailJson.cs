using System.Text.Json;
using System.Text.Json.Nodes;

namespace Azure.Communication.Email.Wire;

internal static class EmailJson
{
    public static BinaryData Write(EmailMessage message)
    {
        var json = new JsonObject
        {
            ["senderAddress"] = message.SenderAddress,
            ["content"] = Present(
                ("subject", message.Content.Subject), ("plainText", message.Content.PlainText), ("html", message.Content.Html)),
            ["recipients"] = Present(
                ("to", List(message.Recipients.To)), ("cc", List(message.Recipients.CC)), ("bcc", List(message.Recipients.BCC))),
        };
        var rest = Present(
            ("headers", message.Headers.Count == 0 ? null : Present([.. message.Headers.Select(header => (header.Key, (JsonNode)header.Value))])),
            ("attachments", List(message.Attachments, Write)),
            ("replyTo", List(message.ReplyTo)),
            ("userEngagementTrackingDisabled", message.UserEngagementTrackingDisabled));
        foreach (var (name, value) in rest)
        {
            json[name] = value.DeepClone();
        }

        return BinaryData.FromString(json.ToJsonString());
    }

    /// <summary>The id under which the service keeps the mail.</summary>
    public static string ReadId(Response answer)
    {
        using var body = JsonDocument.Parse(answer.Content);

        return body.RootElement.GetProperty("id").GetString();
    }

    /// <returns>The result, and beside it the failure when the service says that nothing more will happen.</returns>
    public static (EmailSendResult Result, RequestFailedException Failure) ReadResult(Response answer)
    {
        using var body = JsonDocument.Parse(answer.Content);
        var status = new EmailSendStatus(body.RootElement.GetProperty("status").GetString());
        var failed = status == EmailSendStatus.Failed || status == EmailSendStatus.Canceled;

        return (new EmailSendResult(status), failed ? new RequestFailedException(answer) : null);
    }

    private static JsonNode Write(EmailAddress address) =>
        Present(("address", address.Address), ("displayName", string.IsNullOrEmpty(address.DisplayName) ? null : address.DisplayName));

    private static JsonNode Write(EmailAttachment attachment) =>
        Present(
            ("name", attachment.Name),
            ("contentType", attachment.ContentType),
            ("contentInBase64", Convert.ToBase64String(attachment.Content)),
            ("contentId", attachment.ContentId));

    private static JsonArray List(IList<EmailAddress> addresses) => List(addresses, Write);

    private static JsonArray List<T>(IList<T> items, Func<T, JsonNode> write) => items.Count == 0 ? null : new([.. items.Select(write)]);

    private static JsonObject Present(params (string Name, JsonNode Value)[] properties) =>
        new(properties.Where(property => property.Value is not null).Select(property => KeyValuePair.Create(property.Name, property.Value)));
}
