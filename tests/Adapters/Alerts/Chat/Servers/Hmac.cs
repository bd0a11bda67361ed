using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Servers;

/// <summary>HMAC-SHA256 by RFC 2104, written out: a second opinion on the product's signatures.</summary>
internal static class Hmac
{
    public static string Base64(string key, string message) => Base64(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(message));

    public static string Base64(byte[] key, byte[] message)
    {
        var block = new byte[64];
        (key.Length > 64 ? SHA256.HashData(key) : key).CopyTo(block, 0);
        byte[] inner = [.. block.Select(b => (byte)(b ^ 0x36)), .. message];
        byte[] outer = [.. block.Select(b => (byte)(b ^ 0x5c)), .. SHA256.HashData(inner)];
        return Convert.ToBase64String(SHA256.HashData(outer));
    }
}
