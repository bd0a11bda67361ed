using ShipBy.Cli.Live;

namespace ShipBy.Cli.Screen;

/// <summary>What is to be seen at one moment.</summary>
/// <param name="Phase">What is going on, in a few words.</param>
/// <param name="Left">Time to the nominal end; null: the run has none, or it has passed.</param>
/// <param name="Page">The one-time link to the seller's page.</param>
/// <param name="Scale">Wall time per marketplace time; null: this is no sandbox, and nothing is mapped.</param>
internal sealed record RunFrame(string Run, string Phase, RunFigures Figures, DateTimeOffset Now, TimeSpan? Left, Uri Page, double? Scale);
