using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Mail;

public sealed class MailServiceTests
{
    private static readonly Guid Operation = Guid.Parse("11111111-2222-3333-4444-555555555555");

    [Fact]
    public async Task Send_AcceptsAnOperationOnce_HoweverOftenItIsSent()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder));

        var first = await run.MailAsync(Operation, "a%2F1/24h@5, b/overdue", "Два заказа");
        var second = await run.MailAsync(Operation, "a%2F1/24h@5, b/overdue", "Два заказа");

        Assert.Equal((202, 202), (first.Status, second.Status));
        Assert.Equal($$"""{"id":"{{Operation}}","status":"Running"}""", first.Text);
        Assert.Equal(TimeSpan.FromSeconds(1), first.RetryAfter);
        var mail = Assert.Single((await run.GetAsync("sandbox/mails")).Json.AsArray())!;
        Assert.Equal("Два заказа", mail["message"]!["content"]!["subject"]!.ToString());
        Assert.Equal("""[{"order":"a/1","rung":"24h","deadline":5},{"order":"b","rung":"overdue","deadline":null}]""", mail["warnings"]!.ToJsonString());
        Assert.Equal(1, (await run.ReportAsync())["mails_accepted"]!.GetValue<int>());
    }

    [Fact]
    public async Task Ask_KnowsWhatWasAccepted_AndNothingElse()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder));
        Assert.Equal(404, (await AskAsync(run)).Status);

        await run.MailAsync(Operation, "");

        Assert.Equal($$"""{"id":"{{Operation}}","status":"Succeeded"}""", (await AskAsync(run)).Text);
    }

    [Theory]
    [InlineData("HMAC-SHA256 x", "?api-version=2025-09-01", "{}", 400)]
    [InlineData("HMAC-SHA256 x", "?api-version=2025-09-01", "no json", 400)]
    [InlineData("HMAC-SHA256 x", "?api-version=2025-09-01", """{"senderAddress":"a@b.c","content":{"subject":"s"},"recipients":{"to":[]}}""", 400)]
    [InlineData("HMAC-SHA256 x", "", """{"senderAddress":"a@b.c","content":{"subject":"s"},"recipients":{"to":[{"address":"d@e.f"}]}}""", 400)]
    [InlineData("", "?api-version=2025-09-01", """{"senderAddress":"a@b.c","content":{"subject":"s"},"recipients":{"to":[{"address":"d@e.f"}]}}""", 401)]
    [InlineData("Bearer x", "?api-version=2025-09-01", """{"senderAddress":"a@b.c","content":{"subject":"s"},"recipients":{"to":[{"address":"d@e.f"}]}}""", 202)]
    public async Task Send_WantsASignatureAndAWholeMail(string authorization, string query, string body, int status)
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder));

        var reply = await run.SendAsync(HttpMethod.Post, "/emails:send" + query, body, ("Authorization", authorization));

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task Send_IsThrottled_WhenTheQuotaIsUsedUp()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder));
        var statuses = new List<Reply>();
        for (var i = 0; i < 31; i++)
        {
            statuses.Add(await run.MailAsync(Guid.NewGuid(), ""));
        }

        Assert.All(statuses[..30], reply => Assert.Equal(202, reply.Status));
        Assert.Equal((429, "TooManyRequests"), (statuses[30].Status, statuses[30].Json["error"]!["code"]!.ToString()));
        run.Time.Advance(statuses[30].RetryAfter!.Value);
        Assert.Equal(202, (await run.MailAsync(Guid.NewGuid(), "")).Status);
    }

    private static Task<Reply> AskAsync(TestRun run) =>
        run.SendAsync(HttpMethod.Get, $"emails/operations/{Operation}?api-version=2025-09-01", null, ("Authorization", "Bearer x"));
}
