using Azure.Communication.Email.Wire;

namespace Azure.Communication.Email;

/// <summary>A mail on its way, asked after by the id under which it was sent.</summary>
public class EmailSendOperation : Operation<EmailSendResult>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly EmailService _service;

    private Response _answer;

    private EmailSendResult _result;

    public EmailSendOperation(string id, EmailClient client)
        : this(id, client.Service, null)
    {
    }

    internal EmailSendOperation(string id, EmailService service, Response answer)
    {
        Id = id;
        _service = service;
        _answer = answer;
    }

    /// <summary>For tests that replace members.</summary>
    protected EmailSendOperation()
    {
    }

    public override string Id { get; }

    public override bool HasCompleted => HasValue || Failure is not null;

    public override bool HasValue => _result?.Status == EmailSendStatus.Succeeded;

    /// <exception cref="InvalidOperationException">The mail is still on its way.</exception>
    /// <exception cref="RequestFailedException">The service gave up.</exception>
    public override EmailSendResult Value =>
        HasValue ? _result : throw Failure ?? (Exception)new InvalidOperationException("The operation has not completed yet.");

    private RequestFailedException Failure { get; set; }

    public override Response GetRawResponse() => _answer;

    /// <exception cref="RequestFailedException">The service does not know the id (404), is busy (429), or gave up on the mail.</exception>
    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) =>
        HasCompleted ? Take(_answer) : Take(await _service.AskAsync(Id, cancellationToken).ConfigureAwait(false));

    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        HasCompleted ? Take(_answer) : Take(_service.Ask(Id, cancellationToken));

    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(CancellationToken cancellationToken = default) =>
        WaitForCompletionAsync(Pause, cancellationToken);

    private Response Take(Response answer)
    {
        _answer = answer;
        (_result, Failure) = EmailJson.ReadResult(answer);

        return Failure is null ? answer : throw Failure;
    }
}
