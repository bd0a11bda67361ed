using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Sandbox;
using ShipBy.Sandbox.Source.RealOrders;

namespace ShipBy.Cli.Backtest;

/// <summary>Plays every seller of a file, each as a shop of its own with stock for all, and counts what came of it.</summary>
internal static class BacktestRun
{
    /// <value>How long before closing a rung comes that falls into the closed hours behind it.</value>
    private static readonly Duration Lead = Duration.FromHours(2);

    /// <exception cref="CannotStartException">The file cannot be read, or holds no order.</exception>
    public static async Task<BacktestReport> RunAsync(string file, WorkCalendar calendar, IProgress<double>? progress, CancellationToken cancel)
    {
        var read = Read(file);
        var ladder = Ladder.Parse(new GuardOptions().Ladder).Within(calendar, Lead);
        var histories = read.Rows.GroupBy(row => row.SellerId, StringComparer.Ordinal).OrderBy(seller => seller.Key, StringComparer.Ordinal)
            .Select(seller => seller.Select(PastOrder.Of).OrderBy(order => order.AppearsAt).ThenBy(order => order.Number, StringComparer.Ordinal).ToList()).ToList();

        var played = new PlayedSeller[histories.Count];
        var done = 0;
        await Parallel.ForAsync(0, histories.Count, cancel, async (index, stop) =>
        {
            played[index] = await SellerPlay.RunAsync(histories[index], ladder, calendar, stop);
            progress?.Report((double)Interlocked.Add(ref done, histories[index].Count) / read.Rows.Count);
        });

        return BacktestReport.Of(played, [.. read.Unreadable.Select(row => new SetAsideRow(row.Name, $"line {row.Line}: {row.Reason}"))], ladder, calendar);
    }

    private static OrdersFile Read(string file)
    {
        try
        {
            return OrdersFile.Read(file);
        }
        catch (InvalidSetupException unusable)
        {
            throw new CannotStartException(unusable.Message, unusable);
        }
    }
}
