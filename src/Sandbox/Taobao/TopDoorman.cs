using System.Security.Cryptography;
using System.Text;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Taobao;

/// <summary>Whom the gateway lets in: a known app, with a signature, a clock and a session that are right, and not too often.</summary>
internal sealed class TopDoorman(SandboxRun run)
{
    private const int MostPerSecond = 60;

    private static readonly TimeSpan MostOff = TimeSpan.FromMinutes(10);

    private readonly RateLimit _rate = new(run.Clock.Time, MostPerSecond, TimeSpan.FromSeconds(1));

    /// <exception cref="TopRefusal">Somebody is kept out.</exception>
    public void LetIn(TopRequest request)
    {
        Need(request, "method", 21, "Missing Method");
        Need(request, "app_key", 28, "Missing App Key");
        Need(request, "sign", 24, "Missing Signature");
        Need(request, "timestamp", 30, "Missing Timestamp");
        Need(request, "v", 32, "Missing Version");
        if (request.Text("app_key") != run.Options.TaobaoAppKey)
        {
            throw new TopRefusal(29, "Invalid App Key");
        }

        if (request.Text("v") != "2.0")
        {
            throw new TopRefusal(33, "Invalid Version");
        }

        if (request.Text("format") != "json")
        {
            throw new TopRefusal(23, "Invalid Format");      // the gateway would answer in XML, and nobody here speaks it
        }

        if (ChinaTime.Read(request.Text("timestamp")) is not { } stamped || (run.Clock.Time.GetUtcNow() - stamped).Duration() > MostOff)
        {
            throw new TopRefusal(31, "Invalid Timestamp");
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Expected(request)), Encoding.UTF8.GetBytes(request.Text("sign"))))
        {
            throw new TopRefusal(25, "Invalid signature");
        }

        if (!_rate.Take().Allowed)
        {
            throw TopRefusal.Limited();
        }

        Need(request, "session", 26, "Missing Session");
        if (request.Text("session") != run.Options.TaobaoSession)
        {
            throw TopRefusal.NoSession();
        }
    }

    private static void Need(TopRequest request, string name, int code, string message)
    {
        if (request.Text(name) is "")
        {
            throw new TopRefusal(code, message);
        }
    }

    private string Expected(TopRequest request)
    {
        var names = request.Form.Keys.Where(name => name is not "sign").ToList();
        names.Sort(string.CompareOrdinal);
        var text = new StringBuilder();
        foreach (var name in names)
        {
            text.Append(name).Append(request.Text(name));
        }

        var secret = run.Options.TaobaoAppSecret;
        using HashAlgorithm digest = request.Text("sign_method") switch
        {
#pragma warning disable CA5351 // the platform's own methods
            "md5" => MD5.Create(),
            "hmac" => new HMACMD5(Encoding.UTF8.GetBytes(secret)),
#pragma warning restore CA5351
            "hmac-sha256" => new HMACSHA256(Encoding.UTF8.GetBytes(secret)),
            _ => throw new TopRefusal(25, "Invalid signature"),
        };
        var signed = request.Text("sign_method") is "md5" ? secret + text + secret : text.ToString();
        return Convert.ToHexString(digest.ComputeHash(Encoding.UTF8.GetBytes(signed)));
    }
}
