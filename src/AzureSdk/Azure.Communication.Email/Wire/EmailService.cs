using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Email.Wire;

/// <summary>The two calls of the mail service.</summary>
internal sealed class EmailService
{
    private const string Scope = "https://communication.azure.com//.default";

    private readonly string _root;

    private readonly string _version;

    private readonly HttpPipeline _pipeline;

    public EmailService(Uri endpoint, AzureKeyCredential credential, EmailClientOptions options)
        : this(endpoint, new HmacPolicy(credential, TimeProvider.System), options)
    {
    }

    public EmailService(Uri endpoint, TokenCredential credential, EmailClientOptions options)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope), options)
    {
    }

    private EmailService(Uri endpoint, HttpPipelinePolicy authentication, EmailClientOptions options)
    {
        options ??= new EmailClientOptions();

        _root = endpoint.AbsoluteUri.TrimEnd('/');
        _version = options.ApiVersion;
        _pipeline = HttpPipelineBuilder.Build(options, authentication);
    }

    /// <exception cref="FormatException">A part is missing; the message names the part and never a value.</exception>
    public static EmailService Of(string connectionString, EmailClientOptions options)
    {
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part.Length == 2 ? part[1] : "", StringComparer.OrdinalIgnoreCase);
        string Need(string name) => parts.GetValueOrDefault(name) ?? throw new FormatException($"The connection string has no {name}.");

        return new EmailService(new Uri(Need("endpoint")), new AzureKeyCredential(Need("accesskey")), options);
    }

    public async Task<Response> SendAsync(EmailMessage message, Guid? operationId, CancellationToken cancel)
    {
        using var http = Request(RequestMethod.Post, "/emails:send");
        if (operationId is { } id)
        {
            http.Request.Headers.Add("Operation-Id", id.ToString());
        }

        http.Request.Headers.Add("Content-Type", "application/json");
        http.Request.Content = RequestContent.Create(EmailJson.Write(message));
        await _pipeline.SendAsync(http, cancel).ConfigureAwait(false);

        return Expect(202, http);
    }

    public async Task<Response> AskAsync(string id, CancellationToken cancel)
    {
        using var http = Request(RequestMethod.Get, $"/emails/operations/{Uri.EscapeDataString(id)}");
        await _pipeline.SendAsync(http, cancel).ConfigureAwait(false);

        return Expect(200, http);
    }

    public Response Ask(string id, CancellationToken cancel)
    {
        using var http = Request(RequestMethod.Get, $"/emails/operations/{Uri.EscapeDataString(id)}");
        _pipeline.Send(http, cancel);

        return Expect(200, http);
    }

    private static Response Expect(int status, HttpMessage http) =>
        http.Response.Status == status ? http.Response : throw new RequestFailedException(http.Response);

    private HttpMessage Request(RequestMethod method, string path)
    {
        var http = _pipeline.CreateMessage();
        http.Request.Method = method;
        http.Request.Uri.Reset(new Uri($"{_root}{path}?api-version={_version}"));
        http.Request.Headers.Add("Accept", "application/json");

        return http;
    }
}
