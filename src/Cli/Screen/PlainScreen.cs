using System.Globalization;
using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Screen;

/// <summary>One line per step and one every few seconds: for logs, pipes and terminals that cannot be drawn on.</summary>
internal sealed class PlainScreen(TextWriter output) : IRunScreen
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public void Say(string line) => output.WriteLine(line);

    public async Task<T> StepAsync<T>(string name, Func<IProgress<double>, Task<T>> work)
    {
        var result = await work(new Quarters(quarter => Say($"{name}: {quarter} %")));
        Say($"{name}: ready");

        return result;
    }

    public async Task FollowAsync(IAsyncEnumerable<RunFrame> frames)
    {
        RunFrame? told = null;
        await foreach (var frame in frames)
        {
            if (told is null)
            {
                Say($"page: {frame.Page}");
            }

            if (told is null || frame.Now - told.Now >= BetweenLines || frame.Phase != told.Phase)
            {
                told = frame;
                Say(Line(frame));
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
        var figures = frame.Figures;
        var left = frame.Left is { } time ? $"{TimeText.Clock(time)} left" : "no end";
        var due = figures.DueSoonest.FirstOrDefault() is { Deadline: { } deadline } first
            ? $", due next {first.Number} in {TimeText.Clock(deadline - frame.Now)}"
            : "";

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{frame.Phase}, {left}: {figures.In} in, {figures.App.Taken} taken, {figures.App.Held} held, {figures.App.Short} short, {figures.App.SetAside} set aside, {figures.Closed} closed, " +
            $"{figures.Warnings} warned in {figures.Mails} mails, {figures.Errors} errors, {figures.Faults} faults{due}");
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
