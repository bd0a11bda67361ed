using ShipBy.Adapters.Tests.Alerts.Chat.Servers;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts.Chat;

/// <summary>Each vendor's own answers, one row each: what may be done next, and which setting the seller is sent to.</summary>
public class VendorAnswerTests
{
    [Theory]
    [InlineData(401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""", "__Token")]
    [InlineData(404, """{"ok":false,"error_code":404,"description":"Not Found"}""", "__Token")]
    [InlineData(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was kicked from the supergroup chat"}""", "let it into the chat")]
    [InlineData(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""", "let it into the chat")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}""", "never let into it; check Alerts__Chats__group-1__ChatId")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-100777}}""", "new number; set Alerts__Chats__group-1__ChatId")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: not enough rights to send text messages to the chat"}""", "give it the right")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: message is too long"}""", "__Longest")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: something new"}""", "__ChatId")]
    [InlineData(200, """{"ok":false}""", "__ChatId")]
    [InlineData(500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""", null)]
    public async Task Telegrams(int status, string body, string? remedy)
    {
        await using var server = (TelegramServer)await VendorServer.StartAsync("telegram");
        server.Error = (status, body);

        Check(remedy, await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
    }

    [Theory]
    [InlineData("""{"ok":false,"error_code":429,"parameters":{"retry_after":5}}""", 5)]
    [InlineData("""{"ok":false,"error_code":429,"parameters":{"retry_after":0}}""", 1)]
    [InlineData("""{"ok":false,"error_code":429,"parameters":{"retry_after":2000000000}}""", 3_600)]       // no answer silences a chat for good
    [InlineData("""{"ok":false,"error_code":429,"parameters":{"retry_after":"soon"}}""", 90)]
    [InlineData("""{"ok":false,"error_code":429,"parameters":7}""", 90)]
    [InlineData("", 90)]
    public async Task TelegramsPause_IsTheOneItNames_OrOurs(string body, int seconds)
    {
        await using var server = (TelegramServer)await VendorServer.StartAsync("telegram");
        server.Error = (429, body);

        Assert.Equal(new Delivery.Busy(TimeSpan.FromSeconds(seconds)), await ChatSetup.SendOnceAsync(server.Chat(("Pause", "00:01:30")), server.Clock));
    }

    [Theory]
    [InlineData(93000, "__Url")]
    [InlineData(93004, "__Url")]
    [InlineData(93008, "__Url")]
    [InlineData(40058, "__Longest")]
    [InlineData(45002, "__Longest")]
    [InlineData(40008, "errcode 40008: look the code up")]
    [InlineData(-1, null)]
    [InlineData(45009, "BUSY")]
    [InlineData(45033, "BUSY")]
    public async Task WeComs(int code, string? remedy)
    {
        await using var server = (WeComServer)await VendorServer.StartAsync("wecom");
        server.Code = code;

        Check(remedy, await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
    }

    [Theory]
    [InlineData(310000, "keywords not in content", "choose the signature")]
    [InlineData(310000, "ip 203.0.113.7 not in whitelist", "choose the signature")]
    [InlineData(310000, "sign not match", "__Secret")]
    [InlineData(310000, "invalid timestamp", "clock")]
    [InlineData(300001, "token is not exist", "__Token")]
    [InlineData(300005, "token is not exist", "__Token")]
    [InlineData(400102, "bot is stopped", "switched off")]
    [InlineData(460101, "message too long, exceed 20000 bytes", "__Longest")]
    [InlineData(90030, "webhook over limit", "__PerMinute")]
    [InlineData(43004, "invalid content type", "errcode 43004: look the code up")]
    [InlineData(-1, "系统繁忙", null)]
    [InlineData(130101, "send too fast, exceed 20 times per minute", "BUSY")]
    [InlineData(410100, "", "BUSY")]
    [InlineData(660026, "", "BUSY")]
    public async Task DingTalks(int code, string text, string? remedy)
    {
        await using var server = (DingTalkServer)await VendorServer.StartAsync("dingtalk");
        server.Error = (code, text);

        Check(remedy, await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
    }

    [Theory]
    [InlineData(200, """{"code":19001,"msg":"param invalid: incoming webhook access token invalid"}""", "__Url")]
    [InlineData(200, """{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}""", "__Secret")]
    [InlineData(200, """{"code":19022,"msg":"Ip Not Allowed"}""", "choose the signature")]
    [InlineData(200, """{"code":19024,"msg":"Key Words Not Found"}""", "choose the signature")]
    [InlineData(200, """{"code":19007,"msg":"bot disabled"}""", "switched off")]
    [InlineData(200, """{"StatusCode":9499,"StatusMessage":"Bad Request"}""", "__Longest")]
    [InlineData(200, """{"code":77777,"msg":"something new"}""", "code 77777: look the code up")]
    [InlineData(400, """{"code":9499,"msg":"too many request","data":{}}""", "BUSY")]
    [InlineData(200, """{"code":11232,"msg":"frequency limited psm[x]"}""", "BUSY")]
    [InlineData(400, """{"code":99991400,"msg":"request trigger frequency limit"}""", "BUSY")]
    [InlineData(200, """{"Extra":null,"StatusCode":0,"StatusMessage":"success"}""", "ACCEPTED")]           // an old bot's success
    [InlineData(200, """{"code":"0"}""", null)]
    public async Task Feishus(int status, string body, string? remedy)
    {
        await using var server = (FeishuServer)await VendorServer.StartAsync("feishu");
        server.Error = new Reply(status, body);

        Check(remedy, await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
    }

    [Fact]
    public async Task FeishusGateway_NamesThePauseInAHeaderOfItsOwn()
    {
        await using var server = (FeishuServer)await VendorServer.StartAsync("feishu");
        server.Error = FeishuServer.Answer(99991400, "request trigger frequency limit", 400) with { Headers = new Dictionary<string, string> { ["x-ogw-ratelimit-reset"] = "52" } };

        Assert.Equal(new Delivery.Busy(TimeSpan.FromSeconds(52)), await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
    }

    [Theory]
    [InlineData(200, "ACCEPTED")]
    [InlineData(299, "ACCEPTED")]
    [InlineData(400, "__Url")]
    [InlineData(401, "__Secret")]
    [InlineData(403, "__Secret")]
    [InlineData(404, "__Url")]
    [InlineData(410, "wants no more")]
    [InlineData(413, "__Longest")]
    [InlineData(503, null)]
    public async Task AReceivers(int status, string? remedy)
    {
        await using var server = (WebhookServer)await VendorServer.StartAsync("webhook");
        server.Error = new Reply(status, "");

        Check(remedy, await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
    }

    [Fact]
    public async Task ARetryAfter_MayBeADate()
    {
        await using var server = (WebhookServer)await VendorServer.StartAsync("webhook");
        server.Error = new Reply(429, "", Headers: new Dictionary<string, string> { ["Retry-After"] = VendorServer.Start.AddSeconds(25).ToString("R") });

        Assert.Equal(new Delivery.Busy(TimeSpan.FromSeconds(25)), await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
    }

    [Fact]
    public async Task AReceiver_ShowsANoticeOnce_HoweverOftenItComes()
    {
        await using var server = await VendorServer.StartAsync("webhook");

        await ChatSetup.SendOnceAsync(server.Chat(), server.Clock);
        server.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.IsType<Delivery.Accepted>(await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
        Assert.Single(server.Shown);
    }

    /// <param name="remedy">What a refusal says, <c>BUSY</c>, <c>ACCEPTED</c>, or null for an end that nobody knows.</param>
    private static void Check(string? remedy, Delivery delivery)
    {
        Assert.Equal(remedy switch { null => "Undecided", "BUSY" => "Busy", "ACCEPTED" => "Accepted", _ => "Refused" }, delivery.GetType().Name);
        if (delivery is Delivery.Refused refused)
        {
            Assert.StartsWith("Chat group-1: ", refused.Reason, StringComparison.Ordinal);
            Assert.Contains(remedy!, refused.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("203.0.113.7", refused.Reason, StringComparison.Ordinal);
        }
    }
}
