using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>One account's tables over HTTP: what every request has, and what becomes of a refusal.</summary>
internal sealed class TableService
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;

    private readonly string _version;

    public TableService(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(endpoint, credential.AccountName, new SharedKeyLitePolicy(credential, TimeProvider.System), options)
    {
    }

    public TableService(Uri endpoint, TokenCredential credential, TableClientOptions options)
        : this(endpoint, endpoint.Host.Split('.')[0], new BearerTokenAuthenticationPolicy(credential, Scope), options)
    {
    }

    private TableService(Uri endpoint, string account, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        options ??= new TableClientOptions();
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = ODataErrorParser.Instance };
        pipeline.PerRetryPolicies.Add(authentication);

        Endpoint = endpoint;
        AccountName = account;
        _version = options.Version;
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public Uri Endpoint { get; }

    public string AccountName { get; }

    public string Root => Endpoint.AbsoluteUri.TrimEnd('/');

    public static TableService Of(string connectionString, TableClientOptions options)
    {
        var connection = ConnectionText.Parse(connectionString);

        return new TableService(connection.Endpoint, connection.Credential, options);
    }

    public Task<Response> SendAsync(EntityRequest request, CancellationToken cancel, params int[] alsoFine) =>
        SendAsync(request.Method, $"{request.Path}?{EntityRequest.FormatQuery}", request.Headers, request.Entity is null ? default : EntityJson.Write(request.Entity), cancel, alsoFine);

    /// <exception cref="RequestFailedException">The answer is neither a success nor one of <paramref name="alsoFine"/>.</exception>
    public async Task<Response> SendAsync(
        RequestMethod method, string target, IEnumerable<HttpHeader> headers, ReadOnlyMemory<byte> body, CancellationToken cancel, params int[] alsoFine)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(Root + target));
        message.Request.Headers.Add("x-ms-version", _version);
        foreach (var header in headers)
        {
            message.Request.Headers.Add(header);
        }

        message.Request.Content = body.IsEmpty ? null : RequestContent.Create(body);
        await _pipeline.SendAsync(message, cancel).ConfigureAwait(false);

        return !message.Response.IsError || alsoFine.Contains(message.Response.Status)
            ? message.Response
            : throw new RequestFailedException(message.Response);
    }

    /// <summary>What every request inside a batch begins its headers with.</summary>
    public string HeadersInBatch => $"Host: {Endpoint.Authority}\r\nx-ms-version: {_version}\r\n";
}
