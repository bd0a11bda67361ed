using ShipBy.Application.Importing;
using ShipBy.Domain.Carriers;

namespace ShipBy.Application.Carriers;

/// <summary>Brings rows of the carrier table in from a file, all at once: new ones are added, those that are there already are changed, and none is taken away.</summary>
public sealed class ImportCarrierTable(CarrierTable table)
{
    /// <summary>What would become of each row; nothing is written.</summary>
    public async Task<TableImport> PlanAsync(IReadOnlyList<GivenTariff> given, CancellationToken cancel)
    {
        var (after, rows) = Merge(await table.AllAsync(cancel), given);
        return new TableImport(rows, !CarrierTable.Fits(after), ImportEnd.Whole);
    }

    public async Task<TableImport> RunAsync(IReadOnlyList<GivenTariff> given, CancellationToken cancel)
    {
        IReadOnlyList<ImportedTariff> rows = [];
        var change = await table.ChangeAsync(
            before =>
            {
                (var after, rows) = Merge(before, given);
                return after;
            },
            cancel);
        return new TableImport(change == TableChange.Done ? rows : [], change == TableChange.TooLarge, change == TableChange.OthersAtWork ? ImportEnd.OthersAtWork : ImportEnd.Whole);
    }

    private static (IReadOnlyList<CarrierTariff> After, IReadOnlyList<ImportedTariff> Rows) Merge(IReadOnlyList<CarrierTariff> before, IReadOnlyList<GivenTariff> given)
    {
        var (after, rows) = (before.ToList(), new List<ImportedTariff>());
        foreach (var one in given)
        {
            var at = after.FindIndex(row => row.IsSameRow(one.Tariff));
            var isEqual = at >= 0 && after[at].IsEqualTo(one.Tariff);
            rows.Add(new ImportedTariff(one, at < 0 ? TariffFate.New : isEqual ? TariffFate.Unchanged : TariffFate.Changed));
            if (at < 0)
            {
                after.Add(one.Tariff);
            }
            else if (!isEqual)
            {
                after[at] = one.Tariff with { Id = after[at].Id };
            }
        }

        return (after, rows);
    }
}

/// <summary>A row of a file of carriers.</summary>
/// <param name="Line">As an editor counts, from 1.</param>
public sealed record GivenTariff(int Line, CarrierTariff Tariff);

/// <summary>What an import of the carrier table did, or would do.</summary>
/// <param name="Rows">In the order of the file; none where none is in.</param>
/// <param name="IsTooLarge">The table would have more than it may; nothing of the file is in.</param>
public sealed record TableImport(IReadOnlyList<ImportedTariff> Rows, bool IsTooLarge, ImportEnd End);

public sealed record ImportedTariff(GivenTariff Given, TariffFate Fate);

/// <summary>What became of a row.</summary>
public enum TariffFate
{
    New,
    Changed,
    Unchanged,
}
