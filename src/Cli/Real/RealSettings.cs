using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Real;

/// <summary>The settings for real shops: what <c>shipby setup</c> has kept, over it <c>Values</c> of <c>local.settings.json</c> in the current folder, and over them the environment.</summary>
internal sealed class RealSettings
{
    public const string FileName = "local.settings.json";

    private readonly Dictionary<string, string> _values;

    private RealSettings(Dictionary<string, string> values) => _values = values;

    /// <value>Names are written as in the environment: <c>Shops__my-shop__ClientId</c>.</value>
    public IReadOnlyDictionary<string, string> Values => _values;

    public bool NamesAShop => _values.Any(setting => setting.Key.StartsWith("Shops__", StringComparison.OrdinalIgnoreCase) && setting.Value.Length > 0);

    /// <value>Whether somebody is reached without a mail address.</value>
    public bool NamesAChat => _values.Any(setting => setting.Key.StartsWith("Alerts__Chats__", StringComparison.OrdinalIgnoreCase) && setting.Value.Length > 0);

    /// <value>Whether <c>shipby setup</c> named the shop, and nobody a storage: then it lies on this machine.</value>
    public bool KeepsStorageHere { get; private init; }

    public bool NamesAStorage => Get("AzureWebJobsStorage").Length > 0 || Get("AzureWebJobsStorage__accountName").Length > 0;

    /// <summary>The same settings with their names parted as the app's own parts read them.</summary>
    public static IConfigurationRoot ToConfiguration(IReadOnlyDictionary<string, string> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)))
        .Build();

    /// <exception cref="CannotStartException">The file is there and cannot be read.</exception>
    public static RealSettings Find() => Of(Path.Combine(Directory.GetCurrentDirectory(), FileName), ShipByHome.Find().Settings);

    /// <exception cref="CannotStartException">The file is not there or cannot be read.</exception>
    public static RealSettings Find(string file) =>
        File.Exists(file) ? Of(file) : throw new CannotStartException($"The file of settings {file} is not there. Give --settings one that is, or leave it out.");

    private static RealSettings Of(string file, string? kept = null) => Read(
        file,
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? "")),
        kept);

    /// <param name="kept">The file of <c>shipby setup</c>; null or not there: nobody has used it.</param>
    public static RealSettings Read(string file, IEnumerable<KeyValuePair<string, string>> environment, string? kept = null)
    {
        var ofSetup = Of(kept is not null && File.Exists(kept) ? InFile(kept) : []);
        var settings = Of(ofSetup._values.Concat(File.Exists(file) ? InFile(file) : []).Concat(environment));

        return ofSetup.NamesAShop && !settings.NamesAStorage ? new RealSettings(settings._values) { KeepsStorageHere = true } : settings;
    }

    /// <summary>The same settings, and one more.</summary>
    public RealSettings With(string name, string value) => Of(_values.Append(KeyValuePair.Create(name, value)));

    private static RealSettings Of(IEnumerable<KeyValuePair<string, string>> values)
    {
        var settings = new RealSettings(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        foreach (var (name, value) in values)
        {
            settings._values[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return settings;
    }

    public string Get(string name) => _values.GetValueOrDefault(name, "");

    private static IReadOnlyList<KeyValuePair<string, string>> InFile(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(
                File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (json.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind is JsonValueKind.True)
            {
                throw new CannotStartException($"{file} is encrypted. Decrypt it with 'func settings decrypt', or put the settings into the environment.");
            }

            return json.RootElement.TryGetProperty(nameof(Values), out var values) && values.ValueKind is JsonValueKind.Object
                ? [.. values.EnumerateObject().Select(value => KeyValuePair.Create(value.Name, value.Value.ToString()))]
                : [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new CannotStartException($"{file} cannot be read as JSON of the form {{ \"Values\": {{ \"name\": \"value\" }} }}. Mend it, or move it away.", unreadable);
        }
    }
}
