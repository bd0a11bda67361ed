using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Screen;

/// <summary>One line per step and one every few seconds: for logs, pipes and terminals that cannot be drawn on.</summary>
internal sealed class PlainScreen(TextWriter output) : IRunScreen
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public void Say(string line) => output.WriteLine(line);

    public async Task<T> StepAsync<T>(string name, Func<Task<T>> work)
    {
        var result = await work();
        Say($"{name}: ready");

        return result;
    }

    public Task<T> LongStepAsync<T>(string name, Func<IProgress<double>, Task<T>> work) =>
        StepAsync(name, () => work(new Quarters(quarter => Say($"{name}: {quarter} %"))));

    public async Task FollowAsync(IAsyncEnumerable<RunFrame> frames)
    {
        RunFrame? told = null;
        await foreach (var frame in frames)
        {
            if (frame.Page != told?.Page)
            {
                Say($"page (this link works once): {frame.Page.AbsoluteUri}");
            }
            else if (frame.Now - told.Now < BetweenLines && frame.Phase == told.Phase)
            {
                continue;
            }

            told = frame;
            Say(Line(frame));
            foreach (var channel in frame.Figures.Channels)
            {
                Say($"  {channel.Name}: {channel.Words()}");
            }
        }
    }

    public void Show(RunReport report, IReadOnlyList<string> complaints)
    {
        foreach (var (name, value) in ReportLines.Of(report))
        {
            Say($"{name}: {value}");
        }
    }

    private static string Line(RunFrame frame)
    {
        var left = frame.Left is { } time ? $", {TimeText.Clock(time)} left" : "";
        var due = frame.Figures.DueAfter(frame.Now).FirstOrDefault() is { } first
            ? $"; due next {first.Number} in {TimeText.Clock(first.Deadline!.Value - frame.Now)}"
            : "";

        return $"{frame.Phase}{left}: {string.Join(", ", Counts.Of(frame).Select(count => FormattableString.Invariant($"{count.Value} {count.Name}")))}{due}";
    }

    /// <summary>Says each quarter once.</summary>
    private sealed class Quarters(Action<int> say) : IProgress<double>
    {
        private int _said = -1;

        public void Report(double value)
        {
            var quarter = (int)(value * 4) * 25;
            if (quarter > _said)
            {
                _said = quarter;
                say(quarter);
            }
        }
    }
}
