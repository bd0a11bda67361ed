using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>A custom bot of a Feishu or Lark group (飞书自定义机器人) whose security setting is the signature (签名校验).</summary>
/// <remarks>
/// The token is the end of the path; time in seconds and signature stand in the body, the time may be off by an hour at most (documented). The signature is the digest of
/// nothing under time and secret as its key (documented by its examples; not as DingTalk does it). 100 messages a minute and 5 a second, bodies of at most 20 KB (documented).
/// "Too many" is 11232, likelier at full and half hours (documented), 9499 "too many request" with status 400 (reported), or the gateway's 99991400 (documented). 9499 with
/// other words is a malformed body. 19001 token, 19021 signature or clock, 19022 address, 19024 keyword (documented); 19007 switched off (reported). Old bots answer
/// <c>StatusCode</c> in the place of <c>code</c> (documented).
/// </remarks>
internal sealed class FeishuChat(ChatOptions chat) : IChatVendor
{
    private static readonly RobotAddress Robot = new("https://open.feishu.cn/open-apis/bot/v2/hook", Key: null);

    /// <remarks>A text as long as the vendor allows is no chat any more; 6000 bytes are two screens.</remarks>
    public static readonly ChatKind Kind = new(
        "feishu", 6000, 15_000, ChatUnit.Bytes, PerMinute: 20, Pause: TimeSpan.FromMinutes(1), FlawsOf, chat => new FeishuChat(chat));

    public bool DropsDoubles => false;

    public ChatRequest Write(Guid id, Letter letter, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ChatRequest.Of(new SecretAddress(Robot.Of(chat), "/open-apis/bot/v2/hook/{token}"), new
        {
            timestamp,
            sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{chat.Secret}"), Array.Empty<byte>())),
            msg_type = "text",
            content = new { text = ChatText.Cut(Mentions.Disarm(letter), chat.Longest, Kind.Unit) },
        });
    }

    public Delivery Read(ChatAnswer answer) => ChatVerdict.OfStatus(answer, chat) ?? (answer.Number("code") ?? answer.Number("StatusCode")) switch
    {
        0 => new Delivery.Accepted(),
        null => ChatVerdict.Unreadable(answer, chat),
        11232 or 99991400 => ChatVerdict.Busy(answer.RetryAfter ?? chat.Pause),
        9499 when answer.Text("msg").Contains("too many", StringComparison.OrdinalIgnoreCase) => ChatVerdict.Busy(answer.RetryAfter ?? chat.Pause),
        { } code => ChatVerdict.Refused(chat, $"Feishu answered code {code}: {Remedy(code)}"),
    };

    private string Remedy(int code) => code switch
    {
        19001 => $"the token is wrong, or the bot was removed; copy its address again into {chat.Setting("Url")} (or the end of it into {chat.Setting("Token")}).",
        19007 => $"the bot is switched off; add one and set {chat.Setting("Url")} and {chat.Setting("Secret")} anew.",
        19021 => $"the signature was not accepted; check {chat.Setting("Secret")}, and this machine's clock.",
        19022 => "the bot lets chosen addresses in only; in its security settings choose the signature (签名校验) alone.",
        19024 => "the bot wants a keyword in every text; in its security settings choose the signature (签名校验) alone.",
        9499 or 19002 => $"it cannot read the request; lower {chat.Setting("Longest")} if the notices are long.",
        _ => "look the code up in the guide to custom bots at open.feishu.cn.",
    };

    private static IEnumerable<string> FlawsOf(ChatOptions chat) => chat.Secret.Length > 0
        ? Robot.Flaws(chat)
        : Robot.Flaws(chat).Append($"{chat.Setting("Secret")} is missing: in the bot's security settings choose the signature (签名校验) and copy its secret.");
}
