using System.Text.Encodings.Web;
using System.Text.Json;

namespace ShipBy.Pages.FirstUse;

/// <summary>Settings as the Azure portal's "Advanced edit" of environment variables takes them.</summary>
internal static class PortalLines
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyDictionary<string, string> settings) =>
        JsonSerializer.Serialize(settings.Select(setting => new { name = setting.Key, value = setting.Value, slotSetting = false }), Json);
}
