using System.CommandLine;
using ShipBy.Cli.Real;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Commands;

/// <summary><c>setup</c>: from nothing to a guarded shop, on a page.</summary>
internal static class SetupCommand
{
    public static Command Create(RunCommandOptions options)
    {
        var command = new Command("setup", "Set up your shop on a page: its key, its stock, how you are warned, a test alert. Goes on as the real run; 'shipby run' is that run from then on.");
        options.AddRealTo(command);
        command.SetAction((parsed, cancel) => SetupRun.RunAsync(options.Read(parsed), ShipByHome.Find(), RunScreen.Create(), TimeProvider.System, cancel));

        return command;
    }
}
