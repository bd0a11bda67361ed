using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Run;

/// <summary>The folder a run is kept in: what it is made of, since when it runs, and when the app was last heard of.</summary>
internal sealed class RunFolder
{
    private readonly string _path;

    private RunFolder(string path, DateTimeOffset start, bool resumed) => (_path, Start, Resumed) = (path, start, resumed);

    public DateTimeOffset Start { get; }

    public bool Resumed { get; }

    public string JournalPath => Path.Combine(_path, "journal.jsonl");

    private string ContactPath => Path.Combine(_path, "contact");

    /// <param name="name">What makes two runs the same run.</param>
    /// <exception cref="InvalidSetupException">The folder holds another run or cannot be written.</exception>
    public static RunFolder Open(string path, JsonObject name, DateTimeOffset now)
    {
        try
        {
            Directory.CreateDirectory(path);
            var file = Path.Combine(path, "run.json");
            if (!File.Exists(file))
            {
                var start = RunClock.Round(now);
                WriteWhole(file, new JsonObject { ["start"] = start.UtcDateTime.ToString("O"), ["run"] = name.DeepClone() }.ToJsonString());
                return new RunFolder(path, start, resumed: false);
            }

            var kept = JsonNode.Parse(File.ReadAllText(file))!;
            return JsonNode.DeepEquals(kept["run"], JsonNode.Parse(name.ToJsonString()))
                ? new RunFolder(path, kept["start"]!.GetValue<DateTimeOffset>(), resumed: true)
                : throw new InvalidSetupException($"--data {path}: holds another run ({kept["run"]!.ToJsonString()}); give another folder or the same arguments.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InvalidSetupException($"--data {path}: {error.Message}");
        }
    }

    /// <value>When the app's report was last read; null before it ever was.</value>
    public DateTimeOffset? LastContact =>
        File.Exists(ContactPath) && DateTimeOffset.TryParse(File.ReadAllText(ContactPath), System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null;

    public void NoteContact(DateTimeOffset at) => WriteWhole(ContactPath, at.UtcDateTime.ToString("O"));

    /// <summary>Either the old content or the new, never half of one.</summary>
    public static void WriteWhole(string file, string text)
    {
        var draft = file + ".new";
        File.WriteAllText(draft, text);
        File.Move(draft, file, overwrite: true);
    }
}
