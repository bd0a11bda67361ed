using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Servers;

/// <summary>A DingTalk group robot that checks signature and time, and sulks for ten minutes after one message too many.</summary>
internal sealed class DingTalkServer : VendorServer
{
    public const string Token = "dingtalktokenofthetest0123456789abcdef";

    public const string Secret = "SECdingtalksecretofthetest+/0123456789";

    private readonly RateWindow _rate;

    public DingTalkServer()
        : base("dingtalk") => _rate = new RateWindow(20, Clock, sulk: TimeSpan.FromMinutes(10));

    /// <value>What it answers instead.</value>
    public (int Code, string Text)? Error { get; set; }

    public override IReadOnlyList<string> Secrets => [Token, Secret];

    protected override IEnumerable<(string Field, string Value)> Settings => [("Url", $"{Address}/robot/send?access_token={Token}"), ("Secret", Secret)];

    protected override Reply Judge(HttpRequest request, byte[] body)
    {
        var json = Json(body);
        var timestamp = request.Query["timestamp"].ToString();
        return Error is { } error ? Answer(error.Code, error.Text)
            : request.Headers.ContentType != "application/json; charset=utf-8" ? Answer(43004, "invalid content type")
            : request.Path != "/robot/send" || request.Query["access_token"] != Token ? Answer(300005, "token is not exist")
            : !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) || Math.Abs(Clock.GetUtcNow().ToUnixTimeMilliseconds() - sent) > 3_600_000 ? Answer(310000, "invalid timestamp")
            : request.Query["sign"] != Hmac.Base64(Secret, $"{timestamp}\n{Secret}") ? Answer(310000, "sign not match")
            : body.Length > 20_000 ? Answer(460101, "message too long, exceed 20000 bytes")
            : !_rate.Takes() ? Answer(130101, "send too fast, exceed 20 times per minute")
            : new Reply(200, """{"errcode":0,"errmsg":"ok"}""", Seen(json));
    }

    private static string Seen(JsonElement json) =>
        json.GetProperty("text").GetProperty("content").GetString() + (json.TryGetProperty("at", out _) ? "[mention at]" : "");

    private static Reply Answer(int errcode, string errmsg) => new(200, JsonSerializer.Serialize(new { errcode, errmsg }));
}
