using System.Threading.Channels;

namespace ShipBy.AzureSdk.Tests.Worker.SampleApp;

/// <summary>What the sample's functions write into, and tests read from, in order.</summary>
public sealed class Diary
{
    /// <value>Far longer than anything here takes.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public void Write(string line) => _lines.Writer.TryWrite(line);

    /// <summary>Waits for the next line.</summary>
    public Task<string> NextAsync() => _lines.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        var lines = new List<string>();
        while (lines.Count < count)
        {
            lines.Add(await NextAsync());
        }

        return lines;
    }

    public bool TryNext(out string? line) => _lines.Reader.TryRead(out line);
}
