using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Communication.Email;
using Azure.Core.Pipeline;
using ShipBy.AzureSdk.Tests.Wire;

namespace ShipBy.AzureSdk.Tests.Email;

public class EmailClientTests
{
    private const string Key = "YSBrZXkgb2YgYSB0ZXN0";

    private static readonly Guid Id = Guid.Parse("66cf3753-1cc9-44c4-b857-4546f744901b");

    private static readonly Answer Accepted = Status(202, "Running");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_PutsTheWholeMessageOnTheWire_UnderOurId()
    {
        await using var server = await RecordingServer.StartAsync(Accepted);
        var message = new EmailMessage(
            "guard@shop.example",
            new EmailRecipients([new("seller@shop.example", "Seller")], cc: [new("deputy@shop.example")]),
            new EmailContent("2 orders are due") { PlainText = "Ship.", Html = "<p>Ship.</p>" });
        message.Headers["X-ShipBy-Warnings"] = "61-5/2h";
        message.ReplyTo.Add(new EmailAddress("help@shop.example"));
        message.Attachments.Add(new EmailAttachment("a.txt", "text/plain", BinaryData.FromString("a")) { ContentId = "a" });
        message.UserEngagementTrackingDisabled = true;

        var operation = await ClientAt(server).SendAsync(WaitUntil.Started, message, Id, Cancel);

        Assert.Equal((Id.ToString(), false, false), (operation.Id, operation.HasCompleted, operation.HasValue));
        Assert.Equal(Id.ToString(), server.Requests.Single().Headers["Operation-Id"]);
        Assert.Equal(
            """
            POST /emails:send?api-version=2025-09-01
            Accept: application/json
            Content-Type: application/json
            Operation-Id: ID
            x-ms-return-client-request-id: true

            {"senderAddress":"guard@shop.example","content":{"subject":"2 orders are due","plainText":"Ship.","html":"\u003Cp\u003EShip.\u003C/p\u003E"},"recipients":{"to":[{"address":"seller@shop.example","displayName":"Seller"}],"cc":[{"address":"deputy@shop.example"}]},"headers":{"X-ShipBy-Warnings":"61-5/2h"},"attachments":[{"name":"a.txt","contentType":"text/plain","contentInBase64":"YQ==","contentId":"a"}],"replyTo":[{"address":"help@shop.example"}],"userEngagementTrackingDisabled":true}
            """.ReplaceLineEndings("\n"),
            server.Requests.Single().Trace);
    }

    [Fact]
    public async Task Send_WithoutAnId_TakesTheOneOfTheService()
    {
        await using var server = await RecordingServer.StartAsync(Accepted);

        var operation = await ClientAt(server).SendAsync(WaitUntil.Started, Message(), Cancel);

        Assert.False(server.Requests.Single().Headers.ContainsKey("Operation-Id"));
        Assert.Equal(Id.ToString(), operation.Id);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/resource/")]
    public async Task EveryRequest_IsSignedWithItsDateHostAndBody(string path)
    {
        await using var server = await RecordingServer.StartAsync(Accepted, Status(200, "Succeeded"));
        var client = new EmailClient($"endpoint={new Uri(server.Address, path)};accesskey={Key}");

        await client.SendAsync(WaitUntil.Completed, Message(), Id, Cancel);

        Assert.Equal(["POST", "GET"], server.Requests.Select(request => request.Method));
        Assert.All(server.Requests, request =>
        {
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(request.Body)));
            var signed = $"{request.Method}\n{request.Target}\n{request.Headers["x-ms-date"]};{request.Headers["Host"]};{hash}";
            var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(signed)));

