using System.Text.Encodings.Web;
using System.Text.Json;
using ShipBy.Application.FirstUse;

namespace ShipBy.Adapters.FirstUse;

/// <summary>The settings of an app that <c>shipby</c> runs on the seller's own machine: a file of the form of <c>local.settings.json</c>, for the owner's eyes alone.</summary>
/// <param name="path">Null or empty: this app runs elsewhere, and may not write its settings.</param>
public sealed class SettingsFile(string? path) : ISettingsKeeper
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool MayWrite => !string.IsNullOrEmpty(path);

    public bool HasKept => MayWrite && File.Exists(path);

    public async Task KeepAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        if (!MayWrite)
        {
            throw new IOException("This app has no file of settings.");
        }

        // A file of its own for each: of two browsers that press at once, each writes all of its own, and the last one stays.
        var unfinished = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path!))!);
            await using (var stream = new FileStream(unfinished, OwnersOnly()))
            {
                await JsonSerializer.SerializeAsync(stream, new { Values = settings }, Json, cancel);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path!, overwrite: true);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException("The file of settings cannot be written.", refused);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static FileStreamOptions OwnersOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
