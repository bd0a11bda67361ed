using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation;

/// <summary>The command line: many seeds with their coverage, or one seed told line by line.</summary>
internal static class Commands
{
    /// <value>From this many seeds on, a kind of fault that never hit a call site fails the run.</value>
    private const int EnoughSeeds = 1_000;

    private const int LastEvents = 40;

    private const string Usage = """
        --seeds FROM..TO [--cores N] [--json FILE]   plays many seeds; each core plays its own
        --seed N                                     plays one and tells what happened
        """;

    /// <returns>0 when all held, 1 after a violation or where the coverage has a hole, 2 for arguments that say nothing.</returns>
    public static int Run(string[] args, TextWriter print)
    {
        var options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        if (options.TryGetValue("--seed", out var one) && int.TryParse(one, CultureInfo.InvariantCulture, out var seed))
        {
            return Tell(new Play(SeedPlan.Of(seed), trace: true).Run(), int.MaxValue, print);
        }

        if (options.TryGetValue("--seeds", out var range) && range.Split("..") is [var from, var to]
            && int.TryParse(from, CultureInfo.InvariantCulture, out var first) && int.TryParse(to, CultureInfo.InvariantCulture, out var last) && first <= last)
        {
            var cores = options.TryGetValue("--cores", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
            return Many(first, last, cores, options.GetValueOrDefault("--json"), print);
        }

        print.WriteLine(Usage);
        return 2;
    }

    private static int Many(int first, int last, int cores, string? json, TextWriter print)
    {
        var watch = Stopwatch.StartNew();
        var (coverage, violations, ticks, orders, done) = (new Coverage(), new List<Outcome>(), 0L, 0L, 0);
        var seeds = new Queue<int>(Enumerable.Range(first, last - first + 1));
        var threads = Enumerable.Range(0, cores).Select(_ => new Thread(PlayOn)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        var (wall, processor) = (watch.Elapsed, Environment.CpuUsage.TotalTime);
        var perMinute = ticks / (double)Scheduler.Hour / wall.TotalMinutes / cores;
        var perProcessorMinute = ticks / (double)Scheduler.Hour / processor.TotalMinutes;
        foreach (var outcome in violations.OrderBy(outcome => outcome.Seed).Take(5))
        {
            Tell(new Play(SeedPlan.Of(outcome.Seed), trace: true).Run(), LastEvents, print);
        }

        var missing = last - first + 1 >= EnoughSeeds ? coverage.Missing : [];
        print.WriteLine(coverage);
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seeds: {done}, orders: {orders}, simulated hours: {ticks / (double)Scheduler.Hour:F0}, wall: {wall.TotalSeconds:F0} s on {cores} core(s), processor: {processor.TotalSeconds:F0} s"));
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"simulated_hours_per_minute (one core): {perMinute:F0} by the wall clock, {perProcessorMinute:F0} by processor time"));
        print.WriteLine($"coverage: {(missing.Count == 0 ? "full" : $"never happened: {string.Join(", ", missing)}")}");
        print.WriteLine($"violations: {violations.Count}{string.Concat(violations.GroupBy(outcome => outcome.Violation!.Rule).Select(rule => $" {rule.Key}={rule.Count()} (seeds {string.Join(" ", rule.Select(outcome => outcome.Seed).Order().Take(8))})"))}");
        if (json is not null)
        {
            File.WriteAllText(json, JsonSerializer.Serialize(new { seeds = done, violations = violations.Count, missing, simulated_hours_per_minute = perMinute, simulated_hours_per_processor_minute = perProcessorMinute }));
        }

        return violations.Count == 0 && missing.Count == 0 ? 0 : 1;

        void PlayOn()
        {
            while (true)
            {
                int seed;
                lock (seeds)
                {
                    if (!seeds.TryDequeue(out seed))
                    {
                        return;
                    }
                }

                var outcome = new Play(SeedPlan.Of(seed)).Run();
                lock (seeds)
                {
                    coverage.Add(outcome.Coverage);
                    (ticks, orders, done) = (ticks + outcome.Ticks, orders + outcome.Orders, done + 1);
                    if (outcome.Violation is not null)
                    {
                        violations.Add(outcome);
                        print.WriteLine($"seed {outcome.Seed}: {outcome.Violation}");
                    }

                    if (done % 500 == 0)
                    {
                        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} seeds, {violations.Count} violations, {watch.Elapsed.TotalSeconds:F0} s"));
                    }
                }
            }
        }
    }

    private static int Tell(Outcome outcome, int lines, TextWriter print)
    {
        foreach (var line in outcome.Trace.TakeLast(lines))
        {
            print.WriteLine(line);
        }

        print.WriteLine($"seed {outcome.Seed}: {outcome.Violation?.ToString() ?? "all rules held"}");
        return outcome.Violation is null ? 0 : 1;
    }
}
