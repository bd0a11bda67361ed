namespace Microsoft.Azure.Functions.Worker;

public class TimerInfo
{
    /// <value>Null when the timer is not monitored.</value>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <value>True for the one run that makes up for what was missed.</value>
    public bool IsPastDue { get; set; }
}

/// <summary>When a timer ran and runs next, in UTC. <see cref="Last"/> is the default value before the first run.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
