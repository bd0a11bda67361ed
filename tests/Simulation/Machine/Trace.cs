using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime.Text;

namespace ShipBy.Simulation.Machine;

/// <summary>What happened, in the words of the field. Costs nothing while nobody listens.</summary>
internal sealed class Trace(Scheduler scheduler, bool isOn)
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.fff");

    private readonly List<string> _lines = [];

    public bool IsOn { get; } = isOn;

    public IReadOnlyList<string> Lines => _lines;

    public void Say([InterpolatedStringHandlerArgument("")] Line line)
    {
        if (IsOn)
        {
            _lines.Add($"{Time.Format(scheduler.Instant)} {line.ToString()}");
        }
    }

    /// <summary>A line that is only put together when somebody listens.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Line
    {
        private readonly StringBuilder? _text;

        public Line(int literals, int values, Trace trace, out bool isWanted)
        {
            isWanted = trace.IsOn;
            _text = isWanted ? new StringBuilder(literals + 16 * values) : null;
        }

        public void AppendLiteral(string text) => _text!.Append(text);

        public void AppendFormatted<T>(T value) => _text!.Append(CultureInfo.InvariantCulture, $"{value}");

        public override string ToString() => _text?.ToString() ?? "";
    }
}
