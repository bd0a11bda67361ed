using Azure.Communication.Email.Wire;
using Azure.Core;

namespace Azure.Communication.Email;

public class EmailClient
{
    public EmailClient(string connectionString)
        : this(connectionString, new EmailClientOptions())
    {
    }

    public EmailClient(string connectionString, EmailClientOptions options) => Service = EmailService.Of(connectionString, options);

    public EmailClient(Uri endpoint, AzureKeyCredential credential, EmailClientOptions options = null) =>
        Service = new EmailService(endpoint, credential, options);

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions options = null) =>
        Service = new EmailService(endpoint, credential, options);

    /// <summary>For tests that replace members.</summary>
    protected EmailClient()
    {
    }

    internal EmailService Service { get; }

    public virtual Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(wait, message, operationId: null, cancellationToken);

    /// <summary>Sends under an id of the caller's, by which the service can be asked later what became of it.</summary>
    public virtual Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default) =>
        SendAsync(wait, message, (Guid?)operationId, cancellationToken);

    private async Task<EmailSendOperation> SendAsync(WaitUntil wait, EmailMessage message, Guid? operationId, CancellationToken cancel)
    {
        var answer = await Service.SendAsync(message, operationId, cancel).ConfigureAwait(false);
        var operation = new EmailSendOperation(EmailJson.ReadId(answer), Service, answer);
        if (wait is WaitUntil.Completed)
        {
            await operation.WaitForCompletionAsync(cancel).ConfigureAwait(false);
        }

        return operation;
    }
}
