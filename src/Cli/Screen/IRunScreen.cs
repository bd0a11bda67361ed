using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Screen;

/// <summary>Where a run shows itself.</summary>
internal interface IRunScreen
{
    void Say(string line);

    /// <summary>Does one step of the start and shows that it goes on.</summary>
    Task<T> StepAsync<T>(string name, Func<Task<T>> work);

    /// <summary>Does a step that may take long, with a bar once it tells the share that is done, from 0 to 1.</summary>
    Task<T> LongStepAsync<T>(string name, Func<IProgress<double>, Task<T>> work);

    /// <summary>Shows the frames until there are no more.</summary>
    Task FollowAsync(IAsyncEnumerable<RunFrame> frames);

    void Show(RunReport report, IReadOnlyList<string> complaints);
}
