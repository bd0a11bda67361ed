using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>Signs a call as the open platform wants it: by one digest over all parameters in the order of their names.</summary>
internal static class TopSignature
{
    public const string Md5 = "md5";
    public const string Hmac = "hmac";
    public const string HmacSha256 = "hmac-sha256";

    /// <param name="parameters">All of them, <c>sign</c> excepted. Those without a name or a value do not count, and must not be sent either.</param>
    /// <returns>Upper-case hexadecimal.</returns>
    [SuppressMessage("Security", "CA5351", Justification = "The platform's own methods; the default is the third one.")]
    public static string Of(IEnumerable<KeyValuePair<string, string>> parameters, string secret, string method)
    {
        var told = string.Concat(parameters.Where(IsTold).OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => new[] { one.Key, one.Value }));
        var (text, key) = (Encoding.UTF8.GetBytes(told), Encoding.UTF8.GetBytes(secret));
        return Convert.ToHexString(method switch
        {
            Md5 => MD5.HashData([.. key, .. text, .. key]),
            Hmac => HMACMD5.HashData(key, text),
            HmacSha256 => HMACSHA256.HashData(key, text),
            _ => throw new InvalidOperationException($"There is no sign_method {method}."),
        });
    }

    /// <summary>Whether a parameter is sent and signed.</summary>
    public static bool IsTold(KeyValuePair<string, string> parameter) => parameter is { Key.Length: > 0, Value.Length: > 0 };
}
