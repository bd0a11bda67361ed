using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Cli.Runs;

/// <summary>The secrets of a run's further shops. They follow from the run's keys, so that no run is kept with some of them missing.</summary>
/// <param name="WebhookSecret">What the shop of webhooks signs with.</param>
/// <param name="ToldSecret">What it is told with.</param>
internal sealed record ChannelKeys(string TaobaoAppKey, string TaobaoAppSecret, string TaobaoSession, string WebhookSecret, string ToldSecret)
{
    private const int AppKeyDigits = 8;

    public static ChannelKeys Of(RunKeys keys) => new(
        AppKey(Derived(keys, "taobao app")),
        Convert.ToHexStringLower(Derived(keys, "taobao secret"))[..32],
        Convert.ToHexStringLower(Derived(keys, "taobao session")),
        $"whsec_{Convert.ToBase64String(Derived(keys, "webhook"))}",
        $"whsec_{Convert.ToBase64String(Derived(keys, "told"))}");

    private static byte[] Derived(RunKeys keys, string purpose) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(keys.Host), Encoding.UTF8.GetBytes(purpose));

    private static string AppKey(byte[] bytes) => (BitConverter.ToUInt32(bytes) % 90_000_000 + 10_000_000).ToString(CultureInfo.InvariantCulture)[..AppKeyDigits];
}
