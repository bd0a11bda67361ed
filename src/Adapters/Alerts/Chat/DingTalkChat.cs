using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>A group robot of DingTalk (钉钉自定义机器人) whose security setting is the signature (加签).</summary>
/// <remarks>
/// Token, time in milliseconds and signature are parts of the query; the time may be off by an hour at most (documented). 20 messages a minute; more, and the robot is
/// silenced for ten minutes (documented). At most 20,000 bytes a message: 460101 (reported). Everything is answered with status 200, the outcome is in <c>errcode</c>
/// (documented). 310000 has three meanings that only its text tells apart (documented). "Too many" is 130101 (documented), 410100 (documented elsewhere) or 660026
/// (uncertain). Wrong token: 300001 (documented), 300005 (reported), 400101. Robot or group gone: 400013, 400102, 400106 (documented). 90030, a quota of calls: uncertain.
/// Nobody is called by text: that takes a field <c>at</c>, which is never sent.
/// </remarks>
internal sealed class DingTalkChat(ChatOptions chat) : IChatVendor
{
    private static readonly RobotAddress Robot = new("https://oapi.dingtalk.com/robot/send", "access_token");

    /// <remarks>A text as long as the vendor allows is no chat any more; 6000 bytes are two screens.</remarks>
    public static readonly ChatKind Kind = new(
        "dingtalk", 6000, 15_000, ChatUnit.Bytes, PerMinute: 10, Pause: TimeSpan.FromMinutes(10), FlawsOf, chat => new DingTalkChat(chat));

    public bool DropsDoubles => false;

    public ChatRequest Write(Guid id, Letter letter, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signed = QueryHelpers.AddQueryString(Robot.Of(chat).AbsoluteUri, new Dictionary<string, string?> { ["timestamp"] = timestamp, ["sign"] = Sign(timestamp) });
        return ChatRequest.Of(new SecretAddress(new Uri(signed), "/robot/send?access_token={token}&timestamp={timestamp}&sign={sign}"), new
        {
            msgtype = "text",
            text = new { content = ChatText.Cut(Mentions.Disarm(letter), chat.Longest, Kind.Unit) },
        });
    }

    public Delivery Read(ChatAnswer answer) => ChatVerdict.OfStatus(answer, chat) ?? answer.Number("errcode") switch
    {
        0 => new Delivery.Accepted(),
        null => ChatVerdict.Unreadable(answer, chat),
        -1 => new Delivery.Undecided($"Chat {chat.Name}: DingTalk is overloaded (errcode -1)."),
        130101 or 410100 or 660026 => ChatVerdict.Busy(answer.RetryAfter ?? chat.Pause),
        { } code => ChatVerdict.Refused(chat, $"DingTalk answered errcode {code}: {Remedy(code, answer.Text("errmsg"))}"),
    };

    private string Remedy(int code, string said) => code switch
    {
        310000 when said.Contains("keyword", StringComparison.OrdinalIgnoreCase) => "the robot wants a keyword in every text; in its security settings (安全设置) choose the signature (加签) alone.",
        310000 when said.Contains("whitelist", StringComparison.OrdinalIgnoreCase) => "the robot lets chosen addresses in only; in its security settings (安全设置) choose the signature (加签) alone.",
        310000 => $"the signature was not accepted; check {chat.Setting("Secret")}, and this machine's clock.",
        300001 or 300005 or 400101 or 40035 => $"the token is wrong; copy the robot's address again into {chat.Setting("Url")} (or its token into {chat.Setting("Token")}).",
        400013 or 400102 or 400106 => $"the robot or its group is gone or switched off; add one and set {chat.Setting("Url")} and {chat.Setting("Secret")} anew.",
        460101 => $"the text is too long; lower {chat.Setting("Longest")}.",
        90030 => $"the robot's calls are used up; ask the group's owner for its quota, or lower {chat.Setting("PerMinute")}.",
        _ => "look the code up in DingTalk's list of global error codes.",
    };

    private string Sign(string timestamp) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(chat.Secret), Encoding.UTF8.GetBytes($"{timestamp}\n{chat.Secret}")));

    private static IEnumerable<string> FlawsOf(ChatOptions chat) => chat.Secret.Length > 0
        ? Robot.Flaws(chat)
        : Robot.Flaws(chat).Append($"{chat.Setting("Secret")} is missing: in the robot's security settings (安全设置) choose the signature (加签) and copy its secret.");
}
