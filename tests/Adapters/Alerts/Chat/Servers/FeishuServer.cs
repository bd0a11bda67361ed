using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Servers;

/// <summary>A Feishu custom bot that checks signature and time, and reads <c>&lt;at&gt;</c> in texts.</summary>
internal sealed class FeishuServer : VendorServer
{
    public const string Token = "feishu00-token-of-the-test-0123456789";

    public const string Secret = "FeishuSecretOfTheTest012";

    private readonly RateWindow _rate;

    public FeishuServer()
        : base("feishu") => _rate = new RateWindow(100, Clock);

    /// <value>What it answers instead.</value>
    public Reply? Error { get; set; }

    public override IReadOnlyList<string> Secrets => [Token, Secret];

    protected override IEnumerable<(string Field, string Value)> Settings => [("Url", $"{Address}/open-apis/bot/v2/hook/{Token}"), ("Secret", Secret)];

    protected override Reply Judge(HttpRequest request, byte[] body)
    {
        var json = Json(body);
        var timestamp = json.GetProperty("timestamp").GetString()!;
        return Error
            ?? (request.Path != $"/open-apis/bot/v2/hook/{Token}" ? Answer(19001, "param invalid: incoming webhook access token invalid")
            : !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) || Math.Abs(Clock.GetUtcNow().ToUnixTimeSeconds() - sent) > 3_600
                || json.GetProperty("sign").GetString() != Hmac.Base64($"{timestamp}\n{Secret}", "") ? Answer(19021, "sign match fail or timestamp is not within one hour from current time")
            : body.Length > 20 * 1024 ? Answer(9499, "Bad Request")
            : !_rate.Takes() ? Answer(11232, "frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]")
            : new Reply(200, """{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}""", Seen(json)));
    }

    public static Reply Answer(int code, string msg, int status = 200) => new(status, JsonSerializer.Serialize(new { code, data = new { }, msg }));

    private static string Seen(JsonElement json) =>
        Regex.Replace(json.GetProperty("content").GetProperty("text").GetString()!, "<at user_id=\"([^\"]+)\">", "[mention $1]");
}
