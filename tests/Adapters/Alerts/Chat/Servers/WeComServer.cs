using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Servers;

/// <summary>A WeCom group robot: status 200 whatever happened.</summary>
internal sealed class WeComServer : VendorServer
{
    public const string Key = "693a91f6-7aoc-4bc4-97a0-wecomkeyofthetest";

    private readonly RateWindow _rate;

    public WeComServer()
        : base("wecom") => _rate = new RateWindow(20, Clock);

    /// <value>A code that it answers with instead.</value>
    public int Code { get; set; }

    public override IReadOnlyList<string> Secrets => [Key];

    protected override IEnumerable<(string Field, string Value)> Settings => [("Url", $"{Address}/cgi-bin/webhook/send?key={Key}")];

    protected override Reply Judge(HttpRequest request, byte[] body)
    {
        var json = Json(body);
        var text = json.GetProperty("text");
        return Code != 0 ? Answer(Code, "whatever it is")
            : request.Path != "/cgi-bin/webhook/send" || request.Query["key"] != Key ? Answer(93000, "invalid webhook url, hint: [1669], from ip: 203.0.113.7")
            : json.GetProperty("msgtype").GetString() != "text" ? Answer(40008, "invalid message type")
            : Encoding.UTF8.GetByteCount(text.GetProperty("content").GetString()!) > 2048 ? Answer(40058, "text.content exceed max length 2048")
            : !_rate.Takes() ? Answer(45009, "api freq out of limit")
            : new Reply(200, """{"errcode":0,"errmsg":"ok"}""", Seen(text));
    }

    private static string Seen(JsonElement text)
    {
        var called = text.TryGetProperty("mentioned_list", out _) || text.TryGetProperty("mentioned_mobile_list", out _) ? "[mention list]" : "";
        return Regex.Replace(text.GetProperty("content").GetString()!, "<@([^>]+)>", "[mention $1]") + called;
    }

    private static Reply Answer(int errcode, string errmsg) => new(200, JsonSerializer.Serialize(new { errcode, errmsg }));
}
