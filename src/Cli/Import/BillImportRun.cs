using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Bills;
using ShipBy.Application.Bills;
using ShipBy.Application.Importing;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;
using ShipBy.Domain.Bills;
using ShipBy.Domain.Orders;

namespace ShipBy.Cli.Import;

/// <summary>Holds a carrier's bill against what was shipped. Writes nothing.</summary>
internal static class BillImportRun
{
    /// <returns>Wrong where the bill does not agree.</returns>
    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, ImportRequest request, string carrier, Interval? time, (BillFile File, ImportedText Read) given, TextWriter output, CancellationToken cancel)
    {
        var pools = PoolChoice.Of(RealSettings.ToConfiguration(place.Settings), asked: null);
        var compared = await LedgerAccess.UseAsync(place, "Nothing was changed; run the command again.", app => app.GetRequiredService<CompareBill>().RunAsync(pools, carrier, given.File.Lines, time, cancel));
        var report = Report(compared, carrier, given.File.SetAside, place.Name, given.Read);
        await report.WriteAsync(output, request.Json);

        return report.ExitCode(isIn: true, compared.Findings.Count + given.File.SetAside.Count == 0);
    }

    private static ImportReport Report(BillComparison compared, string carrier, IReadOnlyList<FileFault> setAside, string place, ImportedText read) => new(
        $"The bill of {carrier} against {place}; the file is read as {read.Encoding}: {read.Because}.{(compared.IsCut ? " There are more parcels than are looked through at once: some may seem never shipped that were." : "")}",
        compared.Findings.Select(finding => (finding.Line ?? int.MaxValue, Tell(finding))).Concat(ImportReport.Aside(setAside)),
        $"{compared.Bill.Count} rows ask for {Sum(compared.Billed)}; too much by {Sum(compared.Above)}. {string.Join(", ", Enum.GetValues<BillFlaw>().Select(flaw => $"{compared.CountOf(flaw)} {Words(flaw)}"))}; {setAside.Count} rows set aside.",
        ImportEnd.Whole,
        IsDryRun: false,
        new
        {
            Encoding = read.Encoding.Name,
            From = compared.Time?.Start.ToString(),
            To = compared.Time is { HasEnd: true } time ? time.End.ToString() : null,
            compared.IsCut,
            compared.Billed,
            compared.Above,
            Findings = compared.Findings.Select(finding => new { finding.Line, Flaw = JsonNamingPolicy.SnakeCaseLower.ConvertName(finding.Flaw.ToString()), finding.Number, Orders = finding.Orders.Select(order => new { order.Shop, Order = order.Number }), finding.Above, finding.Table, finding.Grams, finding.MostGrams }),
            SetAside = ImportReport.JsonOf(setAside),
        });

    private static string Tell(BillFinding finding) => string.Concat(
        finding.Line is { } line ? $"line {line}: " : "",
        finding.Number,
        finding.Orders.Count > 0 ? $" ({string.Join(" + ", finding.Orders.Select(order => order.Number))})" : "",
        $": {Words(finding.Flaw)}",
        finding switch
        {
            { Flaw: BillFlaw.Dearer, Table: { } table, Above: { } above } => $": {Tell(above)} more than the {Tell(table)} of the table",
            { Flaw: BillFlaw.Heavier, Grams: { } grams } => $": {grams} g, and the table takes up to {finding.MostGrams} g",
            { Above: { } above } => $": {Tell(above)}",
            _ => "",
        });

    private static string Words(BillFlaw flaw) => flaw switch
    {
        BillFlaw.NeverShipped => "never shipped",
        BillFlaw.NotBilled => "not billed",
        BillFlaw.BilledTwice => "billed twice",
        BillFlaw.Dearer => "dearer than the table",
        BillFlaw.Heavier => "heavier than the table takes",
        var unknown => throw new InvalidOperationException($"No words are written for {unknown}."),
    };

    private static string Sum(IReadOnlyList<Money> sums) => sums.Count == 0 ? "nothing" : string.Join(" + ", sums.Select(Tell));

    private static string Tell(Money money) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(decimal)money.MinorUnits / Money.MinorUnitsOf(money.Currency)} {money.Currency}");
}
