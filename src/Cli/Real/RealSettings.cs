using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace ShipBy.Cli.Real;

/// <summary>The settings for real shops: <c>Values</c> of <c>local.settings.json</c> in the current folder, and over them the environment.</summary>
internal sealed class RealSettings
{
    public const string FileName = "local.settings.json";

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private RealSettings()
    {
    }

    /// <value>Names are written as in the environment: <c>Shops__my-shop__ClientId</c>.</value>
    public IReadOnlyDictionary<string, string> Values => _values;

    public bool NamesAShop => _values.Any(setting => setting.Key.StartsWith("Shops__", StringComparison.OrdinalIgnoreCase) && setting.Value.Length > 0);

    public bool NamesAStorage => Get("AzureWebJobsStorage").Length > 0 || Get("AzureWebJobsStorage__accountName").Length > 0;

    /// <summary>The same settings with their names parted as the app's own parts read them.</summary>
    public static IConfigurationRoot ToConfiguration(IReadOnlyDictionary<string, string> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)))
        .Build();

    /// <exception cref="CannotStartException">The file is there and cannot be read.</exception>
    public static RealSettings Find() => Of(Path.Combine(Directory.GetCurrentDirectory(), FileName));

    /// <exception cref="CannotStartException">The file is not there or cannot be read.</exception>
    public static RealSettings Find(string file) =>
        File.Exists(file) ? Of(file) : throw new CannotStartException($"The file of settings {file} is not there. Give --settings one that is, or leave it out.");

    private static RealSettings Of(string file) => Read(
        file,
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? "")));

    public static RealSettings Read(string file, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var settings = new RealSettings();
        foreach (var (name, value) in (File.Exists(file) ? InFile(file) : []).Concat(environment))
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
