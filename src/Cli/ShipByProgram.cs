using System.CommandLine;
using System.CommandLine.Invocation;
using ShipBy.Cli.Azurite;
using ShipBy.Cli.Children;
using ShipBy.Cli.Commands;

namespace ShipBy.Cli;

/// <summary>From arguments to an exit code. Whatever was to be expected is said in one line on standard error.</summary>
internal static class ShipByProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = ShipByCommand.Create().Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            return Complain($"{parsed.Errors[0].Message.TrimEnd('.')}. 'shipby --help' lists what there is.", ExitCode.CannotStart);
        }

        using var stop = new StopSignals();
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
        }
        catch (Exception expected) when (expected is CannotStartException or AzuriteUnavailableException)
        {
            return Complain(expected.Message, ExitCode.CannotStart);
        }
        catch (PartDiedException died)
        {
            return Complain(died.Message, ExitCode.PartDied);
        }
        catch (HttpRequestException silence)
        {
            return Complain($"A part of the run does not answer, so all were stopped: {silence.Message}", ExitCode.PartDied);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return Complain("Stopped before everything was up.", ExitCode.Interrupted);
        }
    }

    private static int Complain(string line, int exitCode)
    {
        Console.Error.WriteLine($"shipby: {line}");

        return exitCode;
    }
}
