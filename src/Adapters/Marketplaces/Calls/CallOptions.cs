using System.ComponentModel.DataAnnotations;

namespace ShipBy.Adapters.Marketplaces.Calls;

/// <summary>How patient a shop's calls are, whatever its marketplace is; as <c>Shops__&lt;name&gt;__*</c> sets it.</summary>
public abstract class CallOptions
{
    /// <value>How long one call may take until its body is read, 50 ms to 5 min of the machine's clock. Default 20 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:05:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <value>How often a read is sent again after it brought no answer, 0 to 10. Default 3.</value>
    [Range(0, 10)] public int Retries { get; init; } = 3;

    /// <value>Pause before the first repetition; it doubles, with jitter. Default 500 ms.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <value>Pauses up to this length are waited out inside the call; longer ones are the caller's. Default 5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <value>How long to be quiet after "too many requests" that names no time itself. Default 2 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan BusyPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <value>Nobody's wish for quiet is followed for longer than this. Default 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ConvertValueInInvariantCulture = true)]
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The pause that was asked for, within reason.</summary>
    /// <param name="asked">Null where none was named.</param>
    internal TimeSpan PauseOf(TimeSpan? asked) => asked is not { } pause || pause <= TimeSpan.Zero ? BusyPause : pause < LongestPause ? pause : LongestPause;
}
