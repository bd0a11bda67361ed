using System.CommandLine;
using ShipBy.Cli.Local;
using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Commands;

/// <summary><c>run</c>: everything up, shown live, everything down.</summary>
internal static class RunCommand
{
    public static Command Create(RunCommandOptions options)
    {
        var command = new Command("run", "Run ShipBy here, shown live: against a simulated marketplace, or against yours if the settings name a shop.");
        options.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(options.Read(parsed), cancel));

        return command;
    }

    public static Task<int> RunAsync(RunRequest request, CancellationToken cancel)
    {
        var (home, screen) = (ShipByHome.Find(), RunScreen.Create());

        return !request.SandboxOptionGiven && RealSettings.Find() is { NamesAShop: true } settings
            ? RealRun.RunAsync(request, settings, home, screen, TimeProvider.System, cancel)
            : LocalRun.RunAsync(request, home, screen, TimeProvider.System, cancel);
    }
}
