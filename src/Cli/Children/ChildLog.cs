namespace ShipBy.Cli.Children;

/// <summary>Everything a child prints: to a file, its last lines at hand.</summary>
/// <remarks>A file that has grown to 16 MiB becomes <c>.old</c>, so that a run without an end does not fill the disk.</remarks>
internal sealed class ChildLog : IDisposable
{
    private const long Full = 16 << 20;
    private const int LinesAtHand = 8;
    private const int LongestLine = 300;

    private readonly Lock _alone = new();
    private readonly Queue<string> _last = new();
    private StreamWriter? _file;

    public ChildLog(string file)
    {
        File = file;
        _file = new StreamWriter(file, append: true) { AutoFlush = true };
    }

    public string File { get; }

    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_alone)
            {
                return [.. _last];
            }
        }
    }

    public void Write(string? line)
    {
        lock (_alone)
        {
            if (line is null || _file is null)
            {
                return;
            }

            _file.WriteLine(line);
            Keep(line);
            if (_file.BaseStream.Length > Full)
            {
                _file.Dispose();
                System.IO.File.Move(File, $"{File}.old", overwrite: true);
                _file = new StreamWriter(File, append: true) { AutoFlush = true };
            }
        }
    }

    public void Dispose()
    {
        lock (_alone)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    /// <summary>Calls that led to an exception are for the file; who reads the last lines wants to know what happened.</summary>
    private void Keep(string line)
    {
        if (line.TrimStart().StartsWith("at ", StringComparison.Ordinal))
        {
            return;
        }

        _last.Enqueue(line.Length <= LongestLine ? line : line[..LongestLine]);
        if (_last.Count > LinesAtHand)
        {
            _last.Dequeue();
        }
    }
}
