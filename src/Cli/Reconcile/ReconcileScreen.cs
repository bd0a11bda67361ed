using ShipBy.Application.Reconciling;
using ShipBy.Cli.Screen;
using Spectre.Console;

namespace ShipBy.Cli.Reconcile;

/// <summary>Writes what was found: a table a pool, what a person has to do, and one last line for all.</summary>
internal sealed class ReconcileScreen(IAnsiConsole console, TableBorder border)
{
    public static ReconcileScreen Create() => Console.IsOutputRedirected
        ? new ReconcileScreen(PipeConsole.Create(), TableBorder.None)
        : new ReconcileScreen(AnsiConsole.Console, TableBorder.Rounded);

    /// <param name="place">Where the ledger lies.</param>
    public void Show(Reconciliation pool, string place)
    {
        console.MarkupLine($"[bold]Pool {Markup.Escape(pool.Pool.Value)}[/] in {Markup.Escape(place)}: {pool.Orders} orders, {pool.Products} products");
        if (pool.Repaired.Count + pool.Remaining.Count == 0)
        {
            return;
        }

        var table = new Table().Border(border).BorderColor(Color.Grey).AddColumns("what", "order or product", "written", "counted", "repaired");
        foreach (var drift in pool.Repaired)
        {
            Add(table, DriftLine.Of(drift), "[green]yes[/]");
        }

        foreach (var finding in pool.Remaining)
        {
            Add(table, DriftLine.Of(finding.Drift), finding.IsRepairable ? "[yellow]no[/]" : "[red]cannot be[/]");
        }

        console.Write(table);
        foreach (var advice in pool.Repaired.Concat(pool.Remaining.Select(finding => finding.Drift)).Select(drift => DriftLine.Of(drift).Advice).OfType<string>())
        {
            console.MarkupLine($"[red]! {Markup.Escape(advice)}[/]");
        }
    }

    public void Sum(IReadOnlyList<Reconciliation> pools, bool fix)
    {
        var (repaired, remaining) = (pools.Sum(pool => pool.Repaired.Count), pools.SelectMany(pool => pool.Remaining).ToList());
        if (!fix && remaining.Count > 0)
        {
            console.WriteLine(remaining.Any(finding => finding.IsRepairable) ? "Nothing was changed; run again with --fix to repair." : "Nothing was changed, and --fix could not repair it.");
        }

        console.WriteLine($"{repaired + remaining.Count} drifts, {repaired} repaired");
    }

    private static void Add(Table table, DriftLine line, string repaired) =>
        table.AddRow(new Text(line.What), new Text(line.Subject), new Text(line.Written), new Text(line.Counted), new Markup(repaired));
}
