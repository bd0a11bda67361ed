using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Adapters.Tests.Alerts.Chat.Servers;
using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts.Chat;

/// <summary>Signatures against published values; the servers of these tests check them by an implementation of their own.</summary>
public class SignatureTests
{
    [Fact]
    public void TheWebhooks_IsTheStandards()
    {
        var key = WebhookSignature.KeyOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;

        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Of(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Encoding.UTF8.GetBytes("{\"test\": 2432232314}")));
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void AKey_HasAsManyBytesAsTheStandardWants(int bytes, bool isOne) =>
        Assert.Equal(isOne, WebhookSignature.KeyOf("whsec_" + Convert.ToBase64String(new byte[bytes])) is not null);

    [Fact]
    public void Feishus_IsTheDigestOfNothing()
    {
        var post = new FeishuChat(Chat("feishu", "dGhpcyBpcyBhIGtleQ==")).Write(Sample.Id, Sample.Letter, DateTimeOffset.FromUnixTimeSeconds(1716283459));

        using var body = JsonDocument.Parse(post.Body);
        Assert.Equal("1716283459", body.RootElement.GetProperty("timestamp").GetString());
        Assert.Equal("8EyY+xxfJvzWjZQpdc2mgvQFaG7lF5nbxl7RITyMkJU=", body.RootElement.GetProperty("sign").GetString());
    }

    [Fact]
    public void DingTalks_IsEscapedForTheQuery()
    {
        var post = new DingTalkChat(Chat("dingtalk", "this is secret")).Write(Sample.Id, Sample.Letter, DateTimeOffset.FromUnixTimeMilliseconds(1577262236757));

        Assert.Equal(
            "https://oapi.dingtalk.com/robot/send?access_token=k&timestamp=1577262236757&sign=hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D",
            post.Address.Real.AbsoluteUri);
    }

    [Theory]
    [InlineData("dingtalk", "SECanother", "group-1__Secret")]
    [InlineData("feishu", "another", "group-1__Secret")]
    [InlineData("webhook", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "group-1__Secret")]
    public async Task AnotherSecret_IsRefused_WithTheSettingToChange(string kind, string secret, string setting)
    {
        await using var server = await VendorServer.StartAsync(kind);

        var refused = Assert.IsType<Delivery.Refused>(await ChatSetup.SendOnceAsync(server.Chat(("Secret", secret)), server.Clock));

        Assert.Contains(setting, refused.Reason, StringComparison.Ordinal);
        Assert.Contains("clock", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Shown);
    }

    [Theory]
    [InlineData("dingtalk", 3_600, "Accepted")]
    [InlineData("dingtalk", 3_601, "Refused")]
    [InlineData("dingtalk", -3_600, "Accepted")]
    [InlineData("dingtalk", -3_601, "Refused")]
    [InlineData("feishu", 3_600, "Accepted")]
    [InlineData("feishu", 3_601, "Refused")]
    [InlineData("feishu", -3_601, "Refused")]
    [InlineData("webhook", 300, "Accepted")]
    [InlineData("webhook", 301, "Refused")]
    [InlineData("webhook", -301, "Refused")]
    public async Task AClockThatIsOff_VoidsTheSignature(string kind, int seconds, string expected)
    {
        await using var server = await VendorServer.StartAsync(kind);

        var delivery = await ChatSetup.SendOnceAsync(server.Chat(), new FakeTimeProvider(VendorServer.Start.AddSeconds(seconds)));

        Assert.Equal(expected, delivery.GetType().Name);
        Assert.True(delivery is not Delivery.Refused refused || refused.Reason.Contains("clock", StringComparison.Ordinal));
    }

    private static ChatOptions Chat(string kind, string secret) => Assert.Single(ChatSetup.Read([("Kind", kind), ("Token", "k"), ("Secret", secret)]).Chats);
}
