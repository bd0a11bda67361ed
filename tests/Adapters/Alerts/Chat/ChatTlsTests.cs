using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts.Chat;

/// <summary>Before a safe connection stands, nothing has left: neither the notice nor the key.</summary>
public class ChatTlsTests
{
    private static readonly FakeTimeProvider Clock = new();

    [Fact]
    public async Task ACertificateThatNobodyVouchesFor_GetsNothing()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var calls = 0;
        app.Run(context => context.Response.WriteAsync($"{++calls}"));
        await app.StartAsync(TestContext.Current.CancellationToken);

        var refused = Assert.IsType<Delivery.Refused>(await ChatSetup.SendOnceAsync(Chat(app.Urls.First()), Clock));

        Assert.Contains("certificate", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task AHandshakeThatNeverEnds_IsABusyServer()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var clock = new FakeTimeProvider();
        var chat = Chat($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        var sending = ChatSetup.SendOnceAsync(chat, clock);
        using var connection = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        clock.Advance(chat.Timeout);

        Assert.Equal(new Delivery.Busy(ChatChannel.UnreachedPause), await sending);
    }

    private static ChatOptions Chat(string home) => Assert.Single(ChatSetup.Read([("Kind", "wecom"), ("Url", home + "/cgi-bin/webhook/send"), ("Token", "k")]).Chats);
}
