using System.Security.Cryptography;
using System.Text.Json;

namespace ShipBy.Cli.Runs;

/// <summary>The secrets of one run: random, kept in its folder, good for nothing else.</summary>
/// <param name="Host">Function key of the app.</param>
/// <param name="Mail">Access key of the sandbox's mail service, in base64.</param>
internal sealed record RunKeys(string ClientId, string ApiKey, string Desk, string Push, string Host, string Mail)
{
    /// <summary>The keys that the run already has, so that printed links stay good when it is gone on with, or new ones.</summary>
    public static RunKeys Of(string file)
    {
        if (File.Exists(file) && JsonSerializer.Deserialize<RunKeys>(File.ReadAllBytes(file)) is { } kept)
        {
            return kept;
        }

        var made = new RunKeys(
            RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Guid.NewGuid().ToString(),
            Secret(), Secret(), Secret(),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        Write(file, JsonSerializer.SerializeToUtf8Bytes(made));

        return made;
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private static void Write(string file, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(content);
    }
}
