using System.CommandLine;

namespace ShipBy.Cli.Commands;

/// <summary>All that can be said to <c>shipby</c>. Without a command it runs.</summary>
internal static class ShipByCommand
{
    public static RootCommand Create()
    {
        var options = new RunCommandOptions();
        var root = new RootCommand("ShipBy guards a marketplace seller's orders: it holds their stock and warns before a ship-by limit passes.")
        {
            RunCommand.Create(options),
            SetupCommand.Create(options),
            ExplainCommand.Create(),
            ReconcileCommand.Create(),
            ImportCommand.Create(),
            BacktestCommand.Create(),
            DoctorCommand.Create(),
            LabelsCommand.Create(),
            ReasonsCommand.Create(),
            CarriageCommand.Create(),
            ReturnsCommand.Create(),
            RequestsCommand.Create(),
            ParcelCommand.Create(),
            ParcelCommand.CreateClaim(),
        };
        options.AddTo(root);
        root.SetAction((parsed, cancel) => RunCommand.RunAsync(options.Read(parsed), cancel));

        return root;
    }
}
