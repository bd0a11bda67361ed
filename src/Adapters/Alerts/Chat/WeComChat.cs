using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>A group robot of WeCom (企业微信群机器人).</summary>
/// <remarks>
/// The key is part of the query; there is no signature (documented). Text of at most 2048 bytes of UTF-8 (documented; 5120 were taken, reported). 20 messages a minute
/// and robot (documented). Everything is answered with status 200, the outcome is in <c>errcode</c> (documented). 45009 "api freq out of limit", 93000 "invalid webhook
/// url", 40058 too long: reported with their texts; 93004 and 93008 (robot switched off, not in the group): uncertain. The text of an error holds our network address.
/// </remarks>
internal sealed class WeComChat(ChatOptions chat) : IChatVendor
{
    private static readonly RobotAddress Robot = new("https://qyapi.weixin.qq.com/cgi-bin/webhook/send", "key");

    public static readonly ChatKind Kind = new(
        "wecom", 2048, 5120, ChatUnit.Bytes, PerMinute: 10, Pause: TimeSpan.FromMinutes(1), Robot.Flaws, chat => new WeComChat(chat));

    public bool DropsDoubles => false;

    public ChatRequest Write(Guid id, Letter letter, DateTimeOffset now) => ChatRequest.Of(new SecretAddress(Robot.Of(chat), "/cgi-bin/webhook/send?key={key}"), new
    {
        msgtype = "text",
        text = new { content = ChatText.Cut(Mentions.Disarm(letter), chat.Longest, Kind.Unit) },
    });

    public Delivery Read(ChatAnswer answer) => ChatVerdict.OfStatus(answer, chat) ?? answer.Number("errcode") switch
    {
        0 => new Delivery.Accepted(),
        null => ChatVerdict.Unreadable(answer, chat),
        -1 => new Delivery.Undecided($"Chat {chat.Name}: WeCom is overloaded (errcode -1)."),
        45009 or 45033 => ChatVerdict.Busy(answer.RetryAfter ?? chat.Pause),
        { } code => ChatVerdict.Refused(chat, $"WeCom answered errcode {code}: {Remedy(code)}"),
    };

    private string Remedy(int code) => code switch
    {
        93000 or 93004 or 93008 => $"the key is wrong, or the robot was removed from its group; copy its address again into {chat.Setting("Url")} (or its key into {chat.Setting("Token")}).",
        40058 or 45002 => $"the text is too long; lower {chat.Setting("Longest")}.",
        _ => "look the code up at open.work.weixin.qq.com/devtool/query.",
    };
}
