using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <param name="schedule">Six fields from seconds to weekday, or five (then at second 0), or <c>%Setting%</c>. UTC.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;

    /// <value>Whether a run missed while the app was down is made up for, once. Never for what is due more than once a minute.</value>
    public bool UseMonitor { get; set; } = true;

    public bool RunOnStartup { get; set; }
}
