using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace ShipBy.AzureSdk.Tests.Wire;

/// <summary>Keeps what it is asked and answers what it was told, one answer after the other; the last one again and again.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private readonly Queue<Answer> _answers;

    private readonly List<RecordedRequest> _requests = [];

    private readonly WebApplication _app;

    private RecordingServer(WebApplication app, IEnumerable<Answer> answers)
    {
        _app = app;
        _answers = new(answers);
    }

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<RecordedRequest> Requests => _requests;

    public static Task<RecordingServer> StartAsync(params Answer[] answers) => StartAsync(listen => { }, answers);

    /// <summary>Speaks TLS with a certificate that nobody trusts.</summary>
    public static Task<RecordingServer> StartSecureAsync(params Answer[] answers)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, default), new DateTimeOffset(2120, 1, 1, 0, 0, 0, default));

        return StartAsync(listen => listen.UseHttps(certificate), answers);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<RecordingServer> StartAsync(Action<ListenOptions> configure, Answer[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, configure));
        var server = new RecordingServer(builder.Build(), answers);
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();

        return server;
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        _requests.Add(new RecordedRequest(
            http.Request.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Headers.ToDictionary(),
            await body.ReadToEndAsync()));
        var answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();

        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (answer.Body.Length > 0)
        {
            await http.Response.WriteAsync(answer.Body);
        }
    }
}