            Assert.Equal(hash, request.Headers["x-ms-content-sha256"]);
            Assert.Equal($"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}", request.Headers.Authorization());
        });
    }

    [Fact]
    public async Task Operation_IsAskedUntilTheServiceIsDone_AndThenNoMore()
    {
        await using var server = await RecordingServer.StartAsync(Status(200, "NotStarted"), Status(200, "Running"), Status(200, "Succeeded"));
        var operation = new EmailSendOperation(Id.ToString(), ClientAt(server));

        await operation.UpdateStatusAsync(Cancel);
        Assert.Throws<InvalidOperationException>(() => operation.Value);
        await operation.WaitForCompletionAsync(TimeSpan.FromMilliseconds(1), Cancel);
        await operation.UpdateStatusAsync(Cancel);

        Assert.Equal((true, true, EmailSendStatus.Succeeded), (operation.HasCompleted, operation.HasValue, operation.Value.Status));
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal($"/emails/operations/{Id}?api-version=2025-09-01", request.Target));
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Canceled")]
    public async Task Operation_ThatFailed_SaysWhy(string status)
    {
        await using var server = await RecordingServer.StartAsync(
            new Answer(200, $$$"""{"id":"{{{Id}}}","status":"{{{status}}}","error":{"code":"EmailDropped","message":"All recipients are suppressed."}}"""));
        var operation = new EmailSendOperation(Id.ToString(), ClientAt(server));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(async () => await operation.UpdateStatusAsync(Cancel));

        Assert.Equal((true, false, "EmailDropped"), (operation.HasCompleted, operation.HasValue, refused.ErrorCode));
        Assert.Throws<RequestFailedException>(() => operation.Value);
    }

    [Fact]
    public async Task Operation_ThatNobodyKnows_IsNotFound()
    {
        await using var server = await RecordingServer.StartAsync(new Answer(404, """{"error":{"code":"NotFound","message":"No such operation."}}"""));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            async () => await new EmailSendOperation(Id.ToString(), ClientAt(server)).UpdateStatusAsync(Cancel));

        Assert.Equal((404, "NotFound"), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    public async Task BusyService_IsAskedAgainAsOftenAsTheOptionsSay(int retries, int requests)
    {
        await using var server = await RecordingServer.StartAsync(
            new Answer(429, """{"error":{"code":"TooManyRequests","message":"Slow down."}}""", ("retry-after-ms", "1"), ("Retry-After", "0")));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => ClientAt(server, retries).SendAsync(WaitUntil.Started, Message(), Id, Cancel));

        Assert.Equal((429, "TooManyRequests"), (refused.Status, refused.ErrorCode));
        Assert.True(refused.GetRawResponse()!.Headers.TryGetValue("Retry-After", out var pause));
        Assert.Equal(("0", requests), (pause, server.Requests.Count));
    }

    [Fact]
    public async Task Token_IsFetchedForTheService_AndSentAsBearer()
    {
        await using var server = await RecordingServer.StartSecureAsync(Accepted);
        var token = new Token();
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var http = new HttpClient(handler);

        await new EmailClient(server.Address, token, new EmailClientOptions { Transport = new HttpClientTransport(http) })
            .SendAsync(WaitUntil.Started, Message(), Id, Cancel);

        Assert.Equal(["https://communication.azure.com//.default"], token.Scopes);
        Assert.Equal("Bearer a-token", server.Requests.Single().Headers.Authorization());
    }

    [Theory]
    [InlineData("endpoint=https://mail.example/", "accesskey")]
    [InlineData("accesskey=c2VjcmV0", "endpoint")]
    public void ConnectionString_WithoutAPart_IsRefusedByThatPartsName(string text, string missing)
    {
        var refused = Assert.Throws<FormatException>(() => new EmailClient(text));

        Assert.Contains(missing, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refused.Message, StringComparison.Ordinal);
    }

    private static Answer Status(int status, string word) => new(status, $$"""{"id":"{{Id}}","status":"{{word}}"}""");

    private static EmailMessage Message() => new("guard@shop.example", "seller@shop.example", new EmailContent("Due") { PlainText = "Ship." });

    private static EmailClient ClientAt(RecordingServer server, int retries = 3)
    {
        var options = new EmailClientOptions();
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);

        return new EmailClient(server.Address, new AzureKeyCredential(Key), options);
    }
}
