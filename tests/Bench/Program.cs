using ShipBy.Bench;
using ShipBy.Bench.Measuring;
using ShipBy.Bench.Parts;
using ShipBy.Bench.Report;

if (args is ["part", var part, .. var rest])
{
    return await Part.PlayAsync(part, rest);
}

BenchArguments arguments;
try
{
    arguments = BenchArguments.Parse(args);
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}

var (outcomes, exit) = (new List<Outcome>(), 0);
foreach (var measurement in Measurements.All.Where(measurement => arguments.Only.Count == 0 || measurement.Names.Any(arguments.Only.Contains)))
{
    Console.Error.WriteLine($"{string.Join(", ", measurement.Names)} ...");
    try
    {
        outcomes.AddRange(await measurement.RunAsync(arguments.Effort));
    }
    catch (Exception failure)
    {
        Console.Error.WriteLine(failure);
        outcomes.AddRange(measurement.Names.Select(name => new Outcome.LeftOut(name, $"It failed: {failure.Message}")));
        exit = 1;
    }
}

var report = new BenchReport(outcomes);
Console.WriteLine(report.ToTable());
if (arguments.JsonFile is { } file)
{
    await File.WriteAllTextAsync(file, report.ToJson() + "\n");
}

return exit;
