using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Quality;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;

namespace ShipBy.Application.Importing;

/// <summary>What a file says is wrong with an order.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Kind">Null: nothing; the file tells the buyer's stars alone.</param>
/// <param name="Stars">1 to 5; null where the file tells none.</param>
public sealed record FileDefect(int Line, string Number, DefectKind? Kind, string? Note, int? Stars);

/// <summary>What an import of defects did.</summary>
/// <param name="Rows">In the order of the file, as far as it came.</param>
/// <param name="Left">What is not known to be in: running it again goes on there.</param>
public sealed record DefectImport(Shop Shop, IReadOnlyList<(FileDefect Told, ChangeOutcome Outcome)> Rows, IReadOnlyList<FileDefect> Left, ImportEnd End);

/// <summary>Notes defects of a file with their orders, in the ledger or in the history. On a live app. What is noted already stays as it is.</summary>
public sealed class ImportDefects(ChangePast changePast)
{
    public async Task<DefectImport> RunAsync(Shop shop, IReadOnlyList<FileDefect> defects, string by, IProgress<double> progress, CancellationToken cancel)
    {
        var (done, end) = (new List<(FileDefect, ChangeOutcome)>(), ImportEnd.Whole);
        try
        {
            foreach (var told in defects)
            {
                var outcome = await changePast.RunAsync(shop.Pool, new OrderKey(shop.Name, told.Number), (now, known) => Noted(known, told, by, now), cancel);
                if (outcome == ChangeOutcome.OthersAtWork)
                {
                    end = ImportEnd.OthersAtWork;
                    break;
                }

                done.Add((told, outcome));
                progress.Report((double)done.Count / defects.Count);
            }
        }
        catch (LedgerUnreachableException)
        {
            end = ImportEnd.NoAnswer;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            end = ImportEnd.Stopped;
        }

        return new DefectImport(shop, done, [.. defects.Skip(done.Count)], end);
    }

    private static Order Noted(Order order, FileDefect told, string by, Instant at)
    {
        var rated = told.Stars is { } stars ? DefectPolicy.Rate(order, stars) : order;
        return told.Kind is { } kind ? DefectPolicy.Note(rated, kind, by, told.Note, at) : rated;
    }
}
