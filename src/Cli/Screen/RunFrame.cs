using ShipBy.Cli.Live;

namespace ShipBy.Cli.Screen;

/// <summary>What is to be seen at one moment.</summary>
/// <param name="Phase">What is going on, in a few words.</param>
/// <param name="Scale">Wall time per marketplace time; 1: nothing is mapped.</param>
/// <param name="Left">Time to the nominal end; null: the run has none.</param>
/// <param name="Page">The one-time link to the seller's page.</param>
internal sealed record RunFrame(string Run, string Phase, RunFigures Figures, double Scale, DateTimeOffset Now, TimeSpan? Left, Uri Page);
