using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Import;

/// <summary>Shows that a long file goes on; a short one is done before anybody looks.</summary>
internal static class ImportProgress
{
    /// <value>Rows that take about a second.</value>
    private const int Long = 1_000;

    /// <remarks>Beside the output, which may be read by another program.</remarks>
    public static Task<T> ShowAsync<T>(int rows, Func<IProgress<double>, Task<T>> work) =>
        rows < Long ? work(new Nobody()) : new PlainScreen(Console.Error).LongStepAsync($"{rows} rows", work);

    private sealed class Nobody : IProgress<double>
    {
        public void Report(double value)
        {
            // Nobody looks.
        }
    }
}
