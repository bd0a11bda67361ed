using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Servers;

/// <summary>A receiver of Standard Webhooks: checks signature and time (five minutes either way), drops what it has had.</summary>
internal sealed class WebhookServer : VendorServer
{
    public const string Path = "/in/secretpathofthetest";

    private static readonly byte[] Key = Encoding.ASCII.GetBytes("webhooksecretofthetest0123456789");

    private readonly RateWindow _rate;

    private readonly HashSet<string> _had = [];

    public WebhookServer()
        : base("webhook") => _rate = new RateWindow(30, Clock);

    /// <value>What it answers instead.</value>
    public Reply? Error { get; set; }

    public override IReadOnlyList<string> Secrets => [Secret, Secret["whsec_".Length..], Path];

    protected override IEnumerable<(string Field, string Value)> Settings => [("Url", Address + Path), ("Secret", Secret)];

    private static string Secret => "whsec_" + Convert.ToBase64String(Key);

    protected override Reply Judge(HttpRequest request, byte[] body)
    {
        var (id, timestamp) = (request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString());
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return Error
            ?? (request.Path != Path ? new Reply(404, "")
            : !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) || Math.Abs(Clock.GetUtcNow().ToUnixTimeSeconds() - sent) > 300
                || request.Headers["webhook-signature"] != "v1," + Hmac.Base64(Key, signed) ? new Reply(401, "")
            : !_rate.Takes() ? new Reply(429, "", Headers: new Dictionary<string, string> { ["Retry-After"] = "45" })
            : new Reply(204, "", _had.Add(id) ? Json(body).GetProperty("data").GetProperty("text").GetString() : null));
    }
}
