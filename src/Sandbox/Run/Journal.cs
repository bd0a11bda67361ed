using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Run;

/// <summary>Everything that happened in a run beyond what its plan says, in one file that only grows.</summary>
/// <remarks>
/// An entry is handed to the operating system whole before anybody hears of it, so a killed process forgets nothing that it
/// has told. A last line that was cut while being written is dropped on opening.
/// </remarks>
internal sealed class Journal : IDisposable
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file;
    private readonly List<JournalEntry> _entries = [];

    private Journal(FileStream file) => _file = file;

    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <exception cref="IOException">Somebody else has it open.</exception>
    public static Journal Open(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        var journal = new Journal(file);
        journal.Load();
        return journal;
    }

    public JournalEntry Append(DateTimeOffset at, string kind, string? order = null, JsonObject? data = null)
    {
        var entry = new JournalEntry(_entries.Count + 1, at, kind, order, data ?? []);
        _file.Write(Encoding.UTF8.GetBytes(entry.ToJson().ToJsonString(Compact) + '\n'));
        _entries.Add(entry);
        return entry;
    }

    public void Dispose() => _file.Dispose();

    private void Load()
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var good = 0;
        for (var at = 0; Array.IndexOf(bytes, (byte)'\n', at) is >= 0 and var end; at = end + 1)
        {
            try
            {
                _entries.Add(JournalEntry.Parse(Encoding.UTF8.GetString(bytes, at, end - at)));
            }
            catch (FormatException)
            {
                // Only the last write can have been cut; nothing that follows a broken line was ever told.
                break;
            }

            good = end + 1;
        }

        _file.SetLength(good);
        _file.Position = good;
    }
}
