using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Servers;

/// <summary>The Bot API's <c>sendMessage</c>: status and words as it has them.</summary>
internal sealed class TelegramServer : VendorServer
{
    public const string Token = "8123456789:AAHq-TelegramTokenOfTheTest_0123456";

    public const string Group = "-1001234567890";

    private readonly RateWindow _rate;

    public TelegramServer()
        : base("telegram") => _rate = new RateWindow(20, Clock);

    /// <value>An error that the chat answers with instead, as status and body.</value>
    public (int Status, string Body)? Error { get; set; }

    public override IReadOnlyList<string> Secrets => [Token, Token.Split(':')[1]];

    protected override IEnumerable<(string Field, string Value)> Settings => [("Url", Address), ("Token", Token), ("ChatId", Group)];

    protected override Reply Judge(HttpRequest request, byte[] body)
    {
        var json = Json(body);
        return Error is { } error ? new Reply(error.Status, error.Body)
            : request.Path != $"/bot{Token}/sendMessage" ? Wrong(401, "Unauthorized")
            : json.GetProperty("chat_id").GetString() != Group ? Wrong(400, "Bad Request: chat not found")
            : json.TryGetProperty("parse_mode", out _) ? Wrong(400, "Bad Request: can't parse entities")
            : json.GetProperty("text").GetString()!.Length > 4096 ? Wrong(400, "Bad Request: message is too long")
            : _rate.Takes() ? new Reply(200, """{"ok":true,"result":{"message_id":7}}""", Seen(json))
            : new Reply(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 33","parameters":{"retry_after":33}}""");
    }

    /// <summary>The text, with what Telegram makes of it: a name behind "@" becomes a mention, a link gets a preview.</summary>
    private static string Seen(JsonElement json)
    {
        var text = json.GetProperty("text").GetString()!;
        var preview = json.TryGetProperty("link_preview_options", out var options) && options.GetProperty("is_disabled").GetBoolean() ? "" : "[preview]";
        return Regex.Replace(text, @"https?://\S+|(?<!\w)@(\w{3,})", match => match.Groups[1].Success ? $"[mention {match.Groups[1].Value}]" : match.Value) + preview;
    }

    private static Reply Wrong(int code, string description) => new(code, JsonSerializer.Serialize(new { ok = false, error_code = code, description }));
}
