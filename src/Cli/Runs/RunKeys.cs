using System.Globalization;
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

        var made = Make();
        Write(file, JsonSerializer.SerializeToUtf8Bytes(made));

        return made;
    }

    public static RunKeys Make() => new(
        RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture),
        Guid.NewGuid().ToString(),
        Secret(), Secret(), Secret(),
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>For the owner's eyes; either whole or not there.</summary>
    private static void Write(string file, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var unfinished = $"{file}.new";
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(content);
        }

        File.Move(unfinished, file, overwrite: true);
    }
}
